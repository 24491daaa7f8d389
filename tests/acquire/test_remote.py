"""What a remote has, by one ls-remote."""

from pathlib import Path

import pytest

from analyzer.acquire.location import Location, parse_location
from analyzer.acquire.remote import BranchMissing, _parse, ask, choose_branch
from analyzer.errors import EmptyRepository, HostNotFound, RepositoryGone
from tests.repos import RepoBuilder, git

SHA = "1" * 40
OTHER = "2" * 40


def test_a_remote_tells_its_default_branch_branches_and_tags(remote: RepoBuilder, location: Location) -> None:
    found = ask(location)
    assert found.default == "main"
    listed = git(remote.path, "for-each-ref", "--format=%(refname) %(objectname)").decode()
    assert dict(found.refs) == dict(line.split() for line in listed.splitlines())


def test_a_mirror_wants_the_branch_the_default_branch_and_all_tags(location: Location) -> None:
    found = ask(location)
    assert set(found.wanted("main")) == {"refs/heads/main", "refs/tags/1.0", "refs/tags/side-1"}
    assert set(found.wanted("side/one")) == {*found.wanted("main"), "refs/heads/side/one"}


def test_a_detached_head_stands_for_the_branch_at_its_commit() -> None:
    text = f"{SHA}\tHEAD\n{OTHER}\trefs/heads/aside\n{SHA}\trefs/heads/also\n{SHA}\trefs/heads/main\n"
    assert _parse(text).default == "main"


def test_a_head_without_a_branch_stands_for_the_only_one() -> None:
    assert _parse(f"{SHA}\trefs/heads/work\n").default == "work"
    assert _parse(f"{SHA}\trefs/heads/work\n{SHA}\trefs/heads/play\n").default is None


@pytest.mark.parametrize(
    "name",
    [
        "refs/heads/--upload-pack=x",
        "refs/heads/a/-b",
        "refs/heads/../x",
        "refs/heads/a:b",
        "refs/heads/*",
        "refs/heads/a.lock",
        "refs/heads/",
        "refs/heads/a@{1}",
        "refs/tags/1.0^{}",
        "refs/pull/1/head",
    ],
)
def test_a_name_that_git_would_refuse_or_that_is_no_branch_or_tag_is_left_out(name: str) -> None:
    found = _parse(f"ref: {name}\tHEAD\n{SHA}\tHEAD\n{SHA}\t{name}\n{SHA}\trefs/heads/main\n")
    assert dict(found.refs) == {"refs/heads/main": SHA}
    assert found.default == "main"


def test_a_missing_branch_is_told_with_near_names(location: Location) -> None:
    with pytest.raises(BranchMissing, match="no branch called 'mian'") as caught:
        ask(location).choose("mian", location)
    assert caught.value.hint == "did you mean main?"


def test_a_missing_branch_like_no_other_is_told_with_what_there_is(location: Location) -> None:
    with pytest.raises(BranchMissing) as caught:
        ask(location).choose("zzz", location)
    assert caught.value.hint == "it has: main, side/one"


def test_without_a_default_branch_the_user_must_choose(location: Location) -> None:
    with pytest.raises(EmptyRepository) as caught:
        choose_branch(None, None, ["refs/heads/a", "refs/heads/b"], location)
    assert caught.value.hint == "choose one with branch: a, b"


def test_an_empty_remote_is_told(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "--bare", "--template=", "empty.git")
    location = parse_location((tmp_path / "empty.git").as_uri(), base=tmp_path)
    with pytest.raises(EmptyRepository, match="is empty"):
        ask(location).choose(None, location)


def test_a_remote_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(RepositoryGone, match="no such folder"):
        ask(parse_location("file:///nowhere/at/all", base=tmp_path))


def test_a_host_that_does_not_exist_is_told(tmp_path: Path) -> None:
    with pytest.raises(HostNotFound, match=r"no-such-host\.invalid/a/b: ") as caught:
        ask(parse_location("https://ada:secret@no-such-host.invalid/a/b", base=tmp_path))
    assert "secret" not in caught.value.message
