"""A log of a crash that can be pasted into a public report: versions and traceback, nobody's secrets."""

from __future__ import annotations

import platform
import re
import sys
import tempfile
import traceback
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import analyzer
from analyzer.cli.text import without_credentials

_LIBRARIES = ("click", "pygit2", "pydriller", "pandas", "sqlalchemy", "altair", "vl-convert-python", "pydantic", "rich")
_SECRETS = (
    # what stands behind a question mark of a URL
    (re.compile(r"(://[^\s'\"?]*)\?[^\s'\"]*"), r"\1"),
    (re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"), "(address)"),
)


def write_log(error: BaseException, folder: Path | None) -> Path:
    """Write the log into `folder`, or where temporary files go if that is not there, and return its path."""
    if folder is None or not folder.is_dir():
        folder = Path(tempfile.mkdtemp(prefix="diptych-"))
    path = folder / "crash.log"
    path.write_text(describe(error), encoding="utf-8", errors="replace")
    return path


def describe(error: BaseException) -> str:
    """Return versions and traceback, with credentials, e-mail addresses and the home folder taken out."""
    versions = "\n".join(f"{name} {_version(name)}" for name in _LIBRARIES)
    trace = "".join(traceback.format_exception(error))
    head = f"diptych {analyzer.__version__}\nPython {sys.version}\n{platform.platform()}\n{versions}\n\n"
    return head + scrub(trace)


def scrub(text: str) -> str:
    """Return the text without credentials, e-mail addresses and the name of the home folder."""
    text = without_credentials(text)
    for pattern, instead in _SECRETS:
        text = pattern.sub(instead, text)
    return text.replace(str(Path.home()), "~")


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"
