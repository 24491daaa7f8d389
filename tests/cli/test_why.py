"""`diptych why`."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from analyzer.model.ratio_change import RatioChange, RatioEnd, RatioPart, RatioSplit

DAY = 1_577_836_800
PART = RatioPart("src/flask/", -1.25, -5, 40)
COMMIT = RatioPart("c" * 40, -0.75, -5, 20, "Drop [bold]words\x1b[2J", DAY)
CHANGE = RatioChange(
    "flask",
    "comment_ratio",
    "openhub",
    RatioEnd("a" * 40, DAY, 1_000, 4_000, "2020-01-01"),
    RatioEnd("b" * 40, DAY + 86_400, 1_000, 4_040, "main"),
    100_000 / 4_040 - 25.0,
    {
        "folder": RatioSplit((PART,), 2, RatioPart("", 100_000 / 4_040 - 23.75, 5, 0)),
        "file": RatioSplit((replace(PART, name="src/flask/app.py", points=100_000 / 4_040 - 25.0),)),
        "commit": RatioSplit((COMMIT,), 1, RatioPart("", 100_000 / 4_040 - 24.25, 5, 20)),
    },
)


@pytest.fixture
def changed(configured, pipeline):
    pipeline.changes = [CHANGE]
    return pipeline


def test_every_option_reaches_the_pipeline(changed, configured, diptych):
    words = "why comment_ratio -r flask --from 2.0 --to 3.0 --definition cloc --scope source --scope tests --top 3"
    assert diptych(*words.split()).code == 0
    asked = changed.asked[0][1]
    del asked["specs"]
    assert asked == {
        "names": ["flask"],
        "metric": "comment_ratio",
        "base": configured,
        "start": "2.0",
        "end": "3.0",
        "definition": "cloc",
        "scopes": frozenset({"source", "tests"}),
        "top": 3,
    }


def test_all_repositories_are_told_up_to_their_heads_unless_the_question_says_otherwise(changed, diptych):
    changed.changes = [CHANGE, replace(CHANGE, repository="django")]
    out = diptych("why", "comment_ratio", "--from", "2020-01-01").out
    asked = changed.asked[0][1]
    assert (asked["names"], asked["end"], asked["definition"], asked["scopes"], asked["top"]) == (
        ["flask", "django"],
        None,
        "openhub",
        None,
        10,
    )
    assert [line.split(" of ")[1].split()[0] for line in out.splitlines() if line.startswith("The")] == [
        "flask",
        "django",
    ]


def test_people_read_a_sentence_and_tables_whose_figures_sum(changed, diptych):
    out = diptych("why", "comment_ratio", "--from", "2020-01-01").out
    assert out.splitlines() == [
        "The comment ratio of flask fell from 25.00 % (2020-01-01: commit aaaaaaaaaa of 1 January 2020) to 24.75 % "
        "(main: commit bbbbbbbbbb of 2 January 2020): −0.25 percentage points, by the definition of openhub.",
        "First 1,000 comment lines in 4,000 comment and code lines, then 1,000 in 4,040.",
        "",
        "points  comment lines  comment and code lines  folder",
        "−1.250             −5                     +40  src/flask/",
        "+1.002             +5                       0  the rest (2 folders)",
        "−0.248              0                     +40  the whole",
        "",
        "points  comment lines  comment and code lines  file",
        "−0.248             −5                     +40  src/flask/app.py",
        "−0.248              0                     +40  the whole",
        "",
        "points  comment lines  comment and code lines  commit      date        subject",
        "−0.750             −5                     +20  cccccccccc  2020-01-01  Drop [bold]words\ufffd[2J",
        "+0.502             +5                     +20                          the rest (1 commit)",
        "−0.248              0                     +40                          the whole",
    ]


def test_one_split_can_be_had_alone(changed, diptych):
    out = diptych("why", "comment_ratio", "--from", "2020-01-01", "--by", "file").out
    assert "src/flask/app.py" in out
    assert "folder" not in out
    assert "subject" not in out


def test_a_long_subject_is_cut(changed, diptych):
    split = RatioSplit((replace(COMMIT, title="x" * 500),))
    changed.changes = [replace(CHANGE, splits={**CHANGE.splits, "commit": split})]
    out = diptych("why", "comment_ratio", "--from", "2020-01-01", "--by", "commit").out
    assert f"{'x' * 71}…\n" in out


def test_without_a_change_there_are_no_tables(changed, diptych):
    nothing = {name: RatioSplit(()) for name in CHANGE.splits}
    changed.changes = [replace(CHANGE, end=CHANGE.start, points=0.0, splits=nothing)]
    out = diptych("why", "comment_ratio", "--from", "2020-01-01").out
    assert "is the same at both" in out
    assert len(out.splitlines()) == 2


def test_scripts_get_all_parts_with_the_counts_that_they_are_made_of(changed, diptych):
    (row,) = json.loads(diptych("why", "comment_ratio", "--from", "2020-01-01", "--json").out)
    assert changed.asked[0][1]["top"] is None
    assert list(row) == [
        "repository",
        "metric",
        "definition",
        "from",
        "to",
        "change_points",
        "numerator",
        "denominator",
        "by",
    ]
    start = {"commit": "a" * 40, "date": "2020-01-01", "value": 25.0, "numerator": 1000, "denominator": 4000}
    assert row["from"] == start
    assert row["change_points"] == CHANGE.points
    assert row["by"]["folder"][0] == {"name": "src/flask/", "points": -1.25, "numerator": -5, "denominator": 40}
    assert row["by"]["commit"][0] == {
        "name": "c" * 40,
        "points": -0.75,
        "numerator": -5,
        "denominator": 20,
        "date": "2020-01-01",
        "subject": COMMIT.title,
    }


def test_json_that_a_repository_poisoned_cannot_drive_a_terminal(changed, diptych):
    out = diptych("why", "comment_ratio", "--from", "2020-01-01", "--json").out
    assert all(one.isprintable() or one == "\n" for one in out)


def test_the_earlier_moment_must_be_named(changed, diptych):
    ran = diptych("why", "comment_ratio")
    assert (ran.code, ran.err) == (2, "error: missing option '--from'\nhint: see diptych why --help\n")
    assert changed.asked == []
