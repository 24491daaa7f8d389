"""What a git directory holds."""

from dataclasses import replace
from pathlib import Path

import pytest

from analyzer.acquire.held import Held, is_whole, look
from analyzer.acquire.location import Location, parse_location
from analyzer.acquire.remote import ask
from analyzer.model.uncounted import Reason
from tests.repos import RepoBuilder, git


def held_at(path: Path) -> Held:
    found = look(path)
    assert found is not None
    return found


def test_a_git_directory_is_looked_at(remote: RepoBuilder) -> None:
    git(remote.path, "config", "remote.origin.url", "https://example.org/a/b")
    found = held_at(remote.path)
    assert (found.origin, found.default, found.shallow, found.partial) == (
        "https://example.org/a/b",
        "main",
        False,
        False,
    )
    assert found.branches() == ["refs/heads/main", "refs/heads/side/one"]


def test_what_is_no_git_directory_is_none(tmp_path: Path) -> None:
    assert look(tmp_path / "nothing") is None
    assert look(tmp_path) is None


def test_a_partial_clone_is_noticed(remote: RepoBuilder) -> None:
    git(remote.path, "config", "remote.origin.promisor", "true")
    assert held_at(remote.path).partial


def test_troubles_name_what_is_missing(remote: RepoBuilder, location: Location) -> None:
    whole = held_at(remote.path)
    assert whole.troubles("tool", location) == ()
    found = replace(whole, shallow=True, partial=True).troubles("tool", location)
    assert [trouble.reason for trouble in found] == [Reason.SHALLOW, Reason.PARTIAL]
    assert {trouble.subject for trouble in found} == {location.display}


@pytest.mark.parametrize(
    ("origin", "same"),
    [
        ("https://example.org/a/b", True),
        ("http://example.org/a/b.git/", True),
        ("https://example.org/a/c", False),
        ("https://example.org/A/b", False),
        ("ssh://example.org/a/b", False),
        ("", False),
        ("::", False),
    ],
)
def test_an_origin_is_compared_as_a_repository_not_as_text(origin: str, same: bool, remote: RepoBuilder) -> None:
    found = replace(held_at(remote.path), origin=origin)
    assert found.comes_from(parse_location("https://example.org/a/b", base=Path("/"))) is same


def test_a_new_moved_or_deleted_ref_makes_it_outdated(remote: RepoBuilder, location: Location) -> None:
    there, here = ask(location), held_at(remote.path)
    assert here.is_current(there, "main")
    for name, sha in (("refs/tags/2.0", "1" * 40), ("refs/heads/main", "1" * 40), ("refs/tags/1.0", "1" * 40)):
        assert not here.is_current(replace(there, refs={**there.refs, name: sha}), "main")
    fewer = {name: sha for name, sha in there.refs.items() if name != "refs/tags/1.0"}
    assert not here.is_current(replace(there, refs=fewer), "main")
    assert not here.is_current(replace(there, default="side/one"), "main")


def test_another_branch_of_the_remote_does_not_matter(remote: RepoBuilder, location: Location) -> None:
    there, here = ask(location), held_at(remote.path)
    assert here.is_current(replace(there, refs={**there.refs, "refs/heads/new": "1" * 40}), "main")


def test_a_mirror_is_whole_until_a_byte_of_a_pack_changes_or_an_object_is_gone(
    remote: RepoBuilder, tmp_path: Path
) -> None:
    git(tmp_path, "clone", "-q", "--bare", "--no-local", remote.path.as_uri(), "one.git")
    mirror = tmp_path / "one.git"
    assert is_whole(mirror)
    (pack,) = mirror.glob("objects/pack/*.pack")
    content = pack.read_bytes()
    pack.chmod(0o644)
    for damaged in (content[:-40], content[:50] + bytes([content[50] ^ 1]) + content[51:], b""):
        pack.write_bytes(damaged)
        assert not is_whole(mirror)
    pack.write_bytes(content)
    assert is_whole(mirror)
    for one in mirror.glob("objects/pack/*"):
        one.unlink()
    assert not is_whole(mirror)


def test_objects_that_git_would_not_write_are_whole(tmp_path: Path) -> None:
    strange = RepoBuilder(tmp_path / "strange.git")
    strange.commit({"a.py": "x = 1\n"})
    strange.strange_commit(b"No Date <no-date@example.org>")
    strange.strange_tree((b"0100644", b"a.py", b"x = 1\n"), (b"100664", b"..", b"y\n"))
    assert is_whole(strange.build())
