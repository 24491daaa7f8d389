"""Contents of files, and what .gitattributes says of them."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from analyzer.errors import MineError
from analyzer.mine.blobs import attributes, read_blobs, read_file
from tests.mine.conftest import Built
from tests.repos import RepoBuilder, git

NAMES = ("linguist-vendored", "linguist-language", "linguist-generated")


def oid(git_dir: Path, expression: str) -> str:
    return git(git_dir, "rev-parse", expression).decode().strip()


def test_contents_come_in_the_order_asked_for(built: Built) -> None:
    repo = built("binary")
    asked = [oid(repo.path, f"{repo.sha(mark)}:a.py") for mark in (2, 1, 2)]
    assert list(read_blobs(repo.path, asked)) == list(zip(asked, (b"x\0\n", b"x = 1\n", b"x\0\n"), strict=True))


@pytest.mark.parametrize("text", ["", "not a hash", "0" * 40, "f" * 39, "-x", "\ud800"])
def test_what_is_no_object_is_none(built: Built, text: str) -> None:
    assert list(read_blobs(built("one_commit").path, [text])) == [(text, None)]


def test_a_tree_or_commit_is_no_content(built: Built) -> None:
    repo = built("one_commit")
    asked = [repo.sha(1), oid(repo.path, "main^{tree}")]
    assert list(read_blobs(repo.path, asked)) == [(asked[0], None), (asked[1], None)]


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda content: b"",
    "begun": lambda content: content[:10],
    "cut": lambda content: content[: len(content) // 2],
    "end cut": lambda content: content[:-1],
    "flipped": lambda content: content[:60] + bytes([content[60] ^ 255]) + content[61:],
    "zeros": lambda content: bytes(len(content)),
    "half zeros": lambda content: content[:60] + bytes(len(content) - 60),
    "no object": lambda content: zlib.compress(b"nothing 3\0abc"),
    "too long": lambda content: zlib.compress(b"blob 3\0abcdef"),
    "bare": lambda content: zlib.compress(b"blob"),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_every_damage_to_a_loose_object_is_found_in_no_time(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    repo = RepoBuilder(tmp_path / "repo")
    repo.commit({"a": "".join(f"{number * 7919}\n" for number in range(500))})
    git_dir = repo.build(loose=True)
    sha = oid(git_dir, "main:a")
    file = git_dir / "objects" / sha[:2] / sha[2:]
    file.chmod(0o600)
    file.write_bytes(damage(file.read_bytes()))
    assert list(read_blobs(git_dir, [sha])) == [(sha, None)]


@pytest.mark.parametrize("place", [0.3, 0.6, 0.9])
def test_damage_to_a_pack_is_found(tmp_path: Path, place: float) -> None:
    repo = RepoBuilder(tmp_path / "repo")
    repo.commit({"a": "".join(f"{number * 7919}\n" for number in range(500))})
    git_dir = repo.build()
    sha = oid(git_dir, "main:a")
    (pack,) = (git_dir / "objects" / "pack").glob("*.pack")
    content = bytearray(pack.read_bytes())
    content[int(len(content) * place)] ^= 255
    pack.chmod(0o600)
    pack.write_bytes(content)
    assert list(read_blobs(git_dir, [sha])) == [(sha, None)]


def test_objects_borrowed_from_another_repository_are_found(tmp_path: Path) -> None:
    for name, loose in (("loose", True), ("packed", False)):
        repo = RepoBuilder(tmp_path / name)
        repo.commit({"a": "1\n"})
        sha = oid(repo.build(loose=loose), "main:a")
        git(tmp_path, "clone", "--quiet", "--shared", "--bare", name, f"{name}-borrower")
        assert list(read_blobs(tmp_path / f"{name}-borrower", [sha])) == [(sha, b"1\n")]


def test_missing_and_broken_objects_are_none_and_the_rest_is_read(tmp_path: Path) -> None:
    repo = RepoBuilder(tmp_path / "repo")
    repo.commit({"gone": "1\n", "broken": "2\n" * 100, "whole": "3\n"})
    git_dir = repo.build(loose=True)
    asked = [oid(git_dir, f"main:{name}") for name in ("gone", "broken", "whole")]
    gone, broken = (git_dir / "objects" / sha[:2] / sha[2:] for sha in asked[:2])
    gone.unlink()
    content = broken.read_bytes()
    broken.chmod(0o600)
    broken.write_bytes(content[:-8])
    assert list(read_blobs(git_dir, asked)) == list(zip(asked, (None, None, b"3\n"), strict=True))


def test_no_repository_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(MineError, match="cannot read"):
        list(read_blobs(tmp_path / "none", []))


def test_a_file_is_found_by_its_path_at_a_commit(built: Built) -> None:
    renames, paths = built("rename_chain"), built("strange_paths")
    assert (read_file(renames.path, renames.sha(3), "folder/c.py") or b"").endswith(b"and more\n")
    assert read_file(renames.path, renames.sha(4), "folder/c.py") is None
    assert read_file(paths.path, paths.sha(1), "caf\\xe9") == b"1\n"


@pytest.mark.parametrize("path", ["", "/", "folder", "folder/", "folder/c.py/x", "/folder/c.py", "../a.py", "a\0b"])
def test_what_is_no_file_is_none(built: Built, path: str) -> None:
    repo = built("rename_chain")
    assert read_file(repo.path, repo.sha(3), path) is None


def test_links_and_submodules_are_no_files(built: Built) -> None:
    links, modules = built("symlinks"), built("submodules")
    assert read_file(links.path, links.sha(1), "outside") is None
    assert read_file(modules.path, modules.sha(2), "lib") is None


def test_a_file_of_an_unknown_commit_is_an_error(built: Built) -> None:
    with pytest.raises(MineError, match="not a tree"):
        read_file(built("one_commit").path, "1" * 40, "a.py")


def with_rules(path: Path) -> RepoBuilder:
    repo = RepoBuilder(path)
    files = {"lib/jquery.js": "1\n", "lib/own/a.js": "1\n", "a.inc": "1\n", "b.py": "1\n", "sp ace/c.inc": "1\n"}
    rules = "*.inc linguist-language=PHP\nlib/** linguist-vendored\n"
    repo.commit({**files, ".gitattributes": rules, "lib/own/.gitattributes": "* -linguist-vendored\n"})
    repo.commit({".gitattributes": None})
    repo.build()
    return repo


def test_attributes_are_those_of_the_commit_with_nearer_files_first(tmp_path: Path) -> None:
    repo = with_rules(tmp_path / "repo")
    paths = ["lib/jquery.js", "lib/own/a.js", "a.inc", "b.py", "sp ace/c.inc"]
    assert attributes(repo.path, repo.sha(1), paths, NAMES) == {
        "lib/jquery.js": {"linguist-vendored": "set"},
        "lib/own/a.js": {"linguist-vendored": "unset"},
        "a.inc": {"linguist-language": "PHP"},
        "sp ace/c.inc": {"linguist-language": "PHP"},
    }
    assert attributes(repo.path, repo.sha(2), paths, NAMES) == {"lib/own/a.js": {"linguist-vendored": "unset"}}


def test_attributes_agree_with_git_in_a_work_tree(tmp_path: Path) -> None:
    repo = with_rules(tmp_path / "repo")
    git(tmp_path, "clone", "--quiet", str(repo.path), "tree")
    git(tmp_path / "tree", "checkout", "--quiet", repo.sha(1))
    paths = git(tmp_path / "tree", "ls-files", "-z").decode().split("\0")[:-1]
    fields = git(tmp_path / "tree", "check-attr", "-z", *NAMES, "--", *paths).decode().split("\0")[:-1]
    expected: dict[str, dict[str, str]] = {}
    for path, name, value in zip(fields[::3], fields[1::3], fields[2::3], strict=True):
        if value != "unspecified":
            expected.setdefault(path, {})[name] = value
    assert attributes(repo.path, repo.sha(1), paths, NAMES) == expected


def test_hostile_paths_and_no_paths_do_no_harm(tmp_path: Path) -> None:
    repo = with_rules(tmp_path / "repo")
    hostile = ["../a.inc", "/etc/x.inc", "a/../../x.inc", "--stdin", "new\nline.inc", "", ".", "caf\\xe9.inc"]
    found = attributes(repo.path, repo.sha(1), hostile, NAMES)
    assert sorted(found) == ["caf\\xe9.inc", "new\nline.inc"]
    assert attributes(repo.path, repo.sha(1), [], NAMES) == {}


def test_neither_the_user_nor_a_checkout_has_a_say_and_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo = with_rules(tmp_path / "repo")
    git(tmp_path, "clone", "--quiet", str(repo.path), "tree")
    (tmp_path / "attributes").write_text("* linguist-generated\n")
    (tmp_path / "config").write_text(f"[core]\nattributesFile = {tmp_path / 'attributes'}\n")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "config"))
    (tmp_path / "tree" / ".gitattributes").write_text("* linguist-generated\n")
    git(tmp_path / "tree", "add", ".")
    git_dir = tmp_path / "tree" / ".git"
    before = sorted((path, path.stat().st_mtime_ns) for path in git_dir.rglob("*"))
    assert attributes(git_dir, repo.sha(2), ["b.py"], NAMES) == {}
    assert attributes(git_dir, repo.sha(1), ["b.py"], NAMES) == {}
    assert sorted((path, path.stat().st_mtime_ns) for path in git_dir.rglob("*")) == before
