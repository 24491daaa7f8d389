"""Different lines, counted as scc counts them, by where they are."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.count.unique_lines import ALL, HASH_BYTES, distinct_lines, line_hashes
from analyzer.model.unique_lines import told


@pytest.mark.parametrize(
    ("data", "lines"),
    [
        (b"", 1),
        (b"\n\n", 1),
        (b"a", 1),
        (b"a\n\n\n", 1),
        (b"\n\na\n", 2),
        (b"a\na\nb\n", 2),
        (b"a\n a\na \n", 3),
        (b"a\na\r\n", 2),
        (b"a\rb\n", 1),
        (b"\xef\xbb\xbfa\na\n", 2),
        (b"\xff\n\xfe\n", 2),
        ("a\nb\na\n".encode("utf-16"), 2),
    ],
)
def test_lines_differ_if_any_of_their_bytes_do(data, lines):
    assert len(line_hashes(data)) == lines * HASH_BYTES


def test_the_same_line_has_the_same_hash_everywhere():
    assert line_hashes(b"a\n") == line_hashes(b"a\n\n") == line_hashes(b"a")
    assert line_hashes(b"b\na\n") == line_hashes(b"a\nb\nb\n")
    assert line_hashes(b"diptych\n").hex() == "eac946252d4d7886"


def found(*files):
    return distinct_lines([(language, scope, line_hashes(data)) for language, scope, data in files])


def test_no_file_has_no_line():
    assert found() == {}


def test_each_line_is_once_in_its_language_and_once_in_all():
    assert found(("C", "source", b"a\nb\n"), ("Python", "source", b"b\nc\n")) == {
        (ALL, "source"): 2,
        (ALL, "source+"): 1,
        ("C", "source"): 2,
        ("Python", "source"): 2,
    }


def test_lines_are_told_apart_by_the_scopes_they_are_in():
    assert found(("C", "source", b"a\nb\n"), ("C", "tests", b"a\n"), ("C", "tests", b"a\nd\n"))[ALL, "source"] == 1
    assert found(("C", "source", b"a\n"), ("C", "tests", b"a\n"), ("C", "tests", b"a\n")) == {
        (ALL, "source tests+"): 1,
        ("C", "source tests+"): 1,
    }


FILES = st.lists(
    st.tuples(
        st.sampled_from(["C", "Python"]),
        st.sampled_from(["source", "tests", "examples"]),
        st.lists(st.sampled_from([b"a", b"b", b"c", b"", b" "]), max_size=5).map(b"\n".join),
    ),
    max_size=8,
)


@given(files=FILES)
def test_counts_are_those_of_plain_sets(files):
    expected = Counter()
    for wanted in {language for language, _, _ in files} | {ALL}:
        places = {}
        for language, scope, data in files:
            if wanted in (ALL, language):
                for line in set(data.rstrip(b"\n").split(b"\n")):
                    places.setdefault(line, Counter())[scope] += 1
        expected.update((wanted, told(where)) for where in places.values())
    assert found(*files) == dict(expected)
    assert found(*files[::-1]) == dict(expected)
