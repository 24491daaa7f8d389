"""What is a public definition, what is a docstring, and what no content can do to us."""

from __future__ import annotations

import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.count.docstrings import count_docstrings
from analyzer.count.python_syntax import LARGEST
from analyzer.model.docstrings import KINDS, Docstrings
from analyzer.model.uncounted import Reason


def found(source: str | bytes) -> Docstrings:
    row = count_docstrings("b", source.encode() if isinstance(source, str) else source)
    assert row.problem == ""
    return row.found


def test_each_kind_is_counted_apart_with_its_documented():
    source = '''"""Module."""
class A:
    """Class."""
    def documented(self):
        """Method."""
    async def bare(self): ...
def documented(): "Of one quote."
async def bare(): ...
def bare_too(): ...
'''
    assert found(source) == Docstrings(1, 1, 1, 1, 3, 1, 2, 1)


@pytest.mark.parametrize(
    "source",
    [
        "def _private(): ...",
        "class _Private:\n  def method(self): ...\n  class Inner: ...",
        "class __Mangled: ...",
        "def __getattr__(name): ...",
        "def _outer():\n  def inner(): ...\n  class Inner: ...",
        "@overload\ndef f(): ...",
        "@typing.overload\ndef f(): ...",
        "@t.overload\nasync def f(): ...",
        "f = lambda: 0",
    ],
)
def test_what_is_not_public_or_speaks_for_another_is_left_out(source):
    assert found(source) == Docstrings(modules=1)


def test_of_a_function_only_itself_is_reached():
    assert found("def f():\n  def g(): ...\n  class C:\n    def h(self): ...").functions == 1


def test_of_a_property_the_getter_counts():
    source = "class A:\n" + "".join(
        f"  @{decorator}\n  def x(self): ...\n" for decorator in ("property", "x.setter", "x.deleter")
    )
    assert found(source) == Docstrings(modules=1, classes=1, methods=1)


def test_magic_methods_are_left_out():
    assert found("class A:\n  def __init__(self): ...\n  def __call__(self): ...\n  def run(self): ...").methods == 1


@pytest.mark.parametrize(
    "around",
    [
        "if x:\n  {}\nelse:\n  {}",
        "try:\n  {}\nexcept E:\n  {}",
        "with x:\n  {}\n  {}",
        "for x in y:\n  {}\nelse:\n  {}",
        "match x:\n  case 1:\n    {}\n  case _:\n    {}",
    ],
)
def test_definitions_under_a_condition_are_definitions(around):
    assert found(around.format("def f(): 'd'", "def g(): ...")) == Docstrings(
        modules=1, functions=2, functions_documented=1
    )


@pytest.mark.parametrize("text", ['""', '"  "', '"\\n"', 'f"text"', 'b"text"', "0", "x", "..."])
def test_what_says_nothing_is_no_docstring(text):
    assert found(f"def f():\n  {text}").functions_documented == 0


@pytest.mark.parametrize(
    "data",
    [
        b"print 'Python 2'",
        b"a\0b",
        b"# coding: nonsense\n",
        b"# coding: punycode\na=1\n",
        b"# coding: hex\n00",
        b"\xff\xfe\xff",
        b"'\xe9'",
        b"\xef\xbb\xbf# coding: latin-1\n",
        b"(" * 100_000,
        b"x = " + b"-" * 100_000 + b"1",
        b"1+" * 100_000 + b"1",
        b"a" + b"()" * 100_000,
        b"not " * 100_000 + b"1",
        b"if a:\n 0\n" + b"elif a:\n 0\n" * 20_000,
        b"".join(b" " * depth + b"if 1:\n" for depth in range(200)) + b" " * 200 + b"0",
        b"1" * 100_000,
    ],
    ids=range(16),
)
def test_what_cannot_be_parsed_is_a_row_that_says_so(data):
    assert count_docstrings("b", data) == ("b", Reason.NOT_PARSED.value, Docstrings())


def test_a_content_that_is_too_large_or_missing_is_a_row_that_says_so():
    assert count_docstrings("b", b"x" * (LARGEST + 1)).problem == Reason.TOO_LARGE
    assert count_docstrings("b", None).problem == Reason.BROKEN_OBJECT


@pytest.mark.parametrize(
    "data",
    [
        '# coding: latin-1\ndef f(): "é"'.encode("latin-1"),
        b'\xef\xbb\xbfdef f(): "d"',
        'def f(): "d"'.encode("utf-16"),
        b"def f():\r  'd'\r",
        b"def f():\r\n  'd'\r\n",
    ],
)
def test_encodings_and_line_ends_are_pythons(data):
    assert found(data) == Docstrings(modules=1, functions=1, functions_documented=1)


def test_what_python_says_of_strangers_code_is_not_heard():
    with warnings.catch_warnings(record=True) as heard:
        warnings.simplefilter("always")
        found("'\\d'\nassert (1, 'x')\n1 is 1\n")
    assert heard == []


@given(st.binary(max_size=200) | st.text(alphabet="def class:\n '\"()[]{}@#\\\t=f0", max_size=200).map(str.encode))
def test_any_content_gives_one_row_in_which_no_more_are_documented_than_there_are(data):
    row = count_docstrings("b", data)
    assert row.problem in ("", Reason.NOT_PARSED)
    assert row.found.modules == (row.problem == "")
    for kind in KINDS:
        assert 0 <= getattr(row.found, f"{kind}_documented") <= getattr(row.found, kind)
