"""What two repositories have in common."""

from collections import Counter
from itertools import product

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from analyzer.compare.crossing import FOLDERS_SHOWN, LEAST_SHARED, MOST_FOLDERS, crossing
from analyzer.model.comparison import Shared

ROW = st.tuples(st.integers(0, 20), st.sampled_from("abc"))


def occasions(*rows):
    """Return a table from (occasion, folder) or (occasion, folder, author)."""
    full = [(str(row[0]), *row[1:2], row[2] if len(row) > 2 else "Ada") for row in rows]
    return pd.DataFrame(full, columns=["occasion", "folder", "author"]).astype("str").drop_duplicates()


def test_what_has_nothing_in_common_says_so():
    assert crossing(["x", "y"], {"x": occasions((1, "a")), "y": occasions((2, "a"))}) == (Shared("x", "y", 0, 0),)


def test_one_repository_and_one_without_a_table_have_no_pair():
    assert crossing(["x"], {"x": occasions((1, "a"))}) == ()
    assert crossing(["x", "y"], {"x": occasions((1, "a"))}) == ()


def test_folders_that_met_often_enough_have_a_share_of_the_one_with_fewer_occasions():
    one = occasions(*((day, "a") for day in range(10)), *((day, "b") for day in range(4)))
    other = occasions(*((day, "c") for day in range(3, 9)), (99, "c"))
    assert crossing(["x", "y"], {"x": one, "y": other}) == (
        Shared("x", "y", 6, 1),
        Shared("x", "y", 6, 1, "a", "c", 100 * 6 / 7),
    )


def test_people_are_those_who_wrote_in_both():
    one = occasions(*((f"I-{day}", "a", "Ada") for day in range(5)))
    other = occasions(*((f"I-{day}", "c", "Bob" if day else "Ada") for day in range(5)))
    whole, pair = crossing(["x", "y"], {"x": one, "y": other})
    assert (whole.together, whole.people, pair.people) == (5, 1, 1)


def test_few_pairs_are_shown_and_occasions_with_too_many_folders_are_left_out():
    letters = "abcdefghij"
    one = occasions(*product(range(6), letters))
    found = crossing(["x", "y"], {"x": one, "y": occasions(*((day, "z") for day in range(6)))})
    assert len(found) == 1 + FOLDERS_SHOWN
    wide = occasions(*product(range(6), map(str, range(MOST_FOLDERS + 1))))
    assert len(crossing(["x", "y"], {"x": wide, "y": one})) == 1


def test_each_two_of_three_are_compared_in_their_order():
    some = {name: occasions((1, "a")) for name in "zxy"}
    assert [(one.first, one.second) for one in crossing(["z", "x", "y"], some)] == [("z", "x"), ("z", "y"), ("x", "y")]


@given(st.lists(ROW, max_size=60), st.lists(ROW, max_size=60))
def test_pairs_are_those_of_brute_force(one, other):
    counted = Counter((mine, theirs) for (when, mine), (then, theirs) in product(set(one), set(other)) if when == then)
    expected = {pair: count for pair, count in counted.items() if count >= LEAST_SHARED}
    whole, *pairs = crossing(["x", "y"], {"x": occasions(*one), "y": occasions(*other)})
    assert whole.together == len({when for when, _ in one} & {when for when, _ in other})
    assert len(pairs) == min(len(expected), FOLDERS_SHOWN)
    assert all(expected[one.first_folder, one.second_folder] == one.together for one in pairs)
    assert [one.together for one in pairs] == sorted(expected.values(), reverse=True)[:FOLDERS_SHOWN]
