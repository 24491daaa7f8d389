"""What changed since the last refresh, and which alerts that raises."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analyzer.model import alert_words, ratio_words, wording
from analyzer.model.blocks import Block, Prose, Table, section
from analyzer.model.comparison import Comparison
from analyzer.model.since import Alarm, Change, Since

_SHORT_HASH = 10


@section(title="What changed", order=5)
def what_changed(comparison: Comparison) -> Iterator[Block]:
    """New commits, people and releases since the last refresh that found another state, and figures then and now."""
    for alarm in comparison.alarms:
        if alarm.raised or alarm.measured is None:
            yield Prose(_alarm(alarm))
    since = comparison.since
    if since is None:
        return
    yield Prose(_opening(since))
    changed = [change for change in since.changes if change.anything]
    for change in changed:
        yield Prose(_told(change))
    figures = [change for change in changed if change.figures]
    if figures:
        yield _figures(since, figures)
    moved = [change for change in changed if change.movers]
    if moved:
        yield _movers(moved)


def _alarm(alarm: Alarm) -> str:
    told = alert_words.sentence(alarm)
    return f"Alert: {told}" if alarm.raised else told


def _opening(since: Since) -> str:
    same = [change.repository for change in since.changes if not change.anything]
    before, after = _when(since)
    told = f"What changed from the refresh of {before} to that of {after}."
    return f"{told} Nothing changed in {wording.listed(same)}." if same else told


def _when(since: Since) -> tuple[str, str]:
    """Return the days of the two refreshes, with the time of day where they are the same."""
    days = wording.day(since.before), wording.day(since.after)
    if days[0] != days[1]:
        return days
    first, second = (f"{wording.moment(time):%H:%M:%S}" for time in (since.before, since.after))
    return f"{days[0]}, {first} UTC", f"{days[1]}, {second} UTC"


def _told(change: Change) -> str:
    name = change.repository
    sentences = [note if note.endswith(".") else f"{note}." for note in change.notes]
    if change.members:
        return " ".join(_of_members(change))
    if not change.sha_before:
        return " ".join([f"{name} was read for the first time.", *sentences])
    if change.rewritten:
        gone = f"The commit that {name} was at, {change.sha_before[:_SHORT_HASH]}, is no longer part of it"
        return " ".join([f"{gone}: what is new cannot be told.", *sentences])
    return " ".join([*_news(change), *sentences])


def _of_members(change: Change) -> Iterator[str]:
    """Yield what is told of a project: what is new in all, or why that cannot be told, and what was noticed."""
    if change.told:
        yield from _news(change)
    else:
        yield f"What is new in {change.repository} cannot be told as a whole."
    for member in change.members:
        if not member.told:
            yield _told(member)
        elif member.notes:
            yield from (note if note.endswith(".") else f"{note}." for note in member.notes)


def _news(change: Change) -> Iterator[str]:
    people = f", {_people(change)}" if change.people else ""
    yield f"{change.repository} has {wording.plural(change.commits, 'new commit')}{people}."
    if change.releases:
        yield f"Released: {wording.listed(change.releases)}."


def _people(change: Change) -> str:
    more = change.people - len(change.names)
    names = [*change.names, *([wording.plural(more, "other")] if more else [])]
    return f"and {wording.plural(change.people, 'author', 'authors')} who had none before: {wording.listed(names)}"


def _figures(since: Since, changes: Sequence[Change]) -> Table:
    return Table(
        caption="The headline figures then and now",
        head=("Figure", *_when(since), "Change"),
        rows=tuple(
            (
                moved.now.title,
                wording.figure(moved.then, moved.now.unit),
                wording.figure(moved.now.value, moved.now.unit),
                alert_words.moved(moved),
            )
            for change in changes
            for moved in change.figures
        ),
        groups=tuple((change.repository, len(change.figures)) for change in changes),
        numeric=(False, True, True, True),
    )


def _movers(changes: Sequence[Change]) -> Table:
    rows = []
    for change in changes:
        for part in change.movers:
            when = f", {wording.day(part.time)}" if part.time is not None else ""
            title = f"{part.title or 'Without a subject'}\n{part.name[:_SHORT_HASH]}{when}"
            rows.append((title, ratio_words.signed(part.points)))
    return Table(
        caption="The commits of the trunk that moved the comment ratio most, in percentage points",
        head=("Commit", "Points"),
        rows=tuple(rows),
        groups=tuple(
            (f"{change.repository}: {ratio_words.signed(change.points)} in all", len(change.movers))
            for change in changes
        ),
        numeric=(False, True),
    )
