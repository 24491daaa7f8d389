"""Reading TOML so that every problem can be told with its line and key."""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

from analyzer.config.positions import Place, positions
from analyzer.errors import ConfigError
from analyzer.plain_file import contents

__all__ = ["Place", "line_of", "parse", "read"]

LONGEST = 4 << 20
"""Bytes of a configuration: thousands of repositories take less."""
_POSITION = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")

_USUAL_HINT = 'text stands in quotes: name = "flask"; a repository begins with [[repository]]'
_ESCAPE = r"in double quotes \ begins an escape: write paths with / or in single quotes"
_TWICE = "it stands there twice: leave one out"
_HINTS = {
    "Invalid hex value": _ESCAPE,
    "Unescaped": _ESCAPE,
    "Cannot overwrite a value": _TWICE,
    "Cannot declare": _TWICE,
}
"""How a message of tomllib begins -> what to do."""


def read(path: Path) -> str:
    """Return the text of the file; raises ConfigError if there is none that can be read."""
    try:
        text = contents(path, LONGEST, pipes=True).decode("utf-8-sig")
        return text.replace("\r\n", "\n").replace("\r", "\n")
    except FileNotFoundError:
        hint = "name one that exists, or compare without one: diptych compare pallets/flask django/django"
        raise ConfigError(f"there is no configuration {path}", hint=hint) from None
    except IsADirectoryError:
        raise ConfigError(f"{path} is a folder", hint=f"did you mean {path / 'diptych.toml'}?") from None
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise ConfigError(f"{path}:{line}: not UTF-8 text", hint="save the file in UTF-8") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise ConfigError(f"cannot read {path}: {reason}", hint="check the path and its permissions") from None


def parse(path: Path, text: str) -> dict[str, Any]:
    """Return what the text says; raises ConfigError with the line and the key where it is not TOML.

    Numbers with a point become Decimal, which keeps the digits as they were written.
    """
    try:
        return tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        lines = text.splitlines()
        found = _POSITION.search(str(error))
        line = int(found[1]) if found and found[1] else max(len(lines), 1)
        what = _POSITION.sub("", str(error))
        near = lines[line - 1].split("=")[0].strip()[:40] if line <= len(lines) else ""
        at = f" at {near!r}" if near else ""
        raise ConfigError(
            f"{path}:{line}: not valid TOML{at}: {what[:1].lower()}{what[1:]}", hint=_hint(what)
        ) from None
    except (ValueError, ArithmeticError, RecursionError):
        # Numbers of thousands of digits, exponents beyond any use, brackets within brackets without end.
        message = "a number or a nesting that is larger than anything that is meant"
        raise ConfigError(f"{path}: not valid TOML: {message}", hint="look for a damaged line") from None


def _hint(what: str) -> str:
    return next((hint for begin, hint in _HINTS.items() if what.startswith(begin)), _USUAL_HINT)


def line_of(text: str, place: Place) -> int:
    """Return the line (from 1) on which the value at `place` stands, or the nearest thing around it.

    A list of tables stands where the first of them does.
    """
    lines = positions(text)
    around = [place[:end] for end in range(len(place), 0, -1)]
    return next((lines[one] for one in [place, (*place, 0), *around] if one in lines), 1)
