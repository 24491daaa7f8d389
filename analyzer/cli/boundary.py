"""The error boundary: whatever happens inside becomes one line, a hint and an exit code."""

from __future__ import annotations

import errno
import os
import sys
import traceback
from collections.abc import Sequence

import click
from click.exceptions import Abort, ClickException, Exit, NoSuchOption, UsageError

from analyzer.cli.globals import Globals
from analyzer.cli.group import diptych
from analyzer.cli.text import complain
from analyzer.errors import AnalyzerError, StoreDamaged

FAILED = 1
WRONG_WORDS = 2
DEFECT = 3
INTERRUPTED = 130

# What the machine refuses is no defect of ours, wherever it happens.
_MACHINE = frozenset({errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOSPC, errno.ENOTDIR, errno.EEXIST})


def guarded(words: Sequence[str]) -> int:
    """Run `diptych` with these words and return its exit code."""
    if "_DIPTYCH_COMPLETE" in os.environ:
        diptych.main(list(words), prog_name="diptych")
    known: list[Globals] = []
    try:
        return _mended(words, known)
    except AnalyzerError as error:
        complain(error.message, error.hint)
        return error.exit_code
    except ClickException as error:
        complain(*_usage(error, words))
        return WRONG_WORDS
    except (Abort, KeyboardInterrupt):
        complain("interrupted", "what was read so far is kept: run the same command again to go on")
        return INTERRUPTED
    except BrokenPipeError:
        # The reader (`| head`) has seen enough; Python would complain once more when it flushes at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except Exception as error:  # The boundary: nobody above can say anything useful.
        if isinstance(error, OSError) and error.errno in _MACHINE:
            place = f"{error.filename}: " if error.filename else ""
            complain(f"{place}{(error.strerror or str(error)).lower()}", "check permissions and free space")
            return FAILED
        return _defect(error, known)


def _mended(words: Sequence[str], known: list[Globals]) -> int:
    """Run the words; if the facts turn out damaged, put them aside, and run the words once more from the mirrors."""
    try:
        return _run(words, known)
    except StoreDamaged as error:
        if not known:
            raise
        from analyzer.cli.mending import mend

        mend(known[-1].workspace, error)
    return _run(words, known)


def _run(words: Sequence[str], known: list[Globals]) -> int:
    try:
        with diptych.make_context("diptych", list(words), obj=known) as context:
            code = diptych.invoke(context)
    except Exit as end:
        return end.exit_code
    return code if isinstance(code, int) else 0


def _usage(error: ClickException, words: Sequence[str]) -> tuple[str, str | None]:
    """Return what is wrong with the words, and where to read how they should be."""
    message = error.format_message().rstrip(".")
    message = f"{message[:1].lower()}{message[1:]}"
    context = error.ctx if isinstance(error, UsageError) else None
    if context is None:
        return message, None
    if isinstance(error, NoSuchOption) and context.parent is not None:
        ours = {name for parameter in diptych.params for name in parameter.opts}
        if error.option_name in ours:
            given = " ".join(word for word in words if word.split("=")[0] == error.option_name)
            return message, f"it stands before the command: diptych {given} {context.info_name} ..."
    return message, f"see {context.command_path} --help"


def _defect(error: Exception, known: list[Globals]) -> int:
    from analyzer.cli.crash import write_log

    where = known[0] if known else None
    if where is not None and where.verbose:
        click.echo("".join(traceback.format_exception(error)), err=True)
    log = write_log(error, where.workspace.cache if where else None)
    complain(f"this is a defect of Diptych: {type(error).__name__}", f"please report it with the log {log}")
    return DEFECT
