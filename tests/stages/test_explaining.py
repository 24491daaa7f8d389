"""Why a ratio changed, as far as a report looks back."""

from __future__ import annotations

from pathlib import Path

import pytest

from analyzer import pipeline
from analyzer.export.comparison_json import dumps, loads
from analyzer.model.ratio_change import COMMIT, RatioChange
from analyzer.model.repository import RepositorySpec
from analyzer.session import Session
from analyzer.stages.explaining import since
from tests.build import at, commit, facts
from tests.repos import RepoBuilder

HALF = "# one\n# two\nx = 1\ny = 2\n"
B = "# b\nb = 1\n"
CODE = "a = 1\nb = 2\nc = 3\nd = 4\n"
YEAR = 366


def history(first: str, last: str):
    return facts(commits=[commit(1, on=first), commit(2, on=last)])


def test_an_old_history_is_told_over_ten_years():
    assert since(history("2000-01-01", "2020-07-01")) == at("2010-07-01")


def test_the_last_day_of_february_has_a_day_ten_years_before():
    assert since(history("2000-01-01", "2020-02-29")) == at("2010-02-28")


def test_the_first_year_of_a_history_is_left_out():
    assert since(history("2015-01-01", "2020-07-01")) == at("2015-01-01") + 31_556_952


def test_a_history_of_less_than_two_years_is_not_told():
    assert since(history("2018-08-01", "2020-07-01")) is None


def test_a_clock_that_was_never_set_does_not_move_the_ten_years():
    assert since(history("1970-01-01", "2020-07-01")) == at("2010-07-01")


def compared(session: Session, builder: RepoBuilder) -> tuple[RatioChange, ...]:
    spec = RepositorySpec("old", builder.build().as_uri())
    comparison = pipeline.compare(session, [spec], base=Path.cwd(), title="t", as_of=None)
    assert loads(dumps(comparison)) == comparison
    return comparison.changes


def test_a_report_tells_why_the_ratio_changed_over_the_last_years(tmp_path: Path, session: Session) -> None:
    builder = RepoBuilder(tmp_path / "old.git")
    builder.commit({"a.py": HALF}, day=0)
    builder.commit({"a.py": HALF + B}, day=2 * YEAR, message="Add b\n")
    builder.commit({"a.py": HALF + B + CODE}, day=4 * YEAR, message="Add more\n")
    (change,) = compared(session, builder)
    assert (change.start.numerator, change.start.denominator) == (2, 4)
    assert (change.end.numerator, change.end.denominator) == (3, 10)
    assert [part.title for part in change.splits[COMMIT].parts] == ["Add more", "Add b"]


@pytest.mark.parametrize("last", ["young", "nothing counted at first", "nothing changed"])
def test_a_report_is_silent_where_there_is_nothing_to_tell(tmp_path: Path, session: Session, last: str) -> None:
    builder = RepoBuilder(tmp_path / "old.git")
    builder.commit({"README": "x\n"} if last == "nothing counted at first" else {"a.py": HALF}, day=0)
    text = HALF if last == "nothing changed" else B
    builder.commit({"a.py": text, "README": "y\n"}, day=YEAR if last == "young" else 4 * YEAR)
    assert compared(session, builder) == ()
