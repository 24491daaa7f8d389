"""What lines of a Python skeleton look like: one pattern that takes a run of lines of one kind at a time."""

from __future__ import annotations

import re

from analyzer.count.possessive import compiled

BLANKS, COMMENTS, MARKS, LITERALS, HEADER, PLAIN, PLAIN_COMMENTED, TEXTS, OTHER = range(1, 10)
"""Kinds of runs: the group of LINES that matched."""

_MARK = r"[(),:;\[\]{}\ ]|pass\b"
_QUOTED = r"""[rRbBuU]{0,2}+["']\x06?+"""
_CODE = rf"""\ *+(?!(?:class|def|async)\b)(?:{_MARK}|{_QUOTED})*+[^\n\#\x03]++"""

LINES = compiled(
    rf"""
    ((?:\ *+\n)++)
  | ((?:\ *+\#[^\n]*+\n)++)
  | ((?:{_MARK})++(?:\#[^\n]*+)?+\n)
  | ((?:{_MARK}|{_QUOTED})++(?:\#[^\n]*+)?+\n)
  | (\ *+(?:class|def|async\ ++def)\b[^\n\x03]*+\n)
  | ((?:{_CODE}(?<!:)\n)++(?:{_CODE}\n)?+ | {_CODE}\n)
  | ({_CODE}\#[^\n]*+\n)
  | ([^\n\x03]*+(?:\x03[^\x04]*+\x04[^\n\x03]*+)++\n)
  | ([^\n]*+\n)
    """.encode(),
    re.VERBOSE,
)
"""A run of code ends behind a line that ends in a colon, so that what follows a colon begins a run."""

_STRING = r"""[rRuU]{0,2}+(?:["']\x06?+|\x03[^\x04]*+\x04)"""
_BETWEEN = r"(?:\ |\\\n)*+"
_WITHIN = r"(?:[\ \n]|\\\n|\#[^\n]*+)*+"

DOCSTRING = compiled(
    rf"""{_BETWEEN}(?:
    {_STRING}(?:{_BETWEEN}{_STRING})*+
  | (?:\({_WITHIN})++{_STRING}(?:{_WITHIN}{_STRING})*+(?:{_WITHIN}\))++
    ){_BETWEEN}(?=[;\#\n])""".encode(),
    re.VERBOSE,
)
"""A statement of strings alone (no bytes, no f-strings): a docstring, if it comes first and its brackets pair."""

SOLE = compiled(rb""" *+[rRbBuUfF]{0,2}+(?:["']\x06?+|\x03[^\x04]*+\x04) *+\n""")
"""A statement that is one string, and nothing else on its lines."""

WHOLE_TEXT = compiled(rb" *+\x03[^\x04]*+\x04\n")
"""Lines with a triple-quoted text and nothing else."""

LITERAL_LINE = compiled(rf"(?:[\x01-\x06]|{_MARK}|[rRbBuU]{{0,2}}+[\"'\x03])*+".encode(), re.VERBOSE)
"""With `fullmatch`: strings and marks alone."""

MARKS_LINE = compiled(rf"(?:{_MARK})++".encode(), re.VERBOSE)
"""With `fullmatch`: marks alone."""

PREFIXED_LINE = compiled(rb"""(?:[\x01-\x06 ]|[rRuU]{0,2}+["'\x03])++""")
"""With `fullmatch`: strings alone, with their prefixes."""

WORDS = compiled(rb"#[^0-9A-Za-z]*+[0-9A-Za-z]")
"""With `fullmatch`: the mark of a comment with words."""

HEADER_LINE = compiled(rb" *+(?:class|def|async ++def)\b")
"""The first line of a definition."""

INLINE = compiled(rb""":[ (]*+[rRuU]{0,2}+["'\x03]""")
"""A string behind a colon."""

TURNS = compiled(rb"[()\[\]{}:]")

SLASHES = compiled(rb"(?:\A|\n) *+//")
