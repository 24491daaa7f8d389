"""Commit objects are read as leniently as git reads them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.mine.objects import decode, parse, signature, subject
from analyzer.model.commit import Signature


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (b"Ada <a@b> 12 +0130", Signature("Ada", "a@b", 12, 90)),
        (b"Ada <a@b> -12 -0130", Signature("Ada", "a@b", -12, -90)),
        (b"<script>alert(1)</script> <a@b> 12 +0000", Signature("", "script", 12, 0)),
        (b"Ada <<a@b>> 12 +0000", Signature("Ada", "<a@b", 12, 0)),
        (b'"A" <a@b> 12 +0000', Signature('"A"', "a@b", 12, 0)),
        (b"Ada <a@b>", Signature("Ada", "a@b", 0, 0)),
        (b"Ada <a@b> yesterday", Signature("Ada", "a@b", 0, 0)),
        (b"Ada <a@b> 12", Signature("Ada", "a@b", 12, 0)),
        (b"Ada", Signature("", "", 0, 0)),
        (b"", Signature("", "", 0, 0)),
        (b"A\0da <a@b> 12 +0000", Signature("A\ufffdda", "a@b", 12, 0)),
        (b"Ada <a@b> 9223372036854775807 +0000", Signature("Ada", "a@b", 2**63 - 1, 0)),
        (b"Ada <a@b> 9223372036854775808 +0000", Signature("Ada", "a@b", 0, 0)),
        (b"Ada <a@b> " + b"9" * 5000 + b" +" + b"9" * 5000, Signature("Ada", "a@b", 0, 0)),
        (b"Jos\xe9 <a@b> 12 +0000", Signature("José", "a@b", 12, 0)),
    ],
)
def test_a_signature_is_divided_where_git_divides_it(line: bytes, expected: Signature) -> None:
    assert signature(line, "") == expected


@given(st.binary())
def test_any_author_line_gives_a_signature_that_a_database_takes(line: bytes) -> None:
    found = signature(line, "utf-7")
    assert "\0" not in (found.name + found.email).encode().decode()
    assert abs(found.time) < 2**63


@given(st.binary(), st.sampled_from(["", "utf-7", "utf-16", "x-none", "rot13", "idna", "unicode_escape", "\0", "hex"]))
def test_any_bytes_become_text_that_can_be_written(content: bytes, encoding: str) -> None:
    decode(content, encoding).encode()


@pytest.mark.parametrize(
    ("content", "encoding", "expected"),
    [
        ("é".encode("latin-1"), "ISO-8859-1", "é"),
        ("é".encode(), "", "é"),
        ("é".encode(), "no-such-encoding", "é"),
        ("é".encode("latin-1"), "UTF-8", "é"),
        ("山".encode("shift-jis"), "Shift_JIS", "山"),
        (b"+2AA-", "UTF-7", "+2AA-"),
    ],
)
def test_text_is_decoded_by_header_then_utf_8_then_latin_1(content: bytes, encoding: str, expected: str) -> None:
    assert decode(content, encoding) == expected


def test_folded_headers_do_not_end_the_headers() -> None:
    parsed = parse(
        b"tree 1\nparent 2\nparent 3\ngpgsig -----BEGIN\n \n author Eve\n -----END\nauthor Ada\n\nHi\n\nBody\n"
    )
    assert parsed.headers[b"author"] == b"Ada"
    assert parsed.headers[b"parent"] == b"2"
    assert parsed.message == "Hi\n\nBody\n"


@pytest.mark.parametrize(
    ("message", "expected"),
    [("", ""), ("\n \n", ""), ("a\nb\n\nc", "a b"), ("\n\n  a  \n\t\nb", "  a"), ("a\r\n\r\nb\r\n", "a")],
)
def test_the_subject_is_the_first_paragraph_on_one_line(message: str, expected: str) -> None:
    assert subject(message) == expected
