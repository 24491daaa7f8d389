"""Radon's raw metrics, from one scan: equal to those of Radon itself."""

from __future__ import annotations

import ast
import tokenize
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from radon.raw import analyze

from analyzer.count import radon_raw
from analyzer.count.radon_raw import raw
from tests.count.python_oracles import standard_library

SAMPLES = {
    "nothing": "",
    "blank lines": "\n  \n\t\n",
    "a comment": "# a",
    "a comment behind code": "x = 1  # a\n",
    "a docstring of one line": '"""d"""\n',
    "a docstring of one line and a comment": '"""d"""  # c\n',
    "a docstring of several lines": '"""d\n\n  e\n"""\nx = 1\n',
    "a string that is a statement, with every prefix": "r'a'\nb'a'\nu'a'\nRb'a'\nf'a'\nfR'''a\n'''\n",
    "a name before a string": "x 'a'\n",
    "strings behind each other": "'a' 'b'\n",
    "a string in brackets": "('a')\n",
    "a string over two lines by a backslash": "'a\\\nb'\n",
    "a raw string with a quote": "r'\\''\n",
    "quotes in strings": "'\"' + \"'\" + '''\"\"\"''' + \"\"\"'''\"\"\"\n''\n''''''\n",
    "a comment in a string": "x = '# no'\n",
    "brackets over lines": "f(\n  1,  # one\n\n  # two\n  [2, {3: 4}],\n)\n",
    "a statement over lines by a backslash": "x = 1 + \\\n    2\nassert x, \\\n  3\n",
    "a backslash before an empty line": "x = 1 \\\n\ny = 2\n",
    "two statements": "a; b\na; b;\n",
    "a block on its line": "if a: b\nif a: b; c\nif a: b = {1: 2}; c\nx[1:2]; y\n",
    "colons at the end": "if a:\n  pass\nelse:  # c\n  pass\n",
    "colons within": "x: int = 1\ny = {1: 2}\nz = lambda: 0\nx[1:]\n(y := 1)\nif (y := 1):\n  pass\n",
    "operators": "a != b\na->b\na **= b // c\na @ b\n...\n~a\na<b>=c\n",
    "formatted strings": "f'{a:>10}'\nx = f'{a}'\nprint(f'{a!r:{b}}', 1)\nf'{a}' ': '\nif f'{a:b}': c\n",
    "strings in formatted strings": "x = f\"{a['b']}\"\ny = f'{a[\"b\"]:c}'\n",
    "names of the world": "größe = 'ß'\nπ = 3  # µ\n",
    "form feeds": "import a\n\f\ndef f():\n\fpass\n",
    "separators of lines in a comment": "# a\x85b\nx = 1\n",
    "carriage returns": "a = 1\r\n# b\r\nc = '''d\r\ne'''\r\n",
    "tabs": "if a:\n\tb\t=\t1\t# c\n",
    "numbers": "x = 0x1F + 1_000 + 1e-3 + 1j + .5\n",
    "a decorator and a class": "@a.b(c)\nclass D(E, metaclass=F): '''g'''\n",
    "a match": "match a:\n  case {'b': [c, *_]} if d: e\n",
    "no end of the last line": "def f(): return 1",
    "code that is none": "x = (\n",
    "a quote without an end": "x = 'a\ny = 1\n",
    "a bracket too many": "x)\n",
    "characters that are none": "x = $a\nb = ?\n",
}


def radons(source: str) -> tuple[int, ...] | None:
    try:
        return tuple(analyze(source))
    except (SyntaxError, tokenize.TokenError):
        return None


@pytest.mark.parametrize("source", SAMPLES.values(), ids=list(SAMPLES))
def test_samples_have_the_metrics_that_radon_finds(source):
    assert raw(source) == radons(source)


TOKENS = (*" \n\n:;#'\"()[]{}\\=fra1,!$\t\f\x85é.", *("'''", '"""', "!=", ":=", "\\\n"))
PIECES = st.sampled_from((*TOKENS, "if a:", "x = 1", '"""d"""', "# c\n", "f'{a:b}'"))


@given(st.lists(PIECES, max_size=25).map("".join))
@example("''\n#")
@example('\\\n"""d"""')
@example("a\\\n#b\n")
@example("('''\n#''')")
def test_whatever_the_text_it_is_as_radon_says(source):
    assert raw(source) == radons(source)


@given(st.lists(st.sampled_from([text for text in SAMPLES.values() if radons(text)]), max_size=6).map("\n".join))
def test_samples_behind_each_other_are_as_radon_says(source):
    assert raw(source) == radons(source)


def sources(files: list[Path], smaller: int) -> list[str]:
    found = []
    for path in files:
        if path.stat().st_size < smaller:
            try:
                with tokenize.open(path) as file:
                    source = file.read()
                ast.parse(source)
            except (SyntaxError, ValueError):
                continue
            found.append(source)
    return found


def test_files_of_the_standard_library_are_as_radon_says():
    for source in sources(standard_library()[::60], 8_000):
        assert raw(source) == radons(source)


def test_almost_nothing_of_real_code_is_left_to_the_tokenizer(monkeypatch):
    asked = []
    whole = radon_raw._tokenized
    monkeypatch.setattr(radon_raw, "_tokenized", lambda *given: asked.append(given) or whole(*given))
    groups = sum(raw(source).lloc for source in sources(standard_library()[::60], 8_000))
    assert len(asked) < groups / 100


@pytest.mark.parametrize("source", ["(\n" * 20_000, "'\n" * 20_000, "?\n" * 20_000, "x = [\n" + "$,\n" * 20_000 + "]"])
def test_what_only_the_tokenizer_could_tell_is_given_up_in_time(source):
    assert raw(source) is None


def test_a_long_list_is_no_trap():
    found = raw("x = [\n" + "  'a',  # b\n" * 40_000 + "]\n")
    assert found == (40_002, 1, 40_002, 40_000, 0, 0, 0)
