"""From a specification to a whole mirror, with real git and file:// remotes."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from analyzer import git as git_runner
from analyzer.acquire.location import Location
from analyzer.acquire.mirror import acquire, cloned_anew, held
from analyzer.errors import AcquireError, EmptyRepository, HostNotFound, NotARepository, RepositoryGone
from analyzer.model.repository import Mirror, RepositorySpec
from analyzer.model.uncounted import Reason
from analyzer.progress import Silent
from tests.acquire.conftest import Heard
from tests.repos import RepoBuilder, git

Bring = Callable[..., Mirror]


@pytest.fixture
def bring(remote: RepoBuilder, tmp_path: Path, heard: Heard) -> Bring:
    def run(text: str = remote.path.as_uri(), branch: str | None = None) -> Mirror:
        return acquire(RepositorySpec("tool", text, branch), tmp_path / "mirrors", heard, base=tmp_path)

    return run


def refs(where: Path) -> dict[str, str]:
    listed = git(where, "for-each-ref", "--format=%(refname) %(objectname)").decode()
    return dict(line.split() for line in listed.splitlines())


def config(where: Path) -> str:
    return (where / "config").read_text()


def reasons(mirror: Mirror) -> list[Reason]:
    return [trouble.reason for trouble in mirror.troubles]


def test_a_first_run_clones_the_default_branch_and_all_tags(remote: RepoBuilder, bring: Bring, heard: Heard) -> None:
    found = bring()
    there = refs(remote.path)
    assert refs(found.path) == {name: there[name] for name in ("refs/heads/main", "refs/tags/1.0", "refs/tags/side-1")}
    assert (found.name, found.branch, found.head) == ("tool", "main", there["refs/heads/main"])
    assert (found.local, found.troubles, found.location) == (False, (), remote.path.as_uri())
    assert "Cloning tool" in heard.labels
    assert all(task.finished for task in heard.tasks)
    git(found.path, "fsck", "--full", "--strict", "--connectivity-only")


def test_a_mirror_is_bare_and_has_no_hooks_of_a_template(
    tmp_path: Path, bring: Bring, use_config: Callable[[str, str], None]
) -> None:
    (tmp_path / "template" / "hooks").mkdir(parents=True)
    (tmp_path / "template" / "hooks" / "reference-transaction").write_text("#!/bin/sh\n")
    use_config("init.templateDir", str(tmp_path / "template"))
    found = bring()
    assert git(found.path, "rev-parse", "--is-bare-repository") == b"true\n"
    assert not (found.path / "hooks").exists()


def test_with_nothing_new_git_is_asked_once_and_nothing_is_written(
    bring: Bring, monkeypatch: pytest.MonkeyPatch, heard: Heard
) -> None:
    found = bring()
    before = {file: file.stat().st_mtime_ns for file in found.path.parent.rglob("*")}
    words: list[tuple[str, ...]] = []
    run = git_runner.run

    def counted(*arguments: str, **options: object) -> subprocess.CompletedProcess[bytes]:
        words.append(arguments)
        return run(*arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(git_runner, "run", counted)
    monkeypatch.setattr(git_runner, "stream", lambda *_, **__: pytest.fail("nothing is to be transferred"))
    assert bring() == found
    assert [arguments[0] for arguments in words].count("ls-remote") == 1
    assert {file: file.stat().st_mtime_ns for file in found.path.parent.rglob("*")} == before


def test_new_commits_and_tags_are_fetched(remote: RepoBuilder, bring: Bring, heard: Heard) -> None:
    bring()
    remote.tag("2.0", remote.commit({"a.py": "x = 3\n"}))
    remote.build()
    found = bring()
    assert found.head == refs(remote.path)["refs/heads/main"]
    assert "refs/tags/2.0" in refs(found.path)
    assert heard.labels[-1].startswith("Fetching tool")


def test_a_rewritten_branch_and_moved_or_deleted_tags_are_followed(remote: RepoBuilder, bring: Bring) -> None:
    bring()
    other = RepoBuilder(remote.path)
    other.tag("1.0", other.commit({"c.py": "z = 1\n"}))
    other.build()
    git(remote.path, "tag", "-d", "side-1")
    found = bring()
    there = refs(remote.path)
    assert refs(found.path) == {name: there[name] for name in ("refs/heads/main", "refs/tags/1.0")}


def test_another_branch_is_brought_beside_the_default_one(remote: RepoBuilder, bring: Bring) -> None:
    bring()
    found = bring(branch="side/one")
    assert (found.branch, found.head) == ("side/one", refs(remote.path)["refs/heads/side/one"])
    assert set(refs(found.path)) == set(refs(remote.path))
    assert bring().branch == "main"


def test_a_missing_branch_is_told_even_when_there_is_a_mirror(bring: Bring) -> None:
    bring()
    with pytest.raises(AcquireError, match="no branch called 'mian'") as caught:
        bring(branch="mian")
    assert caught.value.hint == "did you mean main?"


def test_a_renamed_default_branch_is_followed_with_a_note(remote: RepoBuilder, bring: Bring, heard: Heard) -> None:
    bring()
    git(remote.path, "branch", "-m", "main", "trunk")
    found = bring()
    assert found.branch == "trunk"
    assert heard.notes == ["tool: the default branch is now trunk, it was main"]
    assert git(found.path, "symbolic-ref", "HEAD") == b"refs/heads/trunk\n"


def test_a_branch_in_the_way_of_a_new_one_is_dropped(remote: RepoBuilder, bring: Bring) -> None:
    bring(branch="side/one")
    git(remote.path, "branch", "-m", "main", "main/next")
    git(remote.path, "branch", "-m", "side/one", "side")
    found = bring(branch="side")
    assert {name for name in refs(found.path) if "heads" in name} == {"refs/heads/main/next", "refs/heads/side"}


def test_a_mirror_that_cannot_be_updated_is_returned_with_a_trouble(remote: RepoBuilder, bring: Bring) -> None:
    found = bring()
    remote.path.rename(remote.path.with_name("away.git"))
    again = bring()
    assert (again.path, again.head, again.branch) == (found.path, found.head, "main")
    assert reasons(again) == [Reason.NOT_UPDATED]
    assert "no such folder" in again.troubles[0].detail
    assert again.troubles[0].subject == found.location


def test_a_fetch_that_fails_half_way_leaves_the_old_mirror(
    remote: RepoBuilder, bring: Bring, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = bring()
    remote.commit({"a.py": "x = 3\n"})
    remote.build()
    said = subprocess.CompletedProcess([], 128, b"", b"fatal: write error: No space left on device")
    monkeypatch.setattr(git_runner, "stream", lambda *_, **__: said)
    again = bring()
    assert again.head == found.head
    assert "no room left on the disk" in again.troubles[0].detail


def test_a_lock_that_a_killed_git_left_is_removed(remote: RepoBuilder, bring: Bring) -> None:
    found = bring()
    (found.path / "packed-refs.lock").touch()
    (found.path / "refs" / "heads").mkdir(parents=True, exist_ok=True)
    (found.path / "refs" / "heads" / "main.lock").touch()
    remote.commit({"a.py": "x = 3\n"})
    remote.build()
    again = bring()
    assert again.troubles == ()
    assert again.head == refs(remote.path)["refs/heads/main"]


def test_a_mirror_of_another_origin_is_replaced_and_told(remote: RepoBuilder, bring: Bring, heard: Heard) -> None:
    found = bring()
    git(found.path, "config", "remote.origin.url", "https://example.org/other/tool")
    (found.path / "mark").touch()
    again = bring()
    assert reasons(again) == [Reason.ORIGIN_MISMATCH]
    assert "cloned anew" in heard.notes[0]
    assert not (again.path / "mark").exists()
    assert bring().troubles == ()


def test_a_mirror_of_another_origin_is_never_used_when_the_remote_is_away(remote: RepoBuilder, bring: Bring) -> None:
    found = bring()
    git(found.path, "config", "remote.origin.url", "https://example.org/other/tool")
    remote.path.rename(remote.path.with_name("away.git"))
    with pytest.raises(RepositoryGone):
        bring()
    assert found.path.exists()


def test_a_damaged_mirror_is_cloned_anew_with_a_note(bring: Bring, heard: Heard) -> None:
    found = bring()
    (found.path / "HEAD").unlink()
    assert bring() == found
    assert heard.notes == ["tool: its mirror is damaged and is cloned anew"]


def test_a_shallow_remote_gives_a_mirror_with_a_trouble_each_time(
    remote: RepoBuilder, tmp_path: Path, bring: Bring
) -> None:
    git(tmp_path, "clone", "-q", "--bare", "--depth=1", "--template=", remote.path.as_uri(), "shallow.git")
    url = (tmp_path / "shallow.git").as_uri()
    assert reasons(bring(url)) == [Reason.SHALLOW]
    assert reasons(bring(url)) == [Reason.SHALLOW]


def test_a_global_redirect_is_followed_and_the_origin_is_what_was_asked_for(
    remote: RepoBuilder, bring: Bring, use_config: Callable[[str, str], None]
) -> None:
    use_config(f"url.{remote.path.parent.as_uri()}/.insteadOf", "https://github.com/ada/")
    found = bring("ada/tool")
    assert found.location == "https://github.com/ada/tool"
    assert found.path.parts[-3:] == ("github.com", "ada", "tool.git")
    assert "https://github.com/ada/tool" in config(found.path)


def test_no_credentials_are_kept_and_the_next_fetch_works(
    remote: RepoBuilder, bring: Bring, use_config: Callable[[str, str], None], tmp_path: Path
) -> None:
    use_config(f"url.{remote.path.parent.as_uri()}/.insteadOf", "https://ada:secret@example.org/")
    found = bring("https://ada:secret@example.org/tool")
    remote.commit({"a.py": "x = 3\n"})
    remote.build()
    again = bring("https://ada:secret@example.org/tool")
    assert again.head == refs(remote.path)["refs/heads/main"] != found.head
    files = [file for file in (tmp_path / "mirrors").rglob("*") if file.is_file()]
    assert files
    assert not any(b"secret" in file.read_bytes() for file in files)
    assert "secret" not in repr(again)


def test_an_ending_and_a_scheme_more_make_no_second_mirror(
    remote: RepoBuilder, bring: Bring, use_config: Callable[[str, str], None]
) -> None:
    for start in ("https", "http"):
        use_config(f"url.{remote.path.parent.as_uri()}/.insteadOf", f"{start}://example.org/")
        assert bring(f"{start}://example.org/tool").troubles == ()
        assert bring(f"{start}://example.org/tool.git/").path.name == "tool.git"


def test_a_first_clone_that_fails_leaves_nothing(
    bring: Bring, tmp_path: Path, location: Location, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = subprocess.CompletedProcess([], 128, b"", b"fatal: early EOF")
    tries: list[int] = []
    monkeypatch.setattr(git_runner, "stream", lambda *_, **__: tries.append(1) or said)
    with pytest.raises(AcquireError, match="the connection broke"):
        bring()
    assert len(tries) == 3
    assert [file.name for file in (tmp_path / "mirrors").rglob("tool*")] == ["tool.git.lock"]


def test_an_unwritable_cache_is_told(bring: Bring, tmp_path: Path) -> None:
    (tmp_path / "mirrors").write_text("a file where the folder should be\n")
    with pytest.raises(AcquireError, match="could not keep") as caught:
        bring()
    assert caught.value.hint == "choose another --workspace"


@pytest.mark.parametrize(
    ("make", "kind"),
    [
        (lambda path: None, RepositoryGone),
        (lambda path: path.mkdir(), NotARepository),
        (lambda path: path.write_text("text\n"), NotARepository),
        (lambda path: git(path.parent, "init", "-q", "--bare", "--template=", path.name), EmptyRepository),
    ],
)
def test_what_cannot_be_cloned_is_told(
    make: Callable[[Path], object], kind: type[AcquireError], bring: Bring, tmp_path: Path
) -> None:
    make(tmp_path / "x")
    with pytest.raises(AcquireError) as caught:
        bring((tmp_path / "x").as_uri())
    assert type(caught.value) is kind
    assert caught.value.hint


def test_an_unknown_host_is_told(bring: Bring) -> None:
    with pytest.raises(HostNotFound):
        bring("https://no-such-host.invalid/a/b")


def test_what_lies_in_the_cache_is_known_without_asking(remote: RepoBuilder, bring: Bring, tmp_path: Path) -> None:
    spec = RepositorySpec("tool", remote.path.as_uri())
    assert held(spec, tmp_path / "mirrors", base=tmp_path) is None
    found = bring()
    remote.path.rename(remote.path.with_name("away.git"))
    assert held(spec, tmp_path / "mirrors", base=tmp_path) == found


def test_leftovers_beside_a_current_mirror_are_removed(bring: Bring) -> None:
    found = bring()
    left = found.path.with_name("tool.git.partial")
    (left / "killed" / "old.git").mkdir(parents=True)
    assert bring() == found
    assert not left.exists()


def test_a_shallow_remote_whose_history_is_cut_elsewhere_is_followed(
    remote: RepoBuilder, tmp_path: Path, bring: Bring
) -> None:
    git(tmp_path, "clone", "-q", "--bare", "--depth=1", "--no-tags", "--template=", remote.path.as_uri(), "cut.git")
    url = (tmp_path / "cut.git").as_uri()
    bring(url)
    for number in range(3):
        remote.commit({"a.py": f"x = {number + 3}\n"})
    remote.build()
    git(tmp_path / "cut.git", "fetch", "-q", "--depth=1", remote.path.as_uri(), "+refs/heads/main:refs/heads/main")
    found = bring(url)
    assert found.head == refs(remote.path)["refs/heads/main"]
    assert reasons(found) == [Reason.SHALLOW]


def test_a_repository_of_the_users_own_is_never_cloned_anew(remote: RepoBuilder, tmp_path: Path) -> None:
    for one in remote.path.rglob("*.pack"):
        one.chmod(0o644)
        one.write_bytes(b"")
    spec = RepositorySpec("own", str(remote.path))
    assert not cloned_anew(spec, tmp_path / "mirrors", Silent(), base=tmp_path)
    assert not (tmp_path / "mirrors").exists()
