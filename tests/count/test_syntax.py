"""Complexity and annotations of the functions in a Python file."""

from __future__ import annotations

import pytest
from radon.complexity import cc_visit
from radon.visitors import Function

from analyzer.count.python_syntax import LARGEST
from analyzer.count.syntax import count_syntax
from analyzer.model.syntax import Syntax
from tests.count.python_samples import SOURCES


def counted(source):
    row = count_syntax("blob", source if isinstance(source, bytes) or source is None else source.encode())
    return row.found if not row.problem else row.problem


@pytest.mark.parametrize(
    ("source", "arguments", "annotated", "returns"),
    [
        ("def f(): pass", 0, 0, 0),
        ("def f() -> None: pass", 0, 0, 1),
        ("def f(a, b: int, *c, d, e: int = 1, **f: int): pass", 6, 3, 0),
        ("def f(a, /, b: int): pass", 2, 1, 0),
        ("async def f(a: int) -> int: pass", 1, 1, 1),
        ("f = lambda a, b: a", 0, 0, 0),
    ],
)
def test_every_argument_and_one_return_of_a_function_can_be_annotated(source, arguments, annotated, returns):
    found = counted(source)
    assert (found.arguments, found.annotated, found.returns) == (arguments, annotated, returns)
    assert found.functions == source.count("def ")


@pytest.mark.parametrize(
    ("body", "arguments"),
    [
        ("def f(self, a): pass", 1),
        ("def f(this): pass", 0),
        ("def f(): pass", 0),
        ("def f(*args): pass", 1),
        ("def f(self, /, a): pass", 1),
        ("@classmethod\n  def f(cls, a): pass", 1),
        ("@staticmethod\n  def f(a): pass", 1),
        ("@property\n  def f(self): pass", 0),
        ("if X:\n    def f(self, a): pass", 1),
        ("def f(self):\n    def g(a, b): pass", 2),
        ("class B:\n    def f(self, a): pass", 1),
    ],
)
def test_the_first_argument_of_a_method_is_not_among_them(body, arguments):
    assert counted(f"class A:\n  {body}\n").arguments == arguments


@pytest.mark.parametrize(
    "source",
    [
        "try:\n  def f(a): pass\nexcept X:\n  def f(a): pass\nelse:\n  def f(a): pass\nfinally:\n  def f(a): pass",
        "match x:\n  case 1:\n    def f(a): pass\n  case _:\n    def f(a): pass",
        "for x in y:\n  while x:\n    with x:\n      def f(a): pass\n  else:\n    def f(a): pass",
        "def f(a):\n  class B:\n    @staticmethod\n    def f(a): pass",
    ],
)
def test_functions_are_found_wherever_they_stand(source):
    found = counted(source)
    assert found.functions == found.arguments == source.count("def f(a)")


def test_overloads_are_one_function():
    source = "@overload\ndef f(a: int): ...\n@typing.overload\ndef f(a: str): ...\ndef f(a): pass\n"
    assert (counted(source).functions, counted(source).annotated) == (1, 0)


SAMPLE = """
def plain(a):
    if a and b:
        return [x for x in a if x]
    def closure():
        while a: pass
class A:
    def method(self):
        for x in y: pass
    class Inner:
        def inner(self): pass
if X:
    def conditional(): pass
"""


def test_complexity_is_radons_of_functions_and_methods():
    expected = [block.complexity for block in cc_visit(SAMPLE) if isinstance(block, Function)]
    assert (counted(SAMPLE).blocks, counted(SAMPLE).complexity) == (len(expected), sum(expected)) == (3, 8)


@pytest.mark.parametrize("name", SOURCES)
def test_complexity_of_the_samples_is_radons(name):
    source = SOURCES[name]
    try:
        expected = [block.complexity for block in cc_visit(source) if isinstance(block, Function)]
    except SyntaxError:
        assert counted(source) == "not parsed"
    else:
        assert (counted(source).blocks, counted(source).complexity) == (len(expected), sum(expected))


def test_a_file_without_functions_has_none():
    assert counted("x = 1\n") == Syntax()


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"print 'two'\n", "not parsed"),
        (b"def f(:\n", "not parsed"),
        (b"(" * 500, "not parsed"),
        (None, "broken object"),
        (b"#" * (LARGEST + 1), "too large"),
    ],
)
def test_what_cannot_be_parsed_is_a_row_that_says_so(data, problem):
    assert count_syntax("blob", data) == ("blob", problem, Syntax())


def test_a_deep_expression_is_followed_to_its_end():
    found = counted("def f(): return " + " + ".join(["a"] * 500) + "\n")
    assert (found.blocks, found.complexity) == (1, 1)
