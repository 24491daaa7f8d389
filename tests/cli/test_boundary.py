"""The error boundary: exit codes, one line, a hint, and a log for defects."""

import errno
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from analyzer.errors import HostNotFound, ShelfError, StoreBusy


def test_an_expected_error_is_one_line_and_a_hint(configured, pipeline, diptych):
    pipeline.error = HostNotFound("cannot reach example.org", hint="check the network")
    ran = diptych("run")
    assert (ran.code, ran.err) == (1, "error: cannot reach example.org\nhint: check the network\n")


def test_an_error_without_a_hint_is_one_line(configured, pipeline, diptych):
    pipeline.error = StoreBusy("the facts are in use")
    assert diptych("run").err == "error: the facts are in use\n"


def test_a_hint_of_many_lines_is_indented(configured, pipeline, diptych):
    pipeline.error = HostNotFound("x", hint="a\nb")
    assert diptych("run").err == "error: x\nhint: a\n      b\n"


def test_a_broken_shelf_is_our_fault(configured, pipeline, diptych):
    pipeline.error = ShelfError("x declares nothing")
    assert diptych("run").code == 3


def test_an_interrupt_is_130(configured, pipeline, diptych):
    pipeline.error = KeyboardInterrupt()
    ran = diptych("run")
    assert ran.code == 130
    assert ran.err.startswith("error: interrupted\nhint: what was read so far is kept")


def test_a_disk_without_room_is_no_defect(configured, pipeline, diptych):
    pipeline.error = OSError(errno.ENOSPC, "No space left on device", "cache/x")
    ran = diptych("run")
    assert (ran.code, ran.err.splitlines()[0]) == (1, "error: cache/x: no space left on device")


def test_a_defect_is_one_line_and_a_log_without_secrets(configured, pipeline, diptych):
    (configured / "cache").mkdir()
    pipeline.error = RuntimeError("https://me:s3cret@example.org/x?key=t0ken by ada@example.org")
    ran = diptych("run")
    log = configured / "cache" / "crash.log"
    assert ran.code == 3
    assert ran.err == f"error: this is a defect of Diptych: RuntimeError\nhint: please report it with the log {log}\n"
    text = log.read_text(encoding="utf-8")
    assert "RuntimeError: https://example.org/x by (address)" in text
    assert "diptych 0." in text
    assert not [word for word in ("s3cret", "t0ken", "ada@") if word in text]


def test_a_defect_without_a_cache_is_logged_where_temporary_files_go(configured, pipeline, diptych, monkeypatch):
    (configured / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(configured / "temporary"))
    pipeline.error = RuntimeError("x")
    log = diptych("run").err.split("with the log ")[1].strip()
    assert Path(log).parent.parent == configured / "temporary"
    assert Path(log).is_file()
    assert not (configured / "cache").exists()


def test_verbose_shows_where_a_defect_was(configured, pipeline, diptych):
    pipeline.error = RuntimeError("x")
    assert "Traceback" not in diptych("run").err
    assert "Traceback" in diptych("--verbose", "run").err


@pytest.mark.parametrize(
    ("words", "message", "hint"),
    [
        (("--xyz",), "no such option '--xyz'", "see diptych --help"),
        (("run", "--nope"), "no such option '--nope'", "see diptych run --help"),
        (("rum",), "there is no command called 'rum'", "did you mean run?"),
        (("run", "--jobs=3"), "no such option '--jobs'", "it stands before the command: diptych --jobs=3 run ..."),
        (("https://me:s3cret@x/y",), "there is no command called 'https://x/y'", None),
    ],
)
def test_wrong_words_are_exit_2_with_a_hint(pipeline, diptych, words, message, hint):
    ran = diptych(*words)
    assert (ran.code, ran.out) == (2, "")
    lines = ran.err.splitlines()
    assert lines[0] == f"error: {message}"
    assert hint is None or lines[1] == f"hint: {hint}"


def test_control_characters_in_a_message_do_not_reach_the_terminal(pipeline, diptych):
    assert "\x1b" not in diptych("\x1b[2J").err


def test_a_reader_that_has_seen_enough_is_no_error():
    code = "import sys; from analyzer.cli.boundary import guarded; sys.exit(guarded(['completion', 'zsh']))"
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    process.stdout.close()
    _, err = process.communicate()
    assert err == b""
