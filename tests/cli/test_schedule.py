"""`diptych schedule`."""

from __future__ import annotations

import json
import time

import pytest

from analyzer.model.history import OK, STALE, Round, Visit

SCHEDULE = '\n[schedule]\nevery = "6h"\njitter = "10m"\n'


@pytest.fixture
def scheduled(configured):
    with (configured / "diptych.toml").open("a", encoding="utf-8") as file:
        file.write(SCHEDULE)
    return configured


def test_units_are_printed_or_written(scheduled, diptych):
    ran = diptych("schedule", "print", "systemd")
    assert ran.code == 0
    assert "# diptych.service\n[Unit]" in ran.out
    assert "OnUnitActiveSec=21600s\nRandomizedDelaySec=600s\n" in ran.out
    ran = diptych("schedule", "print", "systemd", "--output", "units", "--name", "two")
    assert sorted(path.name for path in (scheduled / "units").iterdir()) == ["two.service", "two.timer"]
    assert "Written: units/two.timer" in ran.out
    text = (scheduled / "units" / "two.service").read_text(encoding="utf-8")
    assert f"--workspace {scheduled} --no-progress run {scheduled / 'diptych.toml'}\n" in text
    assert "0 */6 * * * cd " in diptych("schedule", "print", "cron").out
    assert "run diptych.toml" in diptych("schedule", "print", "github-actions").out


def test_without_a_schedule_it_says_how_to_write_one(configured, diptych):
    for words in (("schedule", "print", "cron"), ("schedule", "status"), ("watch",)):
        ran = diptych(*words)
        assert ran.code == 2
        assert "has no schedule" in ran.err
        assert 'every = "6h"' in ran.err


def test_a_wrong_expression_is_told(configured, diptych):
    with (configured / "diptych.toml").open("a", encoding="utf-8") as file:
        file.write('\n[schedule]\ncron = "61 * * * *"\n')
    ran = diptych("schedule", "status")
    place = configured / "diptych.toml"
    line = len(place.read_text(encoding="utf-8").splitlines())
    assert (ran.code, ran.err.splitlines()[0]) == (
        2,
        f"error: {place}:{line}: schedule: cron: '61 * * * *': bad minute",
    )


def test_status_before_the_first_refresh_is_overdue(scheduled, diptych):
    ran = diptych("schedule", "status")
    assert ran.code == 1
    assert ran.out.splitlines()[:2] == ["Last refresh: none yet", "Next refresh: now"]


def test_status_tells_the_last_and_next_refresh_and_who_is_overdue(scheduled, pipeline, diptych):
    begun = int(time.time()) - 600
    visits = (Visit("flask", "f", OK), Visit("django", "d", STALE, detail="the host was not found"))
    pipeline.rounds = [Round(1, "Two", begun, begun + 75, visits)]
    ran = diptych("schedule", "status")
    assert ran.code == 1
    last, following, *table = ran.out.splitlines()
    assert last.endswith("took 1 minute and 15 seconds, not updated")
    assert ", in 5 hours and " in following
    assert [line.split()[0] for line in table[1:]] == ["flask", "django"]
    assert table[2].endswith("the host was not found")
    told = json.loads(diptych("schedule", "status", "--json").out)
    assert told["overdue_seconds"] == 0
    assert [one["overdue"] for one in told["repositories"]] == [False, True]


def test_all_read_in_time_is_exit_0(scheduled, pipeline, diptych):
    begun = int(time.time()) - 600
    pipeline.rounds = [Round(1, "Two", begun, begun, (Visit("flask", "f", OK), Visit("django", "d", OK)))]
    assert diptych("schedule", "status").code == 0
