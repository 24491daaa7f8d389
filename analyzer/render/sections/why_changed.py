"""Why the comment ratio is no longer what it was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analyzer.model import ratio_words, wording
from analyzer.model.blocks import Block, Prose, Table, section
from analyzer.model.comparison import Comparison
from analyzer.model.ratio_change import COMMIT, FILE, FOLDER, RatioChange, RatioPart

_FEW = 4
"""Of more repositories only what moved each most is told."""
_SHORT_HASH = 10
_HEADS = {FOLDER: "Folders", FILE: "Files", COMMIT: "Commits of the trunk"}

_ABOUT = (
    "Each table splits the whole change of a repository’s ratio over folders, then over files, then over commits: "
    "in percentage points, each time exactly, with the lines that became more or fewer. "
    "A file that was moved has its latest name; a merge into the trunk is one commit."
)
_ASK = "For any two dates: `diptych why comment_ratio --from DATE --to DATE`."


@section(title="Why did the ratio change?", order=62)
def why_changed(comparison: Comparison) -> Iterator[Block]:
    """What moved the comment ratio over the last years: folders, files and commits."""
    if not comparison.changes:
        return
    if len(comparison.changes) > _FEW:
        yield Prose(f"The change of each ratio, and the folder and the commit that moved it most. {_ASK}")
        yield _summary(comparison)
        return
    yield Prose(f"{_ABOUT} {_ASK}")
    for change in comparison.changes:
        yield Prose(_told(change))
        yield _table(change)


def _summary(comparison: Comparison) -> Table:
    """Return a row for each repository: its ratio then and now, and what moved it most."""
    rows = []
    for change in comparison.changes:
        moved = [change.splits[by].parts[:1] for by in (FOLDER, COMMIT)]
        rows.append(
            (
                change.repository,
                f"{wording.percent(change.start.value)}\n{wording.day(change.start.time)}",
                f"{wording.percent(change.end.value)}\n{wording.day(change.end.time)}",
                ratio_words.signed(change.points, 2),
                *(_moved(parts, by) for parts, by in zip(moved, (FOLDER, COMMIT), strict=True)),
            )
        )
    return Table(
        "What moved the comment ratios, in percentage points",
        ("Repository", "Then", "Now", "Points", "Folder that moved it most", "Commit that moved it most"),
        tuple(rows),
        numeric=(False, True, True, True, False, False),
    )


def _moved(parts: Sequence[RatioPart], by: str) -> str:
    return f"{_name(parts[0], by)}\n{_did(parts[0])}" if parts else wording.NOTHING


def _told(change: RatioChange) -> str:
    told = f"{ratio_words.sentence(change)} {ratio_words.counts(change)}"
    folders, commits = change.splits[FOLDER].parts, change.splits[COMMIT].parts
    if not folders or not commits:
        return told
    folder, commit = folders[0], commits[0]
    when = f" of {wording.day(commit.time)}" if commit.time is not None else ""
    named = f" (“{commit.title}”)" if commit.title else ""
    return (
        f"{told} The folder that moved it most is {folder.name} ({_did(folder)}), "
        f"the commit that did is {commit.name[:_SHORT_HASH]}{when}{named}, "
        f"{ratio_words.signed(commit.points, 2)} points."
    )


def _did(part: RatioPart) -> str:
    return f"{ratio_words.signed(part.points, 2)} points"


def _table(change: RatioChange) -> Table:
    rows: list[tuple[str, ...]] = []
    groups: list[tuple[str, int]] = []
    for by, title in _HEADS.items():
        split = change.splits[by]
        parts = ratio_words.listed(split)
        points = ratio_words.figures(split, change.points)
        names = [_name(part, by) for part in split.parts]
        if split.rest is not None:
            names.append(f"the rest: {wording.plural(split.others, by)}")
        rows += [_row(name, shown, part) for name, shown, part in zip(names, points, parts, strict=True)]
        groups.append((title, len(parts)))
    rows.append(_row("The whole", ratio_words.signed(change.points), _whole(change)))
    groups.append(("Together", 1))
    return Table(
        caption=f"What moved the comment ratio of {change.repository}, {_span(change)}",
        head=("What", "Points", _head(change.above), _head(change.below)),
        rows=tuple(rows),
        groups=tuple(group for group in groups if group[1]),
        numeric=(False, True, True, True),
    )


def _head(lines: str) -> str:
    return lines.replace("lines ", "").removesuffix(" lines").capitalize()


def _whole(change: RatioChange) -> RatioPart:
    above = change.end.numerator - change.start.numerator
    return RatioPart("", change.points, above, change.end.denominator - change.start.denominator)


def _row(name: str, points: str, part: RatioPart) -> tuple[str, ...]:
    return (name, points, ratio_words.signed_count(part.numerator), ratio_words.signed_count(part.denominator))


def _name(part: RatioPart, by: str) -> str:
    if by == FILE:
        # Paths are long and do not break: the folder stands below.
        folder, _, name = part.name.rpartition("/")
        return f"{name}\n`{folder}/`" if folder else name
    if by == FOLDER:
        return part.name
    when = f", {wording.day(part.time)}" if part.time is not None else ""
    return f"{part.title or 'Without a subject'}\n{part.name[:_SHORT_HASH]}{when}"


def _span(change: RatioChange) -> str:
    return f"{wording.day(change.start.time)} to {wording.day(change.end.time)}"
