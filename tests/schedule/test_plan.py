"""When a refresh is due, by a clock that the test sets."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.errors import ConfigError
from analyzer.model.schedule import Schedule
from analyzer.schedule.plan import ALIASES, Plan, plan


def at(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp())


def shown(seconds: int) -> str:
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%d %H:%M:%S")


EVERY = plan(Schedule(every=6 * 3600), "a")
MORNING = plan(Schedule(cron="30 6 * * 1-5", timezone="Europe/Berlin"), "a")


def test_without_any_refresh_it_is_due_at_once():
    for one in (EVERY, MORNING):
        assert one.due(None, 1_000) == 1_000


def test_an_interval_begins_with_the_last_refresh():
    assert shown(EVERY.due(at("2026-11-15 05:00"), at("2026-11-15 06:00"))) == "2026-11-15 11:00:00"


def test_cron_goes_by_the_clock_of_its_zone_also_when_that_is_set():
    # Friday before and Monday after the end of summer time: 06:30 is 04:30 UTC, then 05:30.
    assert shown(MORNING.due(at("2026-10-22 12:00"), at("2026-10-22 12:00"))) == "2026-10-23 04:30:00"
    assert shown(MORNING.due(at("2026-10-23 12:00"), at("2026-10-23 12:00"))) == "2026-10-26 05:30:00"


def test_an_hour_that_is_skipped_or_comes_twice_gives_one_refresh():
    night = plan(Schedule(cron="30 2 * * *", timezone="Europe/Berlin"), "a")
    skipped = night.due(at("2026-03-28 12:00"), at("2026-03-28 12:00"))
    assert shown(skipped) == "2026-03-29 01:00:00"
    assert shown(night.after(skipped)) == "2026-03-30 00:30:00"
    twice = night.due(at("2026-10-24 12:00"), at("2026-10-24 12:00"))
    assert shown(twice) == "2026-10-25 00:30:00"
    assert shown(night.after(twice)) == "2026-10-26 01:30:00"


def test_what_was_missed_is_made_up_for_once():
    last, woken = at("2026-11-01 05:00"), at("2026-11-20 09:17")
    assert EVERY.due(last, woken) < woken
    assert EVERY.after(woken) == woken + 6 * 3600


def test_a_record_from_the_future_does_not_stop_the_schedule():
    assert EVERY.due(at("2090-01-01 00:00"), 1_000) == 1_000


def test_jitter_is_the_same_for_who_asks_twice_and_another_for_another_workspace():
    jittered = [plan(Schedule(cron="@hourly", jitter=1800), seed) for seed in "abcdefgh"]
    last = at("2026-11-15 05:00")
    delays = {one.due(last, last) - at("2026-11-15 06:00") for one in jittered}
    assert len(delays) > 4
    assert all(0 <= delay <= 1800 for delay in delays)
    assert jittered[0].due(last, last) == jittered[0].due(last, last)


@given(
    st.one_of(
        st.builds(Schedule, every=st.integers(60, 10**6), jitter=st.integers(0, 10**4)),
        st.builds(Schedule, cron=st.sampled_from(sorted(ALIASES)), jitter=st.integers(0, 10**4)),
    ),
    st.integers(0, 4 * 10**9),
)
def test_the_next_refresh_is_always_later_than_the_last(schedule: Schedule, last: int):
    assert Plan(schedule, "a").after(last) > last


@pytest.mark.parametrize("cron", ["", "61 * * * *", "* * * *", "* * * * * *", "@soon", "0 0 30 2 *", "a b c d e"])
def test_what_is_no_expression_or_never_comes_is_refused(cron: str):
    with pytest.raises(ConfigError) as caught:
        plan(Schedule(cron=cron or " "), "a")
    assert caught.value.hint
