"""Small Python sources, and what each tool counts in them as code, comment and blank."""

from __future__ import annotations

SOURCES = {
    "docstrings": '''\
#!/usr/bin/env python
"""One line."""


def several():
    """First

    third.
    """
    return 1  # trailing


class Raw:
    r"""A \\d

    pattern."""


def short():
    "of one quote"


def inline(): """beside code"""
''',
    "strings": '''\
SQL = """
    SELECT *

    FROM a
""".strip()
call(
    """
    led
    """,
    """alone"""
)
if call:
    """no docstring

    at all"""
GLOB = "src/*.py"
''',
    "comments": """\
# a
#
# ----
x = [
    # in brackets

    1,  # one
]
# x = 2
y = x \\
    + 1  # NOSONAR
def f():
    pass
    pass  # why
TABLE = {
    "key":
        "value",
    "other": "value",
    "string",
}
""",
    "text with marks": '''\
def f():
    """
    # begins with a hash
    a/*b
    """
    return "*/"
x = """
# here too
""" # after code
"""statement"""  # noted
''',
    "page break": "import a\n\n\f\n\nb = 1\n",
    "prefixes": '''\
x = u"""a
b"""
def f():
    u"""old

    style"""
def g():
    f"""no docstring {x}"""
''',
    "gone astray": """\
a = "'''"
b = 2
c = 'ends in \\\\'
# comment

d = "'"
""",
}

EXPECTED: dict[str, dict[str, tuple[int, int, int]]] = {
    "cloc": {
        "docstrings": (8, 5, 10),
        "strings": (5, 9, 2),
        "comments": (14, 5, 1),
        "text with marks": (3, 7, 0),
        "page break": (2, 0, 3),
        "prefixes": (4, 3, 1),
        "gone astray": (4, 1, 1),
    },
    "cloc-docstrings-as-code": {
        "docstrings": (13, 0, 10),
        "strings": (13, 1, 2),
        "comments": (14, 5, 1),
        "text with marks": (6, 4, 0),
        "page break": (2, 0, 3),
        "prefixes": (7, 0, 1),
        "gone astray": (4, 1, 1),
    },
    "openhub": {
        "docstrings": (7, 6, 10),
        "strings": (7, 7, 2),
        "comments": (14, 5, 1),
        "text with marks": (3, 7, 0),
        "page break": (2, 0, 4),
        "prefixes": (5, 2, 1),
        "gone astray": (4, 1, 1),
    },
    "pygount": {
        "docstrings": (5, 10, 8),
        "strings": (5, 3, 1),
        "comments": (6, 7, 4),
        "text with marks": (3, 4, 0),
        "page break": (2, 0, 3),
        "prefixes": (4, 3, 0),
        "gone astray": (4, 1, 1),
    },
    "radon": {
        "docstrings": (5, 2, 10),
        "strings": (12, 0, 2),
        "comments": (15, 8, 1),
        "text with marks": (6, 2, 0),
        "page break": (2, 0, 4),
        "prefixes": (4, 0, 1),
        "gone astray": (4, 1, 1),
    },
    "scc": {
        "docstrings": (6, 9, 8),
        "strings": (10, 6, 0),
        "comments": (14, 5, 1),
        "text with marks": (6, 4, 0),
        "page break": (3, 0, 2),
        "prefixes": (7, 1, 0),
        "gone astray": (4, 1, 1),
    },
    "semantic": {
        "docstrings": (5, 7, 11),
        "strings": (14, 0, 2),
        "comments": (14, 2, 3),
        "text with marks": (6, 2, 2),
        "page break": (2, 0, 3),
        "prefixes": (5, 2, 1),
        "gone astray": (4, 1, 1),
    },
    "sonar": {
        "docstrings": (4, 12, 8),
        "strings": (16, 0, 0),
        "comments": (14, 5, 1),
        "text with marks": (6, 6, 0),
        "page break": (2, 0, 3),
        "prefixes": (5, 3, 0),
        "gone astray": (4, 1, 1),
    },
    "tokei": {
        "docstrings": (14, 1, 8),
        "strings": (16, 0, 0),
        "comments": (14, 5, 1),
        "text with marks": (10, 0, 0),
        "page break": (2, 0, 3),
        "prefixes": (8, 0, 0),
        "gone astray": (6, 0, 0),
    },
    "tokei-docstrings": {
        "docstrings": (7, 8, 8),
        "strings": (5, 11, 0),
        "comments": (14, 5, 1),
        "text with marks": (3, 7, 0),
        "page break": (2, 0, 3),
        "prefixes": (3, 5, 0),
        "gone astray": (6, 0, 0),
    },
}
"""By definition and source. The tools' own counts, but for sonar and semantic, which were counted by hand."""
