"""A file is written as a whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from analyzer import whole


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_folder_is_made_and_nothing_else_is_left(tmp_path: Path) -> None:
    place = tmp_path / "a" / "b"
    for content in (b"old", b"new"):
        whole.write(place, content)
        assert (place.read_bytes(), names(place.parent)) == (content, ["b"])


def test_a_link_is_replaced_and_what_it_leads_to_is_not_written(tmp_path: Path) -> None:
    (tmp_path / "victim").write_bytes(b"mine")
    (tmp_path / "link").symlink_to("victim")
    whole.write(tmp_path / "link", b"new")
    assert not (tmp_path / "link").is_symlink()
    assert ((tmp_path / "link").read_bytes(), (tmp_path / "victim").read_bytes()) == (b"new", b"mine")


def test_it_may_be_read_as_any_file_of_the_user_or_as_is_said(tmp_path: Path) -> None:
    (tmp_path / "plain").touch()
    whole.write(tmp_path / "usual", b"")
    whole.write(tmp_path / "secret", b"", mode=0o600)
    modes = {name: stat.S_IMODE((tmp_path / name).stat().st_mode) for name in names(tmp_path)}
    assert (modes["usual"], modes["secret"]) == (modes["plain"], 0o600)


def test_nobody_else_can_read_a_file_that_another_thread_makes_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[int] = []
    plain = os.umask

    def umask(mask: int) -> int:
        seen.append(mask)
        return plain(mask)

    monkeypatch.setattr(os, "umask", umask)
    whole.write(tmp_path / "a", b"")
    assert seen[0] & 0o077 == 0o077 and len(seen) == 2


@pytest.mark.parametrize("method", ["chmod", "replace"])
def test_after_an_error_nothing_is_left_and_what_was_there_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, method: str
) -> None:
    whole.write(tmp_path / "a", b"old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, method, full)
    with pytest.raises(OSError, match="No space left"):
        whole.write(tmp_path / "a", b"new")
    assert (names(tmp_path), (tmp_path / "a").read_bytes()) == (["a"], b"old")
