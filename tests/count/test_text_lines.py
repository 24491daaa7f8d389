from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analyzer.count.languages import ALL, BY_NAME
from analyzer.count.text_lines import text_lines
from analyzer.model.lines import PARTITION, LineVector

# fmt: off
OPENINGS = [
    "/*", "*/", "//", "#", '"', "'", "`", '"""', "'''", "<!--", "-->", "<script>", "</script>", "<style", "<?php",
    "?>", "<<A\n", "<<~A", "<<<A\n", "A", "(*", "*)", "{-", "-}", "[[", "]]", "--[[", "=begin", "\n=head1", "=cut",
    "\\", "\\\n", "{#", "#}", "{% comment %}", 'R"x(', ')x"', 'r#"', '"#', "$", ";", "%", "dnl", "/", "[", "]",
    "@'", "''", "--", "\n#",
]
# fmt: on
TEXTS = st.lists(
    st.sampled_from([*OPENINGS, " ", "\n", "\r\n", "\r", "\t", "\f", "x", "é", "\x01", "\x02"]), max_size=40
)


def line_count(data: bytes) -> int:
    text = data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return text.count(b"\n") + (1 if text and not text.endswith(b"\n") else 0)


def check(language: str, data: bytes) -> None:
    vector = text_lines(language, data)
    assert min(vector) >= 0
    assert sum(getattr(vector, name) for name in PARTITION) == line_count(data)
    assert vector.trailing_comment <= vector.code + vector.string
    assert vector.trailing_bare <= vector.trailing_comment
    assert vector.comment_bare <= vector.comment
    assert vector.comment_blank <= vector.blank
    assert vector.form_feed <= vector.blank + vector.string_blank


@pytest.mark.parametrize("language", [language.name for language in ALL])
@settings(max_examples=15, deadline=None)
@given(pieces=TEXTS, noise=st.binary(max_size=60))
def test_every_line_is_of_exactly_one_kind_whatever_the_bytes(language: str, pieces: list[str], noise: bytes):
    check(language, "".join(pieces).encode() + noise)
    check(language, noise)


@pytest.mark.slow
@pytest.mark.parametrize("language", [language.name for language in ALL])
def test_openings_that_are_never_closed_take_linear_time(language: str):
    known = BY_NAME[language]
    own = [*known.line, *known.line_first, *(part for pair in known.block for part in pair)]
    own += [part for quote in known.quotes for part in (quote.start, quote.close)]
    for opening in dict.fromkeys([*own, "/", "[", "\\", "<<A", "{%"]):
        for gap in ("", "\n x"):
            data = ((opening + gap) * (100_000 // len(opening + gap))).encode()
            start = time.process_time()
            text_lines(language, data)
            assert time.process_time() - start < 2, (opening, gap)


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece", ["<script ", "<style ", "<script lang=ts ", "/[", "-", "<<A", "{% ", "%{ ", "r#", "{{!", "<%"]
)
@pytest.mark.parametrize(
    "language", ["HTML", "Vue", "JavaScript", "Haskell", "Shell", "Ruby", "Jinja", "MATLAB", "Rust", "ERB"]
)
def test_a_megabyte_of_one_thing_finishes(language: str, piece: str):
    start = time.process_time()
    text_lines(language, piece.encode() * (1_000_000 // len(piece)) + b">")
    assert time.process_time() - start < 10


def test_a_comment_behind_code_is_trailing_and_its_line_is_code():
    assert text_lines("C", b"int a; // one\nint b; /* two */\n/* three */ int c;\n") == LineVector(
        code=3, trailing_comment=2
    )


def test_comments_without_a_letter_or_digit_are_bare():
    vector = text_lines("C", b"/*****\n * Text\n *****/\nint a; //----\n//\n")
    assert (vector.comment, vector.comment_bare, vector.trailing_comment, vector.trailing_bare) == (4, 3, 1, 1)


def test_blank_lines_within_a_block_comment_are_blank_and_noted():
    vector = text_lines("CSS", b"/* one\n\n  \n two */\n\na {}\n")
    assert (vector.comment, vector.blank, vector.comment_blank, vector.code) == (2, 3, 2, 1)


def test_a_page_break_is_blank_and_noted():
    vector = text_lines("C", b"int a;\n\f\nint b;\n")
    assert (vector.blank, vector.form_feed, vector.code) == (1, 1, 2)


def test_a_string_within_one_line_is_code():
    assert text_lines("JavaScript", b"`text`\n") == LineVector(code=1)


def test_lines_of_a_multi_line_string_are_apart_and_its_ends_are_code_where_code_is_on_them():
    assert text_lines("Go", b"a := `\n// no\n\n`\nb := `x\ny`)\n") == LineVector(code=3, string=2, string_blank=1)


def test_byte_order_mark_is_no_code():
    assert text_lines("CSS", b"\xef\xbb\xbf/* one */\n") == LineVector(comment=1)


def test_no_lines_in_an_empty_file():
    assert text_lines("C", b"") == LineVector()


def test_a_script_within_a_page_is_read_by_its_own_syntax_until_its_end_tag():
    vector = text_lines("HTML", b"<script>\n// '</script>\n<!-- one -->\n<SCRIPT SRC=a></SCRIPT>\n// text\n")
    assert vector == LineVector(code=4, comment=1)


def test_php_ends_only_outside_of_strings():
    vector = text_lines("PHP", b"<?php\n$a = '?>';\n// one\n?>\n// text\n")
    assert vector == LineVector(code=4, comment=1)


def test_an_unknown_language_is_an_error():
    with pytest.raises(KeyError):
        text_lines("Klingon", b"")
