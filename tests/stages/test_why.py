"""Why a ratio changed, on a repository whose lines were counted by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from analyzer import pipeline
from analyzer.errors import BadMoment, ConfigError, UnknownName
from analyzer.model.ratio_change import COMMIT, FILE, FOLDER, SPLITS, RatioChange, RatioSplit
from analyzer.model.repository import RepositorySpec
from analyzer.session import Session
from tests.repos import RepoBuilder

A = "# one\n# two\nx = 1\ny = 2\n"
B = "# b\nb = 1\n"
LONGER = "a = 1\nb = 2\nc = 3\nd = 4\n"


@pytest.fixture
def one(tmp_path: Path) -> RepositorySpec:
    """3 of 6 lines are comments on day 1, 2 of 9 at the end; a release with 4 of 5 comes off the trunk after day 1."""
    builder = RepoBuilder(tmp_path / "one.git")
    first = builder.commit({"src/a.py": A, "src/b.py": B}, day=1, message="Begin\n")
    builder.commit({"src/a.py": None, "lib/a.py": A}, day=2, message="Move a\n")
    builder.commit({"lib/a.py": A.replace("# one\n", "")}, day=3, message="Drop a comment\n")
    builder.commit({"README": "no code\n"}, day=4, message="Say nothing\n")
    side = builder.commit({"lib/c/d/e.py": LONGER}, day=5, branch="side", parents=[4], message="Write e\n")
    builder.commit({"lib/c/d/e.py": LONGER}, day=6, parents=[4, side], message="Merge side\n")
    release = builder.commit(
        {"src/a.py": "# r\n# s\n# t\n", "src/b.py": "# b\nb = 1\n"}, day=3, parents=[first], branch="stable"
    )
    builder.tag("1.0", release)
    builder.tag("start", first)
    return RepositorySpec("one", builder.build().as_uri())


def why(session: Session, spec: RepositorySpec, start: str, end: str | None = None, **asked: object) -> RatioChange:
    usual: dict[str, object] = {"definition": "openhub", "scopes": frozenset({"source"}), "top": None}
    metric = str(asked.pop("metric", "comment_ratio"))
    words = {**usual, **asked}
    (change,) = pipeline.why(session, [spec], metric, base=Path.cwd(), start=start, end=end, **words)  # type: ignore[arg-type]
    return change


def told(split: RatioSplit) -> list[tuple[str, float, int, int]]:
    return [(part.title or part.name, round(part.points, 6), part.numerator, part.denominator) for part in split.parts]


def test_the_parts_are_those_that_were_counted_by_hand(one: RepositorySpec, session: Session) -> None:
    change = why(session, one, "start")
    assert (change.start.numerator, change.start.denominator) == (3, 6)
    assert (change.end.numerator, change.end.denominator) == (2, 9)
    assert change.points == pytest.approx(100 * (2 / 9 - 3 / 6))
    # (dn * d0 - n0 * dd) / (d0 * d1) for each file: e.py (0 * 6 - 3 * 4) / 54, a.py (-1 * 6 + 3 * 1) / 54.
    assert told(change.splits[FILE]) == [
        ("lib/c/d/e.py", round(-1200 / 54, 6), 0, 4),
        ("lib/a.py", round(-300 / 54, 6), -1, -1),
    ]
    assert told(change.splits[FOLDER]) == [
        ("lib/c/", round(-1200 / 54, 6), 0, 4),
        ("lib/", round(-300 / 54, 6), -1, -1),
    ]
    assert told(change.splits[COMMIT]) == [
        ("Merge side", round(100 * (2 / 9 - 2 / 5), 6), 0, 4),
        ("Drop a comment", round(100 * (2 / 5 - 3 / 6), 6), -1, -1),
    ]


def test_backwards_is_the_same_with_other_signs(one: RepositorySpec, session: Session) -> None:
    there, back = why(session, one, "start"), why(session, one, "main", "start")
    assert back.points == -there.points
    mirrored = [(name, -points, -above, -below) for name, points, above, below in told(there.splits[COMMIT])]
    assert told(back.splits[COMMIT]) == mirrored
    assert [(part.name, part.numerator, part.denominator) for part in back.splits[FILE].parts] == [
        ("lib/c/d/e.py", 0, -4),
        ("lib/a.py", 1, 1),
    ]


@pytest.mark.parametrize(("start", "end"), [("1.0", None), ("start", "1.0"), ("main", "1.0"), ("1.0", "2020-01-04")])
def test_a_release_off_the_trunk_sums_to_the_change(
    one: RepositorySpec, session: Session, start: str, end: str | None
) -> None:
    change = why(session, one, start, end)
    for by in SPLITS:
        assert sum(part.points for part in change.splits[by].parts) == pytest.approx(change.points)
    titles = [part.title for part in change.splits[COMMIT].parts]
    own = "without what 1.0 has off the trunk" if start == "1.0" else "what 1.0 has off the trunk"
    assert own in titles


def test_a_date_before_the_first_commit_has_no_ratio(one: RepositorySpec, session: Session) -> None:
    with pytest.raises(BadMoment, match="1999"):
        why(session, one, "1999-01-01")


def test_only_the_comment_ratio_is_explained(one: RepositorySpec, session: Session) -> None:
    with pytest.raises(ConfigError, match="why commits changed cannot be told") as caught:
        why(session, one, "start", metric="commits")
    assert caught.value.hint == "it can be for: comment_ratio"
    with pytest.raises(UnknownName):
        why(session, one, "start", metric="comment_ration")


def test_repositories_without_a_moment_in_common_with_the_question_are_refused(
    one: RepositorySpec, session: Session, tmp_path: Path
) -> None:
    builder = RepoBuilder(tmp_path / "two.git")
    builder.tag("other", builder.commit({"a.py": A}))
    two = RepositorySpec("two", builder.build().as_uri())
    asked = {"definition": "openhub", "scopes": None, "top": None}
    with pytest.raises(BadMoment, match="no repository has both 'start' and 'other'"):
        pipeline.why(session, [one, two], "comment_ratio", base=tmp_path, start="start", end="other", **asked)  # type: ignore[arg-type]
