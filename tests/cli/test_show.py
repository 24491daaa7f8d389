"""`diptych show`."""

import json
import math

import numpy as np
import pytest
from click import unstyle

from analyzer.cli.showing import Who, check_who
from analyzer.cli.tables import Sheet
from analyzer.errors import ConfigError
from tests.cli.fake import metric

RATIO = {
    "repository": "flask",
    "commit": "a" * 40,
    "as_of": "2020-07-01",
    "metric": "comment_ratio",
    "unit": "percent",
    "definition": "openhub",
    "value": 25.23,
    "comment": 3249,
    "code": 9280,
}


def test_without_a_metric_the_metrics_are_listed(pipeline, diptych):
    lines = [line.split() for line in diptych("show").out.splitlines()]
    assert lines == [
        ["metric", "title", "unit", "--by"],
        ["comment_ratio", "Comments", "percent", "file,", "language"],
        ["commits", "Commits", "commits", "month"],
        ["licence", "Licence", "label"],
    ]


def test_the_list_of_metrics_is_there_for_scripts_too(pipeline, diptych):
    rows = json.loads(diptych("show", "--json").out)
    assert rows[1] == {"metric": "commits", "title": "Commits", "unit": "commits", "by": ["month"]}


def test_every_option_reaches_the_pipeline(configured, pipeline, diptych):
    words = "show comment_ratio -r flask --as-of 2.0 --definition cloc --by file --scope source --scope tests"
    assert diptych(*words.split()).code == 0
    asked = pipeline.asked[0][1]
    del asked["specs"]
    assert asked == {
        "names": ["flask"],
        "metric": "comment_ratio",
        "base": configured,
        "as_of": "2.0",
        "definition": "cloc",
        "by": "file",
        "window": "all",
        "identity": "raw",
        "credit": "author",
        "merges": True,
        "bots": "with",
        "scopes": frozenset({"source", "tests"}),
    }


def test_whom_commits_count_for_reaches_the_pipeline(configured, pipeline, diptych):
    words = "show commits --identity all --credit co-authors --no-merges --bots without"
    assert diptych(*words.split()).code == 0
    asked = pipeline.asked[0][1]
    told = [asked[name] for name in ("identity", "credit", "merges", "bots")]
    assert told == ["all", "co-authors", False, "without"]


@pytest.mark.parametrize(
    ("who", "refused"),
    [
        (Who(no_merges=True), None),
        (Who(bots="only"), "--bots"),
        (Who(credit="committer", no_merges=True), "--credit"),
    ],
)
def test_a_metric_may_heed_one_way_to_count_commits_and_no_other(who, refused):
    found = metric("bot_share", "Bots", "percent", ())
    found.heeds = ("merges",)
    if refused is None:
        check_who(found, who)
    else:
        with pytest.raises(ConfigError, match=f"bot_share has no {refused}"):
            check_who(found, who)


def test_json_is_an_array_of_flat_rows_with_null_for_what_cannot_be_told(configured, pipeline, diptych):
    pipeline.rows = [RATIO, {**RATIO, "repository": "x", "value": math.nan, "code": np.int64(7)}]
    rows = json.loads(diptych("show", "comment_ratio", "--json").out)
    assert rows[0] == RATIO
    assert (rows[1]["value"], rows[1]["code"]) == (None, 7)


def test_json_that_a_repository_poisoned_cannot_drive_a_terminal(configured, pipeline, diptych):
    name = "a\x1b]0;gotcha\x07\x7f\x9b31mb\ud800"
    pipeline.rows = [{"path": name, "value": 1}]
    out = diptych("show", "comment_ratio", "--json").out
    assert json.loads(out)[0]["path"] == name
    assert out.isprintable() or all(one.isprintable() or one == "\n" for one in out)


def test_people_read_figures_with_units_and_short_hashes(configured, pipeline, diptych):
    pipeline.rows = [RATIO, {**RATIO, "value": math.nan, "code": None}]
    lines = [line.split() for line in diptych("show", "comment_ratio").out.splitlines()]
    assert lines == [
        ["repository", "commit", "as", "of", "definition", "value", "comment", "code"],
        ["flask", "a" * 10, "2020-07-01", "openhub", "25.2", "%", "3,249", "9,280"],
        ["flask", "a" * 10, "2020-07-01", "openhub", "–", "3,249", "–"],
    ]


def test_a_wide_table_is_not_broken_when_piped(configured, pipeline, diptych):
    pipeline.rows = [{"path": "x" * 500, "value": 1}]
    lines = diptych("show", "commits").out.splitlines()
    assert len(lines) == 2
    assert [line for line in lines if line != line.rstrip()] == []


def test_markup_and_control_characters_of_repositories_stay_text(capsys):
    Sheet(("name",), (("[red]a\x1b[2J\nb[/red]",),)).show()
    assert capsys.readouterr().out.splitlines()[1] == "[red]a\ufffd[2J\ufffdb[/red]"


@pytest.mark.parametrize(
    ("words", "message", "hint"),
    [
        ("comment_ration", "there is no metric called 'comment_ration'", "did you mean comment_ratio?"),
        ("commits --by mont", "there is no way to split commits called 'mont'", "did you mean month?"),
        ("licence --by month", "licence cannot be split", "leave --by out"),
        ("licence --identity email", "licence is the same whoever is one person", "leave --identity out"),
        ("licence --credit committer", "licence has no --credit", "leave --credit out"),
        ("licence --no-merges", "licence has no --no-merges", "leave --no-merges out"),
        ("licence --bots only", "licence has no --bots", "leave --bots out"),
        ("licence --window 12m", "licence has no --window", "use --as-of for its value at another time"),
        (
            "commits --window 12x",
            "there is no window '12x'",
            "write a number and d, w, m or y for days, weeks, months or years (90d, 6m, 2y), or all",
        ),
        (
            "commits --definition cloc",
            "commits is the same under every definition of comment",
            "leave --definition out",
        ),
    ],
)
def test_a_question_that_the_metric_cannot_answer_is_refused(configured, pipeline, diptych, words, message, hint):
    ran = diptych("show", *words.split())
    assert (ran.code, ran.out, ran.err) == (2, "", f"error: {message}\nhint: {hint}\n")
    assert pipeline.asked == []


def test_without_a_configuration_a_repository_is_named(pipeline, diptych, tmp_path):
    assert diptych("show", "commits", "-r", "pallets/flask").code == 0
    assert pipeline.asked[0][1]["names"] == ["flask"]
    ran = diptych("show", "commits")
    assert ran.code == 2
    assert ran.err.startswith("error: there is no repository to read\nhint: name one with --repository")


def of(repository, file, code, value):
    return {"repository": repository, "definition": "openhub", "file": file, "value": value, "code": code}


FILES = [
    of("flask", "a.py", np.int64(5), 10.0),
    of("flask", "c.py", np.int64(100), math.nan),
    of("flask", "b.py", np.int64(100), 20.0),
    of("django", "a.py", np.int64(7), 1.0),
    of("django", "b.py", np.int64(70), 2.0),
]


@pytest.mark.parametrize(
    ("options", "files"),
    [
        (["--sort", "code"], ["c.py", "b.py", "a.py", "b.py", "a.py"]),
        (["--sort", "value"], ["b.py", "a.py", "c.py", "b.py", "a.py"]),
        (["--sort", "file"], ["a.py", "b.py", "c.py", "a.py", "b.py"]),
        (["--sort", "code", "--top", "1"], ["c.py", "b.py"]),
        (["--top", "2"], ["a.py", "c.py", "a.py", "b.py"]),
    ],
)
def test_rows_are_ordered_and_cut_within_each_repository(configured, pipeline, diptych, options, files):
    pipeline.rows = FILES
    rows = json.loads(diptych("show", "comment_ratio", "--by", "file", *options, "--json").out)
    assert [row["file"] for row in rows] == files
    assert [row["repository"] for row in rows] == sorted((row["repository"] for row in rows), reverse=True)


def test_a_column_that_is_not_there_gets_near_names(configured, pipeline, diptych):
    pipeline.rows = FILES
    result = diptych("show", "comment_ratio", "--by", "file", "--sort", "cod")
    assert result.code != 0
    assert "code" in result.err


@pytest.fixture
def terminal(monkeypatch):
    """Let tables believe that they are printed on a terminal of so many columns."""

    def of_width(columns):
        monkeypatch.setattr("sys.stdout.isatty", lambda: True)
        monkeypatch.setenv("COLUMNS", str(columns))
        monkeypatch.setenv("TERM", "xterm")

    return of_width


WIDE = Sheet(
    ("repository", "commit", "as of", "path", "value"),
    (("flask", "a" * 10, "2026-06-18", f"src/{'x' * 40}", "1,234"),),
    (False, False, False, False, True),
    ("commit", "as of"),
)


@pytest.mark.parametrize(
    ("columns", "head"),
    [
        (120, ["repository", "commit", "as", "of", "path", "value"]),
        (84, ["repository", "as", "of", "path", "value"]),
        (60, ["repository", "path", "value"]),
    ],
)
def test_a_narrow_terminal_is_spared_what_every_row_says(terminal, capsys, columns, head):
    terminal(columns)
    WIDE.show()
    lines = unstyle(capsys.readouterr().out).splitlines()
    assert lines[0].split() == head
    assert max(map(len, lines)) <= columns


def test_figures_stay_whole_while_long_texts_are_broken(terminal, capsys):
    terminal(40)
    WIDE.show()
    lines = unstyle(capsys.readouterr().out).splitlines()
    assert (lines[2].split()[0], lines[2].split()[-1]) == ("flask", "1,234")
    assert len(lines) > 3


@pytest.mark.parametrize(("words", "window"), [("", "12m"), ("--window all", "all"), ("--window 30d", "30d")])
def test_a_metric_may_have_a_usual_window(configured, pipeline, diptych, monkeypatch, words, window):
    known = {"hot_spots": metric("hot_spots", "Hot spots", "percent", (), windowed=True, window="12m")}
    monkeypatch.setattr(pipeline, "metrics", lambda: known)
    diptych("show", "hot_spots", *words.split())
    assert pipeline.asked[-1][1]["window"] == window
