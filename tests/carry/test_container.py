"""Files of facts: whole or refused, and never believed about their size."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from analyzer.carry.container import FORMAT, MAGIC, MOST_BYTES, dumps, loads, manifest_of, shares
from analyzer.errors import FactsDamaged, FactsOfAnotherVersion
from analyzer.model.carried import Manifest, Tables

MANIFEST = Manifest(
    "https://example.org/ada/engine", "engine", "main", "ab" * 20, 5, "shape", {"lines": "1"}, "cd" * 32
)
TABLES: Tables = {
    "commits": {"sha": [bytes(20), b"\1" * 20], "author_id": np.array([1, 2]), "subject": ["One", "Zwei"]},
    "empty": {"number": np.zeros(0, np.int64)},
}


def changed(content: bytes, change: Callable[[dict[str, Any]], None]) -> bytes:
    """Return the file with another header, and a checksum that is right for it."""
    start = content.index(b"\n") + 5
    length = int.from_bytes(content[start - 4 : start], "little")
    header = json.loads(content[start : start + length])
    change(header)
    text = json.dumps(header).encode()
    whole = content[: start - 4] + len(text).to_bytes(4, "little") + text + content[start + length : -32]
    return whole + hashlib.sha256(whole).digest()


def test_what_went_in_comes_out() -> None:
    manifest, tables = loads(dumps(MANIFEST, TABLES))
    assert manifest == MANIFEST == manifest_of(dumps(MANIFEST, TABLES))
    assert tables["commits"]["sha"] == TABLES["commits"]["sha"]
    assert tables["commits"]["subject"] == ["One", "Zwei"]
    assert list(tables["commits"]["author_id"]) == [1, 2]
    assert list(tables["empty"]["number"]) == []


def test_the_same_facts_give_the_same_file() -> None:
    assert dumps(MANIFEST, TABLES) == dumps(MANIFEST, dict(reversed(TABLES.items())))


def test_the_shares_of_the_tables_are_what_the_columns_take() -> None:
    content = dumps(MANIFEST, TABLES)
    found = shares(content)
    assert list(found) == ["commits", "empty"]
    start = content.index(b"\n") + 5
    header = int.from_bytes(content[start - 4 : start], "little")
    assert sum(found.values()) == len(content) - start - header - 32


def test_a_changed_byte_is_found_wherever_it_is() -> None:
    content = dumps(MANIFEST, TABLES)
    for place in range(len(MAGIC) + 2, len(content)):
        broken = content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :]
        with pytest.raises(FactsDamaged):
            loads(broken)


def test_a_file_that_was_cut_off_is_refused_wherever_that_was() -> None:
    content = dumps(MANIFEST, TABLES)
    for end in range(len(content)):
        with pytest.raises((FactsDamaged, FactsOfAnotherVersion)):
            loads(content[:end])


def test_another_format_is_refused_and_the_user_told_what_to_do() -> None:
    content = dumps(MANIFEST, TABLES).replace(b"%d\n" % FORMAT, b"%d\n" % (FORMAT + 1), 1)
    with pytest.raises(FactsOfAnotherVersion) as caught:
        loads(content)
    assert "export it again" in str(caught.value.hint)


def test_what_is_no_file_of_facts_is_refused() -> None:
    for content in (b"", b"SQLite format 3\0", b"\x80\x04\x95pickle", MAGIC):
        with pytest.raises((FactsDamaged, FactsOfAnotherVersion)):
            loads(content)


@pytest.mark.parametrize(
    "change",
    [
        lambda header: header["columns"][0].__setitem__(5, MOST_BYTES + 1),
        lambda header: header["columns"][0].__setitem__(2, 1 << 40),
        lambda header: header["columns"][0].__setitem__(4, 1 << 40),
        lambda header: header["columns"][0].__setitem__(6, 7),
        lambda header: header["columns"][0].__setitem__(2, 3),
        lambda header: header["columns"].append(["commits", "more", 9, "plain", 1, 9, 0]),
        lambda header: (
            header["columns"].append(["more", "more", 1 << 25, "plain", 1, 1 << 25, 0])
            or header["columns"].extend(header["columns"][-1:] * 4)
        ),
        lambda header: header["columns"][0].__setitem__(2, -1),
        lambda header: header["columns"][0].__setitem__(0, 5),
        lambda header: header["columns"][0].pop(),
        lambda header: header.pop("columns"),
        lambda header: header.__setitem__("columns", 3),
        lambda header: header.pop("manifest"),
        lambda header: header["manifest"].__setitem__("time", "today"),
        lambda header: header["manifest"].__setitem__("location", 5),
        lambda header: header["manifest"].__setitem__("counters", {"lines": 1}),
        lambda header: header["manifest"].__setitem__("strange", 1),
    ],
)
def test_a_header_that_cannot_be_is_refused_though_its_checksum_is_right(change: Callable[[Any], None]) -> None:
    with pytest.raises(FactsDamaged):
        loads(changed(dumps(MANIFEST, TABLES), change))
