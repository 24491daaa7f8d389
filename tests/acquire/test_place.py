"""One lock, a folder aside, one rename."""

import threading
from pathlib import Path

import pytest

from analyzer.acquire.location import parse_location
from analyzer.acquire.place import aside, has_leftovers, locked, place, remove_git_locks


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "tool.git"


def names(folder: Path) -> set[str]:
    return {entry.name for entry in folder.iterdir()}


def test_a_mirror_lies_below_host_and_owner(tmp_path: Path) -> None:
    found = place(parse_location("pallets/flask", base=tmp_path), tmp_path / "mirrors")
    assert found == tmp_path / "mirrors" / "github.com" / "pallets" / "flask.git"


def test_a_folder_made_aside_is_put_in_its_place(path: Path) -> None:
    with aside(path) as new:
        new.mkdir()
        (new / "file").touch()
        assert not path.exists()
    assert names(path) == {"file"}
    assert names(path.parent) == {"tool.git"}


def test_what_was_in_the_place_is_replaced(path: Path) -> None:
    path.mkdir()
    (path / "old").touch()
    with aside(path) as new:
        new.mkdir()
        assert names(path) == {"old"}
    assert names(path) == set()
    assert not has_leftovers(path)


def test_a_failure_leaves_what_was_in_the_place(path: Path) -> None:
    path.mkdir()
    (path / "old").touch()
    with pytest.raises(ZeroDivisionError), aside(path) as new:
        new.mkdir()
        raise ZeroDivisionError
    assert names(path) == {"old"}
    assert names(path.parent) == {"tool.git"}


def test_leftovers_of_a_killed_run_are_removed_and_never_written_to_again(path: Path) -> None:
    left = path.with_name("tool.git.partial") / "killed" / "new.git"
    left.mkdir(parents=True)
    assert has_leftovers(path)
    with aside(path) as new:
        assert not left.exists()
        assert new.parent != left.parent
        new.mkdir()
    assert names(path.parent) == {"tool.git"}


def test_locks_and_unfinished_packs_of_a_killed_git_are_removed(path: Path) -> None:
    kept, gone = ["HEAD", "refs/heads/main", "objects/pack/pack-1.pack"], ["packed-refs.lock", "refs/heads/main.lock"]
    gone += ["objects/pack/tmp_pack_1"]
    for name in kept + gone:
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).touch()
    remove_git_locks(path)
    assert {str(file.relative_to(path)) for file in path.rglob("*") if file.is_file()} == set(kept)


def test_who_finds_the_place_locked_tells_so_and_waits(path: Path) -> None:
    held, leave = threading.Event(), threading.Event()

    def hold() -> None:
        with locked(path, waiting=lambda: None):
            held.set()
            leave.wait(10)

    other = threading.Thread(target=hold)
    other.start()
    assert held.wait(10)
    told: list[str] = []

    def waiting() -> None:
        told.append("waiting")
        leave.set()

    with locked(path, waiting=waiting):
        assert told == ["waiting"]
    other.join()


def test_a_free_place_is_locked_without_a_word(path: Path) -> None:
    with locked(path, waiting=lambda: pytest.fail("nobody holds it")):
        pass
