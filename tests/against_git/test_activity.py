"""Activity counted as git itself counts it: periods, people, lines, hours of the week."""

from __future__ import annotations

import os
import re
import subprocess
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

import numpy as np
import pandas as pd
import pytest

from analyzer.measure.metrics.commits import commits
from analyzer.measure.metrics.contributors import contributors
from analyzer.measure.metrics.cve_fixes import cve_fixes
from analyzer.measure.metrics.hours import WEEKDAYS, hours
from analyzer.measure.metrics.lines_added import lines_added
from analyzer.model.commit import Commit
from analyzer.model.frames import Facts
from analyzer.model.moment import Moment
from analyzer.model.window import parse_window
from tests.against_git.checks import all_changes, all_commits, head_of, jobs
from tests.build import options, rows_as_table
from tests.repos import DAY, EPOCH, RepoBuilder

_FOLDER = os.environ.get("DIPTYCH_MIRRORS", "")
_FORMATS = {"day": "%Y-%m-%d", "week": "%G-W%V", "month": "%Y-%m", "year": "%Y"}
_ZERO_DAY = 86_400


@pytest.fixture(scope="module")
def busy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three years of three people in five time zones, two commits with dates that cannot be true, and two CVEs."""
    repo, random = RepoBuilder(tmp_path_factory.mktemp("busy") / "busy"), Random(5)
    repo.commit({"a.py": "0\n"}, time=0)
    for number in range(90):
        who = random.choice(["Ada <ada@example.org>", "Ada <ada@home.example>", "Bob <bob@example.org>"])
        content = "".join(f"{random.randint(0, 9)}\n" for _ in range(random.randint(1, 30)))
        message = random.choice(["Fixed CVE-2021-1234", "Work\n\nAs cve-2021-99999 and CVE-2021-1234", "Work", "CVE-1"])
        moment, zone = EPOCH + random.randint(0, 3 * 366 * DAY), random.choice([-480, 0, 60, 345, 721])
        repo.commit({f"{number % 4}.py": content}, by=who, time=moment, offset=zone, message=message)
    repo.commit({"b.py": "1\n"}, time=EPOCH + 4000 * DAY, committed=EPOCH + 3 * 366 * DAY)
    return repo.build()


def facts_of(git_dir: Path) -> Facts:
    history = all_commits(git_dir)
    numbers = {commit.sha: number for number, commit in enumerate(history, 1)}
    rows = [_row(commit, number) for commit, number in zip(history, numbers.values(), strict=True)]
    end = max(commit.committer.time for commit in history)
    moment = Moment(head_of(git_dir), end, 0, end)
    named = [{"commit_id": numbers[one.sha], "cve": cve} for one in history for cve in one.vulnerabilities]
    tables = {"commits": rows, "mailmap": (), "trailers": (), "vulnerabilities": named}
    return Facts("it", moment, {name: rows_as_table(name, some) for name, some in tables.items()})


def with_changes(git_dir: Path, known: Facts) -> Facts:
    plain = known["commits"].query("parents < 2")
    numbers = dict(zip(plain["sha"], plain["commit_id"], strict=True))
    wanted = [job for job in jobs(all_commits(git_dir)) if job[0] in numbers]
    rows = [
        {"commit_id": numbers[one.commit], "path_id": 1, "added": one.added or 0, "deleted": one.deleted or 0}
        for one in all_changes(git_dir, wanted)
    ]
    tables = {"changes": rows_as_table("changes", rows), "paths": rows_as_table("paths", [])}
    return Facts(known.repository, known.moment, {**known.tables, **tables})


def _row(commit: Commit, number: int) -> dict[str, object]:
    return {
        "commit_id": number,
        "sha": commit.sha,
        "author_name": commit.author.name,
        "author_email": commit.author.email,
        "author_time": commit.author.time,
        "author_offset": commit.author.offset,
        "commit_time": commit.committer.time,
        "parents": len(commit.parents),
        "subject": commit.subject,
    }


def log(git_dir: Path, words: str, date: str, *more: str) -> list[list[str]]:
    """Return the fields of every commit by git, dates in UTC where the format is a local one."""
    command = ["git", "-C", str(git_dir), "log", f"--format={words}", f"--date={date}", *more, "HEAD"]
    found = subprocess.run(command, check=True, capture_output=True, env={**os.environ, "TZ": "UTC"}).stdout
    return [line.split("\x1f") for line in found.decode("utf-8", "replace").splitlines() if "\x1f" in line]


def believed(rows: list[list[str]], known: Facts) -> list[list[str]]:
    return [row for row in rows if _ZERO_DAY <= int(row[0]) <= known.moment.end]


def periods_and_people(git_dir: Path) -> None:
    known = facts_of(git_dir)
    for by, form in _FORMATS.items():
        rows = believed(log(git_dir, "%at%x1f%ad%x1f%an%x1f%ae", f"format-local:{form}"), known)
        expected = Counter(row[1] for row in rows)
        assert _told(commits.measure(known, options(by=by)), by) == expected
        pairs = {(row[1], row[2], row[3]) for row in rows}
        assert _told(contributors.measure(known, options(by=by)), by) == Counter(period for period, *_ in pairs)


def windows(git_dir: Path) -> None:
    known = facts_of(git_dir)
    times = np.array([int(row[0]) for row in log(git_dir, "%at%x1f", "raw")])
    for span, days in (("90d", 90), ("1w", 7), ("2000d", 2000)):
        inside = (times > known.moment.end - days * 86_400) & (times <= known.moment.end)
        assert commits.measure(known, options(window=parse_window(span)))["value"][0] == inside.sum()


def hours_of_the_week(git_dir: Path) -> None:
    known = facts_of(git_dir)
    rows = believed(log(git_dir, "%at%x1f%ad%x1f%ai", "format:%u %H"), known)
    told = [row for row in rows if -1200 <= int(row[2][-5:]) <= 1400 and abs(int(row[2][-5:])) % 100 in (0, 15, 30, 45)]
    measured = hours.measure(known, options(by="hour"))
    found = {
        f"{WEEKDAYS.index(row['weekday']) + 1} {row['hour']:02d}": row["commits"]
        for row in measured.to_dict("records")
        if row["commits"]
    }
    assert found == Counter(row[1] for row in told)


def lines_by_month(git_dir: Path) -> None:
    known = with_changes(git_dir, facts_of(git_dir))
    totals: Counter[str] = Counter()
    month = ""
    for line in _numstat(git_dir):
        if line.startswith("\x1f"):
            time, month = line[1:].split(" ")
            month = month if _ZERO_DAY <= int(time) <= known.moment.end else ""
        elif month and line[:1].isdigit():
            totals[month] += int(line.split("\t")[0])
    assert _told(lines_added.measure(known, options(by="month")), "month") == +totals


def named_vulnerabilities(git_dir: Path) -> None:
    known = facts_of(git_dir)
    command = ["git", "-C", str(git_dir), "log", "-z", "--format=%B", "HEAD"]
    messages = subprocess.run(command, check=True, capture_output=True).stdout.decode("utf-8", "replace").split("\0")
    named = [re.findall(r"(?i)\bCVE-[12][0-9]{3}-[0-9]{4,}\b", message) for message in messages]
    told = cve_fixes.measure(known, options()).iloc[0]
    assert (told["value"], told["commits"]) == (
        len({cve.upper() for some in named for cve in some}),
        sum(map(bool, named)),
    )


def _numstat(git_dir: Path) -> list[str]:
    arguments = ("--numstat", "-M", "-l1000", "--no-merges", "--format=%x1f%at %ad", "--date=format-local:%Y-%m")
    command = ["git", "-C", str(git_dir), "log", *arguments, "HEAD"]
    found = subprocess.run(command, check=True, capture_output=True, env={**os.environ, "TZ": "UTC"}).stdout
    return found.decode("utf-8", "replace").split("\n")


def _told(measured: pd.DataFrame, by: str) -> Counter[str]:
    return +Counter(dict(zip(measured[by], measured["value"].tolist(), strict=True)))


CHECKS = (periods_and_people, windows, hours_of_the_week, lines_by_month, named_vulnerabilities)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_a_small_history_counts_as_git_counts_it(busy: Path, check: Callable[[Path], None]) -> None:
    check(busy)


@pytest.mark.mirrors
@pytest.mark.slow
@pytest.mark.skipif(not _FOLDER, reason="DIPTYCH_MIRRORS names no folder with flask.git and django.git")
@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
@pytest.mark.parametrize("name", ["flask", "django"])
def test_a_real_history_counts_as_git_counts_it(name: str, check: Callable[[Path], None]) -> None:
    check(Path(_FOLDER) / f"{name}.git")
