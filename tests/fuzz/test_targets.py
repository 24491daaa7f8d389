"""The parsers take anything: pieces that mean something to one of them, in any order; and all that was ever found."""

from __future__ import annotations

import base64
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.targets import TARGETS

FOUND = Path(__file__).parent / "found.json"
"""Target -> inputs (base64) that once broke it."""

_PIECES = (
    b'"""',
    b"'''",
    b'"',
    b"'",
    b"#",
    b"\\",
    b"\\\n",
    b"\n",
    b"\r\n",
    b"\r",
    b" ",
    b"\t",
    b"\x0c",
    b"\x00",
    b":",
    b"(",
    b")",
    b"def f():",
    b"class A:",
    b"f'{",
    b"}",
    b"rb'",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"/*",
    b"*/",
    b"//",
    b"--",
    b"{-",
    b"-}",
    b"<!--",
    b"-->",
    b"<script>",
    b"</script>",
    b"<<EOF\n",
    b"EOF\n",
    b"=begin\n",
    b"=end\n",
    b"`${",
    b"[[",
    b"]]",
    b"<?php",
    b"tree ",
    b"author A <a@b> 1 +0000\n",
    b"encoding UTF-7\n",
    b"\n\n",
    b"Key: value\n",
    b"---\n",
    b"<",
    b">",
    b"@",
    b"+AAAA-",
    b":100644 100644 ",
    b"M\x00",
    b"R100\x00",
    b"1\t1\t",
    b"-\t-\t",
    b"refs/heads/",
    b"refs/tags/",
    b"ref: ",
    b"HEAD",
    b"^{}",
    b"..",
    b".lock",
    b"@{",
    b"https://",
    b"git@",
    b"ext::",
    b"file:///",
    b"%2e%2e",
    b"-",
    b"~",
    b"[[repository]]\n",
    b"url = 'a/b'\n",
    b"path = '.'\n",
    b"output = '../x'\n",
    b"[[claim]]\n",
    b"value = 1e9\n",
    b"[people]\n",
    b"1.0",
    b"rc1",
    b"v",
    b"2020-01-01",
    b"T25:00",
    b"12m",
    b"\xe2\x80\xae",
    b"\x1b[2J",
    b"\xed\xa0\x80",
    b"a" * 40,
    b"9" * 25,
)
ANYTHING = st.one_of(st.binary(max_size=300), st.lists(st.sampled_from(_PIECES), max_size=40).map(b"".join))


@pytest.mark.parametrize("name", TARGETS)
def test_anything_can_be_taken(name: str) -> None:
    @given(ANYTHING)
    @settings(max_examples=150, deadline=None)
    def takes(data: bytes) -> None:
        TARGETS[name](data)

    takes()


@pytest.mark.parametrize("name", TARGETS)
def test_what_was_found_once_holds(name: str) -> None:
    for text in json.loads(FOUND.read_text(encoding="utf-8")).get(name, ()):
        TARGETS[name](base64.b64decode(text))


def test_what_was_found_belongs_to_a_target() -> None:
    assert set(json.loads(FOUND.read_text(encoding="utf-8"))) <= set(TARGETS)
