"""What somebody named is read if it is a plain file, and no more of it than it may have."""

from __future__ import annotations

import errno
import os
import socket
import threading
from pathlib import Path

import pytest

from analyzer.plain_file import contents


def test_a_plain_file_is_read_whole_up_to_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"x" * 100)
    assert contents(path, 100) == b"x" * 100
    with pytest.raises(OSError, match="larger than") as caught:
        contents(path, 99)
    assert caught.value.errno == errno.EFBIG


def test_a_link_to_a_plain_file_is_one(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x")
    (tmp_path / "b").symlink_to("a")
    assert contents(tmp_path / "b", 9) == b"x"


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/tty"])
@pytest.mark.parametrize("pipes", [True, False])
def test_a_device_is_refused(device: str, pipes: bool) -> None:
    with pytest.raises(OSError, match="no plain file"):
        contents(Path(device), 9, pipes=pipes)


def test_a_folder_a_socket_and_nothing_are_refused(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "socket"))
        for name, kind in (("", IsADirectoryError), ("socket", OSError), ("none", FileNotFoundError)):
            with pytest.raises(kind):
                contents(tmp_path / name, 9)


def test_a_pipe_is_refused_at_once_unless_it_is_allowed(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OSError, match="no plain file"):
        contents(tmp_path / "pipe", 9)
    assert contents(tmp_path / "pipe", 9, pipes=True) == b""


def test_a_pipe_that_is_allowed_is_read_to_its_end(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    wrote = threading.Timer(0.1, lambda: (os.write(writing, b"late"), os.close(writing)))
    wrote.start()
    try:
        assert contents(Path(f"/dev/fd/{reading}"), 9, pipes=True) == b"late"
    finally:
        wrote.join()
        os.close(reading)
