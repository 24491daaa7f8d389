"""SVG paths in fewer characters: a line of thousands of points is most of a picture's weight."""

from __future__ import annotations

import re
from collections.abc import Iterator

_PATH = re.compile(r'(?<= d=")[^"]+')
_STEP = re.compile(r"([MLHV])([0-9e.,\s-]*)|(Z)")
_NUMBER = re.compile(r"-?[\d.]+(?:e-?\d+)?")


def shortened(svg: str) -> str:
    """Return the picture with its paths relative, to a tenth of a pixel; those with curves stay as they are."""
    return _PATH.sub(lambda match: _path(match[0]), svg)


def _path(path: str) -> str:
    if re.search("[^MLHVZ0-9e.,\\s-]", path):
        return path
    return "".join(_steps(path))


def _steps(path: str) -> Iterator[str]:
    # In whole tenths: what is rounded once does not add up along the line.
    x = y = start_x = start_y = 0
    for command, numbers, close in _STEP.findall(path):
        if close:
            x, y = start_x, start_y
            yield close
            continue
        values = [round(float(number) * 10) for number in _NUMBER.findall(numbers)]
        to_x = values[0] if command != "V" else x
        to_y = values[-1] if command != "H" else y
        if command == "M":
            start_x, start_y = to_x, to_y
            yield f"M{_tenths(to_x)},{_tenths(to_y)}"
        elif to_y == y:
            yield f"h{_tenths(to_x - x)}"
        elif to_x == x:
            yield f"v{_tenths(to_y - y)}"
        else:
            yield f"l{_tenths(to_x - x)},{_tenths(to_y - y)}"
        x, y = to_x, to_y


def _tenths(value: int) -> str:
    text = f"{abs(value) / 10:g}".removeprefix("0") or "0"
    return f"-{text}" if value < 0 else text
