"""Figures as words: the one place that decides how a number, a share or a date reads in English."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta

NOTHING = "–"
"""What stands where a figure cannot be told."""

_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
# Not strftime: it follows the machine's locale.
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_LARGE = 1_000
"""From here on a decimal tells nothing."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_EARLIEST, _LATEST = -62_135_596_800, 253_402_300_799  # the years 1 and 9999, which is all that datetime knows


def moment(seconds: float) -> datetime:
    """Return seconds since 1970 as a datetime in UTC; what lies outside of the years 1 to 9999 becomes their edge."""
    return _EPOCH + timedelta(seconds=min(max(int(seconds), _EARLIEST), _LATEST))


def day(seconds: float) -> str:
    """Return "18 June 2026" (UTC)."""
    date = moment(seconds)
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}"


def month(seconds: float) -> str:
    """Return "June 2026" (UTC)."""
    date = moment(seconds)
    return f"{_MONTHS[date.month - 1]} {date.year}"


def instant(seconds: float) -> str:
    """Return "2026-06-18T15:37:49Z", as machines read it."""
    return f"{moment(seconds):%Y-%m-%dT%H:%M:%SZ}"


def count(value: float) -> str:
    """Return a whole number with thousands separators: "1,234"."""
    return f"{_half_up(value):,}"


def decimal(value: float) -> str:
    """Return a number with one decimal, thousands separators and a real minus sign: "1,234.5"."""
    return _signed(f"{value:,.1f}")


def percent(value: float) -> str:
    """Return a percentage (0..100) with one decimal: "25.2 %"; only exactly 0 and 100 are shown as these."""
    if 0 < value < 0.05:
        return "under 0.1 %"
    if 99.95 <= value < 100:
        return "over 99.9 %"
    return f"{decimal(value)} %"


def signed_percent(value: float) -> str:
    """Return a change in percent with its sign: "+12.5 %", and a real minus sign."""
    if 0 < abs(value) < 0.05:
        return f"{'+' if value > 0 else '−'}under 0.1 %"
    return ("+" if value > 0 else "") + f"{decimal(value)} %"


def complexity(value: float) -> str:
    """Return a whole number as it is, a mean with two decimals: most means of repositories lie between 1.5 and 4."""
    return count(value) if isinstance(value, int) else f"{value:,.2f}"


def dollars(value: float) -> str:
    """Return "$1,234,567"."""
    return f"${count(value)}"


def figure(value: float | str | None, unit: str) -> str:
    """Return a value as it stands in a table, by the unit of its metric; `NOTHING` for None."""
    if value is None:
        return NOTHING
    if isinstance(value, str):
        return value or NOTHING
    return _BY_UNIT.get(unit, _plain)(value)


def number(value: int) -> str:
    """Return a number as it stands in a sentence: "three", "thirteen" and on in figures."""
    return _WORDS[value] if 0 <= value < len(_WORDS) else count(value)


def plural(value: float, one: str, many: str | None = None) -> str:
    """Return "1 commit", "2 commits", "1,234 people" (`plural(1234, "person", "people")`)."""
    return f"{count(value)} {one if count(value) == '1' else many or one + 's'}"


def times(ratio: float) -> str:
    """Return how many times, for "... as large": "39 times", "three times", "2.5 times", "1.04 times"; ratio >= 1."""
    if ratio >= 9.95:
        return f"{count(ratio)} times"
    shown = f"{ratio:.1f}" if ratio >= 1.05 else f"{ratio:.2f}"
    if float(shown).is_integer():
        return "twice" if float(shown) == 2 else f"{number(int(float(shown)))} times"
    return f"{shown} times"


def listed(names: Sequence[str]) -> str:
    """Return "a", "a and b", "a, b and c"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def significant(value: float, figures: int = 3) -> int | float:
    """Round to so many significant figures, whole numbers staying whole: 425,237 becomes 425,000."""
    if not value:
        return 0
    shown = float(f"{value:.{figures - 1}e}")
    return int(shown) if shown.is_integer() else shown


def rounded(values: Sequence[float]) -> list[str]:
    """Return whole numbers rounded to three significant figures, to more where different ones would read alike.

    What is up to 9,999 stays exact: a reader who counts will want to find it again.
    """
    return apart(values, *(lambda value, figures=figures: _readable(value, figures) for figures in range(3, 19)))


def percents(values: Sequence[float]) -> list[str]:
    """Return percentages without decimals ("25"), or with the few (up to four) that keep different ones apart."""
    return apart(values, *(lambda value, decimals=decimals: _signed(f"{value:.{decimals}f}") for decimals in range(5)))


def apart(values: Sequence[float], *styles: Callable[[float], str]) -> list[str]:
    """Return the values in the first style (the last, if none does) that shows different values as different."""
    shown: list[str] = []
    for style in styles:
        shown = [style(value) for value in values]
        if len(set(shown)) == len(set(values)):
            break
    return shown


def _readable(value: float, figures: int) -> str:
    return count(value if abs(value) < 10_000 else significant(value, figures))


def _half_up(value: float) -> int:
    # Python rounds halves to even: 0.5 would read 0 and 1.5 read 2.
    whole = int(abs(value) + 0.5) if isinstance(value, float) else abs(value)
    return whole if value >= 0 else -whole


def _signed(text: str) -> str:
    if text.startswith("-"):
        return f"−{text[1:]}" if text.strip("-0.,") else text[1:]
    return text


def _plain(value: float) -> str:
    whole = isinstance(value, int) or float(value).is_integer() or abs(value) >= _LARGE
    return count(value) if whole else decimal(value)


def _years(value: float) -> str:
    # Who wrote on one day only was there for no time; more than that is never shown as none.
    if 0 <= value < 0.05:
        return "under 0.1" if value else "0"
    return decimal(value)


_BY_UNIT: dict[str, Callable[[float], str]] = {
    "percent": percent,
    "change": signed_percent,
    "dollars": dollars,
    "date": day,
    "years": _years,
    "complexity": complexity,
}
