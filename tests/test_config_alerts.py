"""Alerts and the schedule in the configuration."""

from __future__ import annotations

from pathlib import Path

import pytest

from analyzer.config import Configuration, load
from analyzer.errors import ConfigError
from analyzer.model.schedule import Schedule, seconds, span
from analyzer.model.since import Alert

REPOSITORIES = """
[[repository]]
name = "flask"
url = "https://example.org/flask"
[[repository]]
url = "https://example.org/django"
"""


@pytest.fixture
def read(tmp_path: Path):
    def write_and_load(text: str) -> Configuration:
        path = tmp_path / "diptych.toml"
        path.write_text(REPOSITORIES + text, encoding="utf-8")
        return load(path)

    return write_and_load


def test_an_alert_for_a_value_and_one_for_its_change_are_read(read):
    found = read(
        """
[[alert]]
metric = "comment_ratio"
repository = "flask"
operator = "<"
change = -0.5
definition = "cloc"
[[alert]]
name = "quiet"
metric = "commits"
repository = "django"
operator = "<="
value = 10
window = "90d"
"""
    ).alerts
    assert found == (
        Alert("comment-ratio-change", "comment_ratio", "flask", "<", -0.5, changed=True, definition="cloc"),
        Alert("quiet", "commits", "django", "<=", 10, window="90d"),
    )


def test_an_alert_without_a_repository_is_one_for_each(read):
    found = read('[[alert]]\nmetric = "lines"\noperator = ">"\nvalue = 5\n').alerts
    assert [one.repository for one in found] == ["flask", "django"]


def test_an_alert_without_a_repository_is_one_for_each_column_and_may_name_a_project_or_its_repository(read):
    project = '[[project]]\nname = "both"\nrepositories = ["flask", "django"]\n'
    alert = '[[alert]]\nmetric = "lines"\noperator = ">"\nvalue = 5\n'
    assert [one.repository for one in read(project + alert).alerts] == ["both"]
    for name in ("both", "django"):
        assert [one.repository for one in read(f'{project}{alert}repository = "{name}"\n').alerts] == [name]
    with pytest.raises(ConfigError, match="there is no repository 'boht'") as caught:
        read(f'{project}{alert}repository = "boht"\n')
    assert caught.value.hint == "did you mean both?"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[[alert]]\nmetric = "lines"\noperator = ">"\n', "alert 1: needs either value or change"),
        ('[[alert]]\nmetric = "lines"\noperator = ">"\nvalue = 1\nchange = 1\n', "alert 1: needs either value or"),
        ('[[alert]]\nmetric = "lines"\noperator = "!="\nvalue = 1\n', "alert 1: operator: must be"),
        ('[[alert]]\nmetric = "lines"\noperator = ">"\nvalue = 1\nwindow = "x"\n', "alert 1: window: "),
        (
            '[[alert]]\nmetric = "lines"\noperator = ">"\nvalue = 1\nrepository = "flsk"\n',
            "there is no repository 'flsk'",
        ),
        ('[schedule]\nevery = "6h"\ncron = "@daily"\n', "needs either cron or every"),
        ("[schedule]\n", "needs either cron or every"),
        ('[schedule]\nevery = "6 hours"\n', "every: '6 hours' is no span of time"),
        ('[schedule]\nevery = "0h"\n', "every: '0h' is no span of time"),
        ('[schedule]\nevery = "6h"\njitter = "x"\n', "jitter: 'x' is no span of time"),
        (
            '[schedule]\ncron = "@daily"\ntimezone = "Europe/Berlyn"\n',
            "timezone: there is no time zone 'Europe/Berlyn'",
        ),
        ('[schedule]\ncron = "@daily"\ntimezone = "../../etc/passwd"\n', "timezone: there is no time zone"),
        ('[schedule]\nevrey = "6h"\n', "unknown key 'evrey'"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(read, text: str, message: str):
    with pytest.raises(ConfigError) as caught:
        read(text)
    assert message in f"{caught.value.message}\n{caught.value.hint}"


def test_a_schedule_is_read(read):
    assert read("").schedule is None
    assert read('[schedule]\nevery = "6h"\njitter = "15m"\n').schedule == Schedule(every=21_600, jitter=900)
    found = read('[schedule]\ncron = "30  6 * * 1-5"\ntimezone = "Europe/Berlin"\n').schedule
    assert found == Schedule(cron="30 6 * * 1-5", timezone="Europe/Berlin")


@pytest.mark.parametrize(
    ("text", "length"), [("90s", 90), ("30m", 1_800), ("6h", 21_600), ("1d", 86_400), ("2w", 1_209_600)]
)
def test_spans_of_time_are_seconds(text: str, length: int):
    assert seconds(text) == length


@pytest.mark.parametrize(
    ("length", "words"),
    [
        (0, "no time"),
        (1, "1 second"),
        (90, "1 minute and 30 seconds"),
        (90_061, "1 day and 1 hour"),
        (7_200, "2 hours"),
    ],
)
def test_spans_of_time_are_told_by_their_two_largest_units(length: int, words: str):
    assert span(length) == words
