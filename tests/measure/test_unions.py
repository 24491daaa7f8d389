"""Things that turn out to be one."""

from hypothesis import given
from hypothesis import strategies as st

from analyzer.measure.unions import Unions

pairs = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)))


@given(pairs)
def test_groups_are_what_walking_along_the_pairs_reaches(pairs):
    unions = Unions(10)
    for one, other in pairs:
        unions.join(one, other, "because")
    for start in range(10):
        reached, waiting = {start}, [start]
        while waiting:
            here = waiting.pop()
            near = {other for pair in pairs if here in pair for other in pair} - reached
            reached |= near
            waiting += near
        assert reached == {thing for thing in range(10) if unions.group(thing) == unions.group(start)}


@given(pairs)
def test_each_join_makes_one_group_fewer(pairs):
    unions = Unions(10)
    for one, other in pairs:
        unions.join(one, other, "because")
    assert len({unions.group(thing) for thing in range(10)}) == 10 - len(unions.joins)


def test_nothing_equals_what_has_no_key():
    unions = Unions(4)
    unions.join_equal([None, "a", None, "a"], "same letter")
    assert unions.joins == [("same letter", 1, 3)]
