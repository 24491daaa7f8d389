"""The loop of `diptych watch`, by a clock that only passes when somebody waits."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from analyzer.errors import StoreBusy
from analyzer.model.schedule import Schedule
from analyzer.schedule.health import BROKEN_OFF, Health
from analyzer.schedule.loop import BEAT, Watch
from analyzer.schedule.plan import plan

HOUR = 3_600


@dataclass
class FakeClock:
    """A clock that stops the loop at a moment."""

    time: int = 1_600_000_000
    stop_at: int = 1 << 60
    waits: list[int] = field(default_factory=list)

    def now(self) -> int:
        return self.time

    def wait(self, seconds: int) -> bool:
        self.waits.append(seconds)
        self.time += seconds
        return self.time >= self.stop_at


@dataclass
class Told:
    events: list[str] = field(default_factory=list)

    def event(self, name: str, message: str, **details: object) -> None:
        self.events.append(name)


@dataclass
class Bench:
    """A watch with everything around it."""

    clock: FakeClock
    told: Told
    watch: Watch
    begun: list[int]
    recorded: list[int]
    health: Path

    def seen(self) -> dict[str, object]:
        return json.loads(self.health.read_text(encoding="utf-8"))


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    clock, told, begun, recorded = FakeClock(), Told(), [], []
    path = tmp_path / "run" / "health.json"

    def refresh(alive: Callable[[], None]) -> int:
        begun.append(clock.now())
        recorded.append(clock.now())
        clock.time += 90
        alive()
        return 4

    made = plan(Schedule(every=HOUR), "a")
    watch = Watch(made, clock, told, Health(path, 7), refresh, lambda: recorded[-1] if recorded else None)
    return Bench(clock, told, watch, begun, recorded, path)


def test_the_first_refresh_is_made_at_once_and_the_others_when_they_are_due(bench: Bench) -> None:
    start = bench.clock.time
    assert bench.watch.run(rounds=3) == 3
    assert bench.begun == [start, start + HOUR, start + 2 * HOUR]
    assert max(bench.clock.waits) <= BEAT
    assert bench.told.events == ["begun", "ended", "waiting", "begun", "ended", "waiting", "begun", "ended", "stopped"]


def test_it_waits_for_what_was_recorded_before_it_began(bench: Bench) -> None:
    bench.recorded.append(bench.clock.time - 600)
    start = bench.clock.time
    bench.watch.run(rounds=1)
    assert bench.begun == [start + HOUR - 600]


def test_a_refresh_by_hand_counts(bench: Bench) -> None:
    bench.recorded.append(bench.clock.time)
    start = bench.clock.time
    bench.clock.wait = by_hand(bench, start + 1_800)  # type: ignore[method-assign]
    bench.watch.run(rounds=1)
    assert bench.begun[0] >= start + 1_800 + HOUR


def by_hand(bench: Bench, moment: int):
    plain = FakeClock.wait

    def wait(seconds: int) -> bool:
        stopped = plain(bench.clock, seconds)
        if bench.clock.time >= moment and bench.recorded[-1] < moment:
            bench.recorded.append(bench.clock.time)
        return stopped

    return wait


def test_told_to_stop_while_it_waits_it_stops_without_another_refresh(bench: Bench) -> None:
    bench.clock.stop_at = bench.clock.time + 1_000
    assert bench.watch.run() == 1
    assert bench.told.events[-1] == "stopped"
    assert bench.seen()["state"] == "stopped"


def test_told_to_stop_in_a_refresh_it_says_that_it_was_abandoned(bench: Bench) -> None:
    bench.watch.refresh = told_to_stop(bench)
    assert bench.watch.run() == 0
    assert bench.told.events == ["begun", "abandoned", "stopped"]
    assert (bench.seen()["state"], bench.seen()["last"]["exit_code"]) == ("stopped", 130)


def test_a_refresh_that_ended_when_it_was_told_to_stop_is_no_abandoned_one(bench: Bench) -> None:
    bench.watch.refresh = told_to_stop(bench, code=0)
    assert bench.watch.run() == 1
    assert bench.told.events == ["begun", "ended", "stopped"]


def told_to_stop(bench: Bench, code: int = BROKEN_OFF):
    def refresh(_alive: Callable[[], None]) -> int:
        # It is on record before its report is made.
        bench.recorded.append(bench.clock.time)
        bench.clock.time += 10
        bench.clock.stop_at = bench.clock.time
        return code

    return refresh


def test_a_refresh_of_a_wrong_clock_on_record_is_none(bench: Bench) -> None:
    start = bench.clock.time
    bench.recorded.append(start + 1_000 * HOUR)
    bench.watch.last = lambda: bench.recorded[0]
    bench.watch.run(rounds=3)
    assert bench.begun == [start, start + HOUR, start + 2 * HOUR]


def test_a_health_file_that_cannot_be_written_is_told_once_and_refreshes_go_on(bench: Bench) -> None:
    start = bench.clock.time
    bench.health.parent.write_text("no folder", encoding="utf-8")
    assert bench.watch.run(rounds=2) == 2
    assert bench.begun == [start, start + HOUR]
    assert bench.told.events.count("no-health") == 1


def test_a_health_file_that_can_be_written_again_is(bench: Bench) -> None:
    bench.health.parent.write_text("no folder", encoding="utf-8")
    plain = bench.watch.refresh

    def refresh(alive: Callable[[], None]) -> int:
        bench.health.parent.unlink(missing_ok=True)
        return plain(alive)

    bench.watch.refresh = refresh
    bench.watch.run(rounds=1)
    assert bench.seen()["state"] == "stopped"


def test_a_record_that_cannot_be_read_is_told_once_and_refreshes_go_on(bench: Bench) -> None:
    def last() -> int:
        raise StoreBusy("the database is in use")

    start = bench.clock.time
    bench.watch.last = last
    assert bench.watch.run(rounds=2) == 2
    assert bench.begun == [start, start + HOUR]
    assert bench.told.events.count("no-record") == 1


@pytest.mark.parametrize(
    "left",
    [
        {"state": "stopped", "last": {"exit_code": 130}},
        {"state": "refreshing", "last": None},
        {"state": "refreshing", "last": {"exit_code": 0}},
    ],
)
def test_a_refresh_that_was_broken_off_is_made_again_at_once(bench: Bench, left: dict[str, object]) -> None:
    start = bench.clock.time
    bench.recorded.append(start - 60)
    bench.health.parent.mkdir()
    bench.health.write_text(json.dumps(left), encoding="utf-8")
    bench.watch.run(rounds=2)
    assert bench.begun == [start, start + HOUR]


@pytest.mark.parametrize(
    "left",
    ['{"state": "stopped", "last": {"exit_code": 0}}', "{", "[]", '{"state": "stopped"}', '{"last": 3}', "\0\xff"],
)
def test_after_any_other_end_it_waits_until_it_is_due(bench: Bench, left: str) -> None:
    start = bench.clock.time
    bench.recorded.append(start - 60)
    bench.health.parent.mkdir()
    bench.health.write_bytes(left.encode("latin-1"))
    bench.watch.run(rounds=1)
    assert bench.begun == [start - 60 + HOUR]


def test_after_a_long_sleep_one_refresh_is_made_and_no_more(bench: Bench) -> None:
    bench.watch.run(rounds=1)
    bench.clock.time += 30 * 24 * HOUR
    woken = bench.clock.time
    bench.watch.run(rounds=2)
    assert bench.begun[1:] == [woken, woken + HOUR]


def test_the_health_file_says_how_it_stands(bench: Bench) -> None:
    seen: list[dict[str, object]] = []
    plain = bench.watch.refresh

    def refresh(alive: Callable[[], None]) -> int:
        seen.append(bench.seen())
        code = plain(alive)
        assert bench.seen()["seen"] == "2020-09-13T12:28:10Z" or len(seen) > 1
        return code

    bench.watch.refresh = refresh
    bench.watch.run(rounds=2)
    assert [one["state"] for one in seen] == ["refreshing", "refreshing"]
    assert seen[0]["last"] is None
    assert seen[1]["last"] == {
        "begun": "2020-09-13T12:26:40Z",
        "ended": "2020-09-13T12:28:10Z",
        "exit_code": 4,
    }
    assert seen[1] | {"seen": 0} == seen[0] | {"last": seen[1]["last"], "seen": 0}
    assert (bench.seen()["state"], bench.seen()["pid"]) == ("stopped", 7)
