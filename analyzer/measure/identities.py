"""Who is one person: rules that tell authors apart, and names that can be shown."""

from __future__ import annotations

import re

import numpy as np
import pandas as pd

from analyzer.errors import MeasureError
from analyzer.measure.windows import Times

UNNAMED = "(no name)"
"""Shown for a person of whom only an e-mail address is known: addresses are never shown."""
_DOMAIN = re.compile(r"(?<=\S)@\S+")


def people(commits: pd.DataFrame, identity: str) -> Times:
    """Return a number for each commit's author, equal for equal people and counted from 0.

    "raw": the pair of name and e-mail as recorded. "openhub": the author name, or the e-mail where it is empty.
    """
    names = commits["author_name"]
    emails = commits["author_email"]
    if identity == "openhub":
        return _codes(names.where(names != "", emails))
    if identity == "raw":
        name_codes, email_codes = _codes(names), _codes(emails)
        return _codes(pd.Series(name_codes * (int(email_codes.max(initial=0)) + 1) + email_codes))
    raise MeasureError(f"there is no rule {identity!r} to tell people apart", hint="known: openhub, raw")


def display_names(commits: pd.DataFrame, codes: Times) -> list[str]:
    """Return a name for each number of `people`, in order: the one that sorts first of those recorded.

    Of an address that somebody is called by, what comes before the @ is shown.
    """
    shown = pd.DataFrame({"code": codes, "name": commits["author_name"].to_numpy()})
    first = shown.drop_duplicates().sort_values(["code", "name"]).drop_duplicates("code")
    # Some write their address where their name should stand.
    return [_DOMAIN.sub("@…", str(name)) or UNNAMED for name in first["name"]]


def _codes(values: pd.Series) -> Times:
    return pd.factorize(values)[0].astype(np.int64)
