"""`diptych verify`, on a small repository of its own."""

from __future__ import annotations

import json
import re
import sqlite3

import pytest

from analyzer.cli.verifying import drawn
from analyzer.errors import ConfigError
from analyzer.model.verification import Draw
from analyzer.store.natural import fact_tables
from tests.stages.verified import history

NOT_FOLLOWED = ("survival", "line_states", "line_deaths", "comment_changes", "stale_comments")


@pytest.fixture
def workspace(tmp_path, monkeypatch):
    """A workspace with a configuration of one repository."""
    path = history(tmp_path / "one.git").build()
    (tmp_path / "diptych.toml").write_text(f'[[repository]]\nname = "one"\nurl = "{path.as_uri()}"\n')
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_line_for_each_table_and_an_end_that_says_equal(workspace, diptych):
    ran = diptych("--jobs", "1", "verify", "one")
    assert ran.code == 0
    lines = ran.out.splitlines()
    assert lines[0].startswith("one at ")
    compared = len(fact_tables()) + 1 - len(NOT_FOLLOWED)  # The words are no table of one repository.
    assert lines[-1] == f"{compared} tables: the cache is equal to a cold reading"
    assert [line.split()[:3] for line in lines if line.startswith("changes ")] == [["changes", "12", "equal"]]
    assert "one: reading 9 commits" in ran.err


def test_what_was_tampered_with_is_named_and_is_exit_1(workspace, diptych):
    diptych("--jobs", "1", "refresh", "--history-only")
    with sqlite3.connect(workspace / "cache" / "diptych.sqlite") as connection:
        connection.execute("update commits set subject = 'Other words' where position = 0")
    ran = diptych("--jobs", "1", "--quiet", "verify")
    assert ran.code == 1
    assert "\n  cache: subject Other words\n  again: subject Commit 1\n" in ran.out
    assert re.search(r"\n1 table of \d+ differs: the mirror says otherwise\nhint: ", ran.out)
    ran = diptych("--jobs", "1", "--quiet", "verify", "--json")
    assert ran.code == 1
    told = json.loads(ran.out)
    assert not told["equal"]
    (wrong,) = (table for table in told["repositories"][0]["tables"] if table["kept"] != table["cold"])
    assert (wrong["name"], wrong["differing"]) == ("commits", 1)


LAST_WORD = "(select max(word_id) from words)"
MENDED = {
    "update repositories set mined_head = (select sha from commits where position = 1)": "repositories: it was read",
    f"update repositories set mined_head = x'{'12' * 20}'": f"repositories: it was read up to {'12' * 6}, not to ",
    f"update paths set rules_id = {LAST_WORD} where path = 'add.py'": "paths: 1 row by other rules",
    f"update blob_lines set counter_id = {LAST_WORD} where blob_id in (select blob_id from blob_lines limit 2)": (
        "blob_lines: 2 contents without a count"
    ),
}


@pytest.mark.parametrize(("statement", "told"), MENDED.items())
@pytest.mark.parametrize("sample", [[], ["--sample", "50%", "--seed", "1"]])
def test_what_was_mended_first_is_named_with_repository_and_table(workspace, diptych, statement, told, sample):
    diptych("--jobs", "1", "refresh", "--history-only")
    with sqlite3.connect(workspace / "cache" / "diptych.sqlite") as connection:
        assert connection.execute(statement).rowcount > 0
    ran = diptych("--jobs", "1", "--quiet", "verify", *sample)
    assert ran.code == 0
    (line,) = [line for line in ran.out.splitlines() if line.startswith("one: ")]
    assert line.startswith(f"one: {told}")
    assert line.endswith("; that was read again before anything was compared")
    again = json.loads(diptych("--jobs", "1", "--quiet", "verify", *sample, "--json").out)
    assert again["repositories"][0]["mended"] == []


def test_a_sample_says_its_seed(workspace, diptych):
    ran = diptych("--jobs", "1", "verify", "--sample", "50%", "--seed", "4")
    assert ran.code == 0
    assert ran.out.splitlines()[0].endswith(", a sample of 50 %, seed 4")
    assert "not compared: not in a sample" in ran.out
    assert "drawn by seed 4" in ran.err


@pytest.mark.parametrize(
    ("text", "size"), [("200", (200, 7)), ("2.5%", (25, 1)), ("100%", (1000, 7)), ("0.0001%", (1, 1))]
)
def test_a_sample_is_a_number_or_a_share(text, size):
    draw = drawn(text, 1)
    assert (draw.size(1000), draw.size(7)) == size
    assert Draw(5, False, 1).size(0) == 0


@pytest.mark.parametrize("text", ["0", "0%", "101%", "2.5", "-1", "all", "", "1e3", "\u0663"])
def test_what_is_no_sample_is_refused(text):
    with pytest.raises(ConfigError, match="no sample"):
        drawn(text, 1)


def test_a_seed_without_a_sample_is_refused(workspace, diptych):
    ran = diptych("verify", "--seed", "4")
    assert (ran.code, ran.err.splitlines()[0]) == (2, "error: --seed has no effect without --sample")


def test_bundled_facts_are_held_against_the_mirror(workspace, diptych):
    ran = diptych("--jobs", "1", "verify", "--bundled")
    assert ran.code == 2
    assert "no facts of these repositories come with Diptych" in ran.err
    (workspace / "cache" / "bundled").mkdir(parents=True)
    assert diptych("--jobs", "1", "facts", "export", "one", "cache/bundled/one.facts").code == 0
    ran = diptych("--jobs", "1", "verify", "--bundled")
    assert ran.code == 0
    assert re.fullmatch(r"one at \w{12} of .* 20\d\d, bundled: equal to a cold reading of the mirror\n", ran.out)
    ran = diptych("--jobs", "1", "verify", "--bundled", "--json")
    assert json.loads(ran.out)["equal"]


def test_bundled_facts_that_the_mirror_does_not_bear_out_are_exit_1(workspace, diptych):
    diptych("--jobs", "1", "refresh")
    with sqlite3.connect(workspace / "cache" / "diptych.sqlite") as connection:
        connection.execute("update commits set subject = 'Other words' where position = 0")
    (workspace / "cache" / "bundled").mkdir(parents=True)
    diptych("--jobs", "1", "facts", "export", "one", "cache/bundled/one.facts")
    ran = diptych("--jobs", "1", "verify", "--bundled")
    assert ran.code == 1
    assert "bundled: 1 difference from the mirror\n  commits: 1 rows of the repository are not there" in ran.out
