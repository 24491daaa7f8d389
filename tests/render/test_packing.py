"""Rows as short texts; unpacked here once more, independently of the script."""

from __future__ import annotations

import base64
import json
from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from analyzer.render.packing import pack


def unpack(table):
    columns = {field: list(column(packed, table["rows"])) for field, packed in table["fields"].items()}
    return [{field: values[row] for field, values in columns.items()} for row in range(table["rows"])]


def column(packed, rows):
    if packed["kind"] == "name":
        return [packed["names"][place] for place, length in packed["runs"] for _ in range(length)]
    data = base64.b64decode(packed["data"])
    if packed["kind"] == "hash":
        return [data[4 * row : 4 * row + 4].hex() for row in range(rows)]
    halves = iter([half for byte in data for half in (byte & 15, byte >> 4)])
    return [total * packed["step"] / packed["scale"] for total in accumulate(number(halves) for _ in range(rows))]


def number(halves):
    rest, shift = 0, 0
    while True:
        half = next(halves)
        rest |= (half & 7) << shift
        shift += 3
        if half < 8:
            return -(rest + 1) // 2 if rest % 2 else rest // 2


WHOLE = st.integers(-(2**50), 2**50)
CENTS = st.integers(-10_000, 10_000).map(lambda cents: cents / 100)
HASH = st.integers(0, 2**32 - 1).map(lambda value: f"{value:08x}")
ROW = st.fixed_dictionaries({"time": WHOLE, "value": CENTS, "commit": HASH, "name": st.text(max_size=3)})


@given(st.lists(ROW, max_size=30))
def test_what_is_unpacked_is_what_was_packed(rows):
    assert unpack(json.loads(json.dumps(pack(rows)))) == rows


def test_months_in_milliseconds_become_numbers_of_days():
    packed = pack([{"time": 86_400_000 * day} for day in (0, 31, 59, 90)])["fields"]["time"]
    assert packed["step"] == 86_400_000
    assert len(base64.b64decode(packed["data"])) == 4


def test_a_commit_takes_about_ten_bytes():
    rows = [
        {
            "repository": "django",
            "time": 60_000 * (place * 310 + place % 97),
            "value": round(25 - place // 50 / 100, 2),
            "commit": f"{place * 2654435761 % 2**32:08x}",
        }
        for place in range(30_000)
    ]
    assert len(json.dumps(pack(rows))) / len(rows) < 10


def test_nothing_is_packed_as_nothing():
    assert pack([]) == {"rows": 0, "fields": {}}
