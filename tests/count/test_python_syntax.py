"""Trees of strangers' Python, and how deep one may call."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable

import pytest

from analyzer.count.python_syntax import Parsed, frames, parsed
from analyzer.model.uncounted import Reason


def deeper(levels: int) -> int:
    return 0 if levels == 0 else 1 + deeper(levels - 1)


def from_below(levels: int, call: Callable[[], object]) -> object:
    return call() if levels == 0 else from_below(levels - 1, call)


def test_text_and_tree_are_those_of_the_file():
    read = parsed("# coding: latin-1\nx = 'ü'\n".encode("latin-1"))
    assert isinstance(read, Parsed)
    assert read.source == "# coding: latin-1\nx = 'ü'\n"
    assert len(read.module.body) == 1


def test_what_is_no_python_is_told():
    assert parsed(b"x = ") is Reason.NOT_PARSED
    assert parsed(None) is Reason.BROKEN_OBJECT


@pytest.mark.parametrize("below", [0, 50, 150])
def test_the_same_depth_is_allowed_wherever_it_is_called_from(below):
    def inside() -> tuple[bool, bool]:
        with frames(300):
            fits = deeper(200) == 200
            try:
                deeper(400)
            except RecursionError:
                return fits, True
            return fits, False

    assert from_below(below, inside) == (True, True)


def test_the_limit_is_as_before_afterwards_also_after_an_error():
    before = sys.getrecursionlimit()
    with pytest.raises(KeyError), frames(123):
        raise KeyError
    assert sys.getrecursionlimit() == before


def test_a_tree_as_deep_as_the_parser_goes_does_not_depend_on_the_caller():
    texts = [b"x = " + b"-" * depth + b"1\n" for depth in (50, 500, 900, 1_500, 4_000)]
    here = [type(parsed(text)) for text in texts]
    there: list[type] = []
    thread = threading.Thread(target=lambda: there.extend(type(parsed(text)) for text in texts))
    thread.start()
    thread.join()
    assert here == there
