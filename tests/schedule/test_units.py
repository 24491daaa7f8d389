"""Units for other schedulers, read by their own programs where those are there."""

from __future__ import annotations

import shutil
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import yaml
from cronsim import CronSim

from analyzer.errors import ConfigError
from analyzer.model.schedule import Schedule
from analyzer.schedule.calendar import cron_of, on_calendar
from analyzer.schedule.units import KINDS, Job, units

SYSTEMD = shutil.which("systemd-analyze")
JOB = Job("diptych", ("/bin/true", "--workspace", "/tmp/a b", "100%$x", "run"), "/tmp", "diptych.toml")
SCHEDULES = [
    Schedule(every=6 * 3600, jitter=900),
    Schedule(cron="30 6 * * 1-5", timezone="Europe/Berlin", jitter=60),
    Schedule(cron="*/15 3,4 1,15 * sun"),
    Schedule(cron="@daily"),
]


@pytest.mark.parametrize("schedule", SCHEDULES)
@pytest.mark.skipif(SYSTEMD is None, reason="systemd-analyze is not installed")
def test_systemd_takes_the_units(schedule: Schedule, tmp_path: Path) -> None:
    for name, text in units("systemd", schedule, JOB).items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    for name in ("diptych.service", "diptych.timer"):
        done = subprocess.run(
            [str(SYSTEMD), "verify", str(tmp_path / name)], capture_output=True, text=True, check=False
        )
        assert (done.returncode, [line for line in done.stderr.splitlines() if str(tmp_path) in line]) == (0, [])


CRONS = [
    "30 6 * * 1-5",
    "*/15 3,4 1,15 * sun",
    "0 0 1 1 *",
    "5 */2 * 2-4 *",
    "0 12 * * 0,6",
    "0 0 31 * *",
    "7 7 */2 * 1",
]


@pytest.mark.parametrize("cron", CRONS)
@pytest.mark.skipif(SYSTEMD is None, reason="systemd-analyze is not installed")
def test_systemd_and_cron_name_the_same_moments(cron: str) -> None:
    start = datetime(2026, 2, 1, tzinfo=UTC)
    ticks = CronSim(cron, start)
    expected = [next(ticks) for _ in range(6)]
    found: set[datetime] = set()
    for line in on_calendar(cron, " UTC"):
        words = [str(SYSTEMD), "calendar", "--iterations=40", f"--base-time={start:%Y-%m-%d %H:%M:%S} UTC", line]
        done = subprocess.run(words, capture_output=True, text=True, check=True, env={"TZ": "UTC", "LC_ALL": "C.UTF-8"})
        told = [
            text.split(": ", 1)[1] for text in done.stdout.splitlines() if text.strip().startswith(("Next", "Iter"))
        ]
        found |= {datetime.strptime(text, "%a %Y-%m-%d %H:%M:%S %Z").replace(tzinfo=UTC) for text in told}
    assert sorted(found)[:6] == expected


def test_what_systemd_cannot_be_told_is_refused() -> None:
    for cron in ("0 0 L * *", "0 0 * * 5L", "0 0 * * 1#2"):
        with pytest.raises(ConfigError, match="systemd cannot be told"):
            on_calendar(cron, "")


@pytest.mark.parametrize("kind", sorted(KINDS))
@pytest.mark.parametrize("cron", ["0 0 L * *", "0 0 LW * *", "0 0 * * 5L", "0 0 * * 1#2"])
def test_days_that_only_this_program_knows_are_written_for_nobody(kind: str, cron: str) -> None:
    with pytest.raises(ConfigError, match="cannot be told") as caught:
        units(kind, Schedule(cron=cron), JOB)
    assert caught.value.hint


@pytest.mark.parametrize(
    ("schedule", "taken"),
    [
        (Schedule(every=60), False),
        (Schedule(every=240), False),
        (Schedule(every=300), True),
        (Schedule(cron="*/4 * * * *"), False),
        (Schedule(cron="2,58 * * * *"), False),
        (Schedule(cron="2,58 0,23 * * *"), False),
        (Schedule(cron="2,58 6 * * *"), True),
        (Schedule(cron="*/5 * * * *"), True),
    ],
)
def test_a_workflow_comes_no_more_often_than_every_five_minutes(schedule: Schedule, taken: bool) -> None:
    if taken:
        assert units("github-actions", schedule, JOB)
        return
    with pytest.raises(ConfigError, match="every 5 minutes"):
        units("github-actions", schedule, JOB)


@pytest.mark.parametrize("every", [60, 600, 1800, 3600, 6 * 3600, 86_400, 7 * 86_400])
def test_intervals_that_cron_knows_come_that_often(every: int) -> None:
    ticks = CronSim(cron_of(every), datetime(2026, 2, 1, tzinfo=UTC))
    first = next(ticks)
    assert next(ticks) - first == timedelta(seconds=every)


@pytest.mark.parametrize("every", [1, 90, 7 * 60, 5 * 3600, 2 * 86_400])
def test_other_intervals_are_refused(every: int) -> None:
    with pytest.raises(ConfigError) as caught:
        cron_of(every)
    assert caught.value.hint


def test_a_crontab_has_one_line_with_five_fields_whose_command_is_what_was_given() -> None:
    (text,) = units("cron", SCHEDULES[1], JOB).values()
    *_, zone, _, line = text.splitlines()
    assert zone == "CRON_TZ=Europe/Berlin"
    assert line.startswith("30 6 * * 1-5 cd /tmp && /bin/true ")
    # cron takes an unescaped % for the end of the command.
    command = line.split(" ", 5)[5].replace(r"\%", "%")
    said = subprocess.run(["sh", "-c", command.replace("/bin/true", "printf '%s|'")], capture_output=True, check=True)
    assert said.stdout.decode() == "--workspace|/tmp/a b|100%$x|run|"


@pytest.mark.parametrize("schedule", SCHEDULES)
def test_a_workflow_is_yaml_with_the_schedule_and_the_command(schedule: Schedule) -> None:
    job = Job("it's", ("x",), "/x", "it's.toml")
    with pytest.raises(ConfigError):
        units("github-actions", schedule, job)
    (text,) = units("github-actions", schedule, Job("diptych", ("x",), "/x", "it's.toml")).values()
    read = yaml.safe_load(text)
    # YAML 1.1 takes "on" for truth.
    (when,) = read[True]["schedule"]
    CronSim(when["cron"], datetime(2026, 1, 1, tzinfo=UTC))
    runs = [step["run"] for step in read["jobs"]["report"]["steps"] if "run" in step]
    assert runs[-1] == "diptych --no-progress --log-format json run 'it'\"'\"'s.toml'"


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_path_or_name_that_would_end_its_line_is_refused(kind: str) -> None:
    for job in (
        Job("diptych", ("/bin/true", "a\nExecStart=/bin/false"), "/tmp", "x"),
        Job("diptych", ("/bin/true",), "/tmp\n[Install]", "x"),
        Job("../diptych", ("/bin/true",), "/tmp", "x"),
        Job("diptych", ("/bin/true",), "/tmp", "x\n- run: y"),
    ):
        with pytest.raises(ConfigError):
            units(kind, SCHEDULES[0], job)
