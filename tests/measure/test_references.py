"""Issues that a subject names in a way that every repository understands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.measure.references import references


@pytest.mark.parametrize(
    ("subject", "found"),
    [
        ("Fix #7", set()),
        ("Refs GH-7, as in RFC-822 and UTF-8", set()),
        ("Fixed CVE-2026-12345 -- thanks", {"CVE-2026-12345"}),
        ("[ABC-7] one, X2Y-8: two", {"ABC-7", "X2Y-8"}),
        ("A-7, ABC-7-more, my-ABC-7", set()),
        ("pallets/flask#12 and Pallets/Flask#12.", {"pallets/flask#12"}),
        ("Merge pull request from somebody/fix-#7", set()),
        ("see https://github.com/Pallets/flask/issues/12", {"pallets/flask#12"}),
        ("see http://github.com/pallets/flask/pull/12)", {"pallets/flask#12"}),
        ("https://gitlab.com/a/b/c/-/merge_requests/3", {"gitlab.com/a/b/c#3"}),
        ("https://bugs.example.org/x/ticket/44", {"bugs.example.org/x#44"}),
        ("https://example.org/blog/7", set()),
    ],
)
def test_only_what_means_the_same_everywhere_is_found(subject, found):
    assert references(subject) == found


@given(st.text(alphabet="aA-/#.:7ht ps", max_size=2_000))
def test_any_text_is_read(subject):
    assert all(any(letter.isdigit() for letter in one) for one in references(subject))


def test_what_is_far_behind_in_a_subject_is_not_looked_at():
    assert references("x" * 600 + " ABC-7") == frozenset()
