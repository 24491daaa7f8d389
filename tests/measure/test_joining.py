"""Joined facts: what adds up does, what is the same counts once, and one repository joined is itself."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from analyzer.compare.steps import Steps
from analyzer.measure.joining import NOT_JOINED, joined
from analyzer.model.frames import COLUMNS, Facts
from analyzer.model.metric import Metric
from analyzer.model.moment import joined_moment
from analyzer.registry import discover
from tests.build import TABLES, at, commit, facts, grown, options, sample

METRICS = discover("analyzer.measure.metrics", Metric)
SPLITS = [(name, by) for name, one in METRICS.items() for by in (None, *one.by)]
DAY = 86_400


def other(**rows) -> Facts:
    """Return facts of a second repository: its commits and paths have other numbers, as those of a store have."""
    known = facts(**rows)
    moved = {
        name: table.assign(
            **{column: table[column] + 100 for column in ("commit_id", "path_id") if column in table},
            **({"sha": "b" + table["sha"].str[1:]} if "sha" in table else {}),
        )
        for name, table in known.tables.items()
    }
    return Facts("other", known.moment, moved)


def only(known: Facts, *names: str) -> Facts:
    """Return the facts with these tables alone."""
    return replace(known, tables={name: known[name] for name in names})


def project(*repositories: Facts) -> Facts:
    return joined("both", joined_moment([one.moment for one in repositories]), repositories)


@pytest.mark.parametrize(("name", "by"), SPLITS)
def test_a_project_of_one_repository_is_that_repository(name: str, by: str | None):
    known = facts()
    same = joined("tiny", known.moment, [known], told_apart=False)
    if METRICS[name].alone:
        assert NOT_JOINED.intersection(METRICS[name].needs)
        return
    asked = options(by=by)
    assert_frame_equal(METRICS[name].measure(same, asked), METRICS[name].measure(known, asked))


def test_every_table_joins_but_those_that_are_said_not_to():
    assert set(project(facts(), other()).tables) == {*TABLES, "paths"} - NOT_JOINED
    needing = {name for name, one in METRICS.items() if NOT_JOINED.intersection(one.needs)}
    assert needing == {name for name, one in METRICS.items() if one.alone}


def test_tables_keep_their_columns_and_types():
    for name, table in project(facts(), other()).tables.items():
        assert {column: str(kind) for column, kind in table.dtypes.items()} == dict(COLUMNS[name])


@pytest.mark.parametrize("metric", ["commits", "lines", "files", "lines_added", "lines_removed", "releases"])
def test_amounts_add_up(metric: str):
    known, more = facts(), other()
    values = [METRICS[metric].measure(one, options())["value"].item() for one in (known, more, project(known, more))]
    assert values[2] == values[0] + values[1] > 0


def test_the_comment_ratio_is_a_ratio_of_sums():
    known = facts(files=[{"path": "a.py", "language": "Python", "scope": "source", "code": 90, "comment": 10}])
    more = other(files=[{"path": "a.py", "language": "Python", "scope": "source", "code": 10, "comment": 10}])
    assert METRICS["comment_ratio"].measure(project(known, more), options())["value"].item() == 100 * 20 / 120


def test_paths_begin_with_the_name_of_the_repository():
    both = project(facts(), other())
    assert sorted(both["files"]["path"])[:2] == ["other/logo.png", "other/page.html"]
    assert {path.partition("/")[0] for path in both["renames"]["previous"]} == {"tiny", "other"}


def test_who_wrote_in_both_is_one_person_by_the_rule_and_by_either_mailmap():
    robert = [commit(1, by="Robert <bob@example.org>", on="2020-02-01")]
    tables = ("commits", "mailmap", "trailers")
    known, more = only(facts(), *tables), only(other(commits=robert, mailmap=()), *tables)
    both = project(known, more)
    counted = METRICS["contributors"]
    rules = ("raw", "openhub", "email", "mailmap", "folded")
    found = {rule: int(counted.measure(both, options(identity=rule))["value"].item()) for rule in rules}
    assert found == {"raw": 3, "openhub": 3, "email": 2, "mailmap": 2, "folded": 2}


def test_a_commit_of_two_repositories_counts_once_with_its_changes():
    known, copy = facts(), replace(other(), repository="copy")
    copy.tables["commits"]["sha"] = known["commits"]["sha"]
    both = project(known, copy)
    assert len(both["commits"]) == len(known["commits"])
    for metric in ("commits", "lines_added", "commit_size"):
        assert_frame_equal(*(METRICS[metric].measure(one, options()) for one in (both, known)))
    assert METRICS["lines"].measure(both, options())["value"].item() == 2 * 130
    # What survives of it in the copy is by the same commit.
    assert set(both["survivors"]["commit_id"]) == set(known["survivors"]["commit_id"])


def test_tags_of_one_name_are_releases_of_two_repositories():
    both = project(facts(), other())
    assert METRICS["releases"].measure(both, options())["value"].item() == 4
    note = METRICS["release_cadence"].measure(both, options())["note"].item()
    assert note.startswith("The latest is other 1.0 of 1 February 2020")


def test_sampled_trees_are_summed_with_the_last_of_the_other_repository():
    commits = [commit(1, on="2019-01-01"), commit(2, on="2020-03-01")]
    more = other(commits=commits, syntax_samples=[sample(0, "2019-01-01", 10), sample(1, "2020-03-01", 30)])
    along = project(*(only(one, "commits", "syntax_samples") for one in (facts(), more)))["syntax_samples"]
    assert list(along["lines"]) == [10, 110, 110, 130, 130]
    assert along["position"].is_monotonic_increasing
    assert along["complexity"].iloc[-1] == 7


def test_moments_join_to_the_newest_without_a_hash():
    early = replace(facts().moment, position=4, end=at("2021-01-01"))
    late = replace(early, time=early.time + DAY, position=2, end=at("2020-08-01"))
    both = joined_moment([early, late])
    assert (both.sha, both.time, both.position, both.end) == ("", late.time, 7, early.end)
    assert joined_moment([late]) == replace(late, sha="")


@st.composite
def histories(draw: st.DrawFn, first: int) -> Facts:
    """Facts of some trunk commits whose dates may fall; each adds lines of code and comment."""
    days = draw(st.lists(st.integers(0, 60), min_size=1, max_size=8))
    authors = draw(st.lists(st.sampled_from(["Ada <a@x.org>", "Bob <b@x.org>", "B <b@x.org>"]), min_size=8, max_size=8))
    times = [at("2020-01-01") + DAY * day for day in days]
    numbers = range(len(days))
    rows = [commit(first + place, authors[place], times[place], position=place) for place in numbers]
    sizes = draw(st.lists(st.integers(1, 50), min_size=2 * len(days), max_size=2 * len(days)))
    growth = [
        grown(place, "2020-01-01", code=sizes[2 * place], comment=sizes[2 * place + 1])
        | {"time": times[place], "sha": rows[place]["sha"]}
        for place in numbers
    ]
    found = facts(commits=rows, growth=growth, changes=(), end="2020-03-15")
    tables = ("commits", "growth", "files", "mailmap", "trailers")
    return replace(only(found, *tables), repository=f"from {first}")


@settings(max_examples=12, deadline=None)
@given(histories(1), histories(101), st.integers(0, 75))
def test_at_any_date_a_project_is_what_its_repositories_are(one: Facts, two: Facts, day: int):
    time = at("2020-01-01") + DAY * day
    seen = [_lines_at(known, time) for known in (one, two, project(one, two))]
    assert seen[2] == seen[0] + seen[1]


@settings(max_examples=12, deadline=None)
@given(histories(1), histories(101))
def test_commits_add_up_in_every_month_and_people_are_a_union(one: Facts, two: Facts):
    both = project(one, two)
    months = [METRICS["commits"].measure(known, options(by="month")) for known in (one, two, both)]
    sums = pd.concat(months[:2]).groupby("month")["value"].sum()
    assert dict(sums) == dict(zip(months[2]["month"], months[2]["value"], strict=True))
    wrote = [set(known["commits"]["author_email"]) for known in (one, two)]
    people = METRICS["contributors"].measure(both, options(identity="email"))["value"].item()
    assert people == len(wrote[0] | wrote[1])


@settings(max_examples=12, deadline=None)
@given(histories(1), histories(101))
def test_the_order_of_the_repositories_does_not_matter_to_sums(one: Facts, two: Facts):
    for metric, by in (("commits", "month"), ("lines", "month"), ("contributors", "month"), ("comment_ratio", None)):
        tables = [METRICS[metric].measure(project(*pair), options(by=by)) for pair in ((one, two), (two, one))]
        assert_frame_equal(*tables)


def _lines_at(known: Facts, time: int) -> int:
    seen = Steps.from_frame(METRICS["comment_ratio"].measure(known, options(by="commit"))).at(time)
    return 0 if seen is None else int(seen.parts["code"] + seen.parts["comment"])


def test_a_date_that_cannot_be_true_moves_nothing_before_it():
    known = facts()
    bad = known["commits"].assign(
        commit_time=known["commits"]["commit_time"].mask(known["commits"]["position"] == 2, 0)
    )
    odd = replace(known, tables={**known.tables, "commits": bad})
    trunks = [project(one, other())["commits"].sort_values("position") for one in (known, odd)]
    orders = [list(trunk["sha"][trunk["position"] >= 0]) for trunk in trunks]
    # Each repository's second commit comes before either's last.
    assert orders[0][:4] == orders[1][:4]
    assert orders[0][1][0] != orders[0][0][0]
