"""What a newcomer should know first: a few sentences made from the figures, each with its evidence.

The words are neutral: repositories have more or fewer, earlier or later; none is better. Rounding never makes different
figures equal. What cannot be told is left out, and so is a sentence of which nothing is left.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from analyzer.compare.complexity_findings import complexity
from analyzer.compare.contrasts import CLOSE, LISTED, Amount, Figure, amounts, capital, extremes, figures, how_many
from analyzer.compare.courses import Course, course
from analyzer.compare.judged_findings import claims, turns
from analyzer.compare.left_out import left_out
from analyzer.model import wording
from analyzer.model.comparison import Comparison
from analyzer.model.numbers import Number

Sentence = str | None

MOST = 8
"""More than so many sentences take longer than a minute."""
_DAY = 86_400
_MONTH = 30.436875 * _DAY
_YEAR = 365.2425 * _DAY


def findings(comparison: Comparison) -> tuple[tuple[str, str], ...]:
    """Return (sentence, slug of the row or chart that shows it), what tells most first."""
    told = [(sentence(comparison), slug) for sentence, slug in _FINDINGS]
    found = [(sentence, slug) for sentence, slug in told if sentence]
    known = {slug for _, slug in found}
    if known <= {"not_counted"}:
        return ()
    spare = [slug for slug in _SPARE if slug in known][: max(len(found) - MOST, 0)]
    return tuple(one for one in found if one[1] not in spare)


def _size(comparison: Comparison) -> Sentence:
    ranked = figures(comparison, "lines")
    if not ranked:
        return None
    amount = Amount("line of code", "lines of code")
    if len(ranked) == 2 and ranked[1].value > 0 and ranked[0].value != ranked[1].value:
        (large, small), (much, little) = ranked, wording.rounded([each.value for each in ranked])
        ratio = large.value / small.value
        larger = f"{wording.times(ratio)} as large as" if ratio >= CLOSE else "a little larger than"
        return f"{large.name} is {larger} {small.name}: {much} lines of code against {little}."
    return amounts(ranked, amount, history=False)


def _substance(comparison: Comparison) -> Sentence:
    languages = _names_by_text(comparison, "main-language")
    if not languages:
        return None
    known = sum(map(len, languages.values()))
    if len(languages) > LISTED:
        return f"The {wording.number(known)} are written in {wording.number(len(languages))} different languages."
    if len(languages) == 1:
        language, names = next(iter(languages.items()))
        subject = f"{names[0]} is" if known == 1 else f"{capital(how_many(known))} are"
        said = f"{subject} written mostly in {language}"
    else:
        (language, names), *others = languages.items()
        verb = "is" if len(names) == 1 else "are"
        rest = [f"{wording.listed(some)} in {other}" for other, some in others]
        said = f"{wording.listed(names)} {verb} written mostly in {language}, {' and '.join(rest)}"
    licences = _names_by_text(comparison, "licence")
    if len(licences) == 1 and sum(map(len, licences.values())) == known == len(comparison.columns):
        published = "published under" if len(languages) == 1 else f"{how_many(known)} are published under"
        said += f"{' and' if len(languages) == 1 else ';'} {published} {next(iter(licences))}"
    return f"{said}."


def _comments(comparison: Comparison) -> Sentence:
    ranked = figures(comparison, "comment-ratio")
    if not ranked:
        return None
    named = ranked if len(ranked) <= LISTED else [ranked[0], ranked[-1]]
    values = [each.value for each in named]
    shown = dict(zip(values, wording.percents(values), strict=True))
    if any("numerator" in cell.parts for cell in comparison.row("comment-ratio").cells):
        # The definition divides something else than comments by code and comments.
        told = [f"{shown[each.value]} % in {each.name}" for each in named]
        if len(named) < len(ranked):
            return f"The comment ratio is between {told[-1]} and {told[0]}."
        return f"The comment ratio is {wording.listed(told)}."
    if len(ranked) > LISTED:
        share = extremes(ranked, "the largest share of comments", "the smallest", lambda each: f"{shown[each.value]} %")
        return share.removesuffix(".") + ", of lines of code and comment."
    first, *others = ranked
    are = "is a comment" if shown[first.value] == "1" else "are comments"
    said = f"In {first.name} {shown[first.value]} of 100 lines of code and comment {are}"
    return f"{'; '.join([said, *(f'in {each.name} {shown[each.value]}' for each in others)])}."


def _comments_over_time(comparison: Comparison) -> Sentence:
    lines = comparison.series.get("comment_ratio", ())
    courses = [found for line in lines if (found := course(line, comparison.end))]
    if len(courses) > LISTED:
        courses = _furthest(courses)
    clauses = [
        f"{f'the comment ratio of {each.repository}' if place == 0 else f'that of {each.repository}'} {each.clause()}"
        for place, each in enumerate(courses)
    ]
    return capital(f"{'; '.join(clauses)}.") if clauses else None


def _furthest(courses: list[Course]) -> list[Course]:
    ordered = sorted(courses, key=lambda each: each.change)
    moved = [each for each in (ordered[0], ordered[-1]) if each.moved]
    return moved or [max(courses, key=lambda each: abs(each.change))]


def _people(comparison: Comparison) -> Sentence:
    ranked = figures(comparison, "contributors")
    return amounts(ranked, Amount("contributor", "contributors")) if ranked else None


def _activity(comparison: Comparison) -> Sentence:
    ranked = figures(comparison, "commits-12m")
    if not ranked:
        return None
    people = {each.name: each.value for each in figures(comparison, "contributors-12m")}
    period = f"In the twelve months to {wording.day(comparison.end)}"
    told = {each.name: _in_a_year(each, people.get(each.name)) for each in ranked}
    if len(ranked) > LISTED:
        said = extremes(ranked, "the most commits", "the fewest", lambda each: wording.count(each.value))
        return f"{period}: {said[:1].lower()}{said[1:]}"
    return f"{period} {ranked[0].name} had {'; '.join(_after_first(told))}."


def _in_a_year(commits: Figure, people: Number | None) -> str:
    if not commits.value:
        return "no commits"
    said = wording.plural(commits.value, "commit")
    by = "" if people is None else f" by {wording.plural(people, 'person', 'people')}"
    return f"{'at least ' if commits.floor else ''}{said}{by}"


def _after_first(told: dict[str, str]) -> list[str]:
    (_, first), *others = told.items()
    return [first, *(f"{name} {text}" for name, text in others)]


def _absence(comparison: Comparison) -> Sentence:
    ranked = figures(comparison, "absence-factor-12m")[::-1]
    if not ranked:
        return None
    told = [wording.plural(each.value, "person", "people") for each in ranked]
    if len(ranked) > LISTED:
        ends = f"by {told[0]} in {ranked[0].name}, by {told[-1]} in {ranked[-1].name}"
        return f"Over the last twelve months at least half of the commits were written {ends}."
    said = [f"by {people} in {each.name}" for people, each in zip(told, ranked, strict=True)]
    return f"In the last twelve months at least half of the commits were written {wording.listed(said)}."


def _trend(comparison: Comparison) -> Sentence:
    row = comparison.row("commit-trend")
    before = "Compared with the twelve months before,"
    trends = figures(comparison, "commit-trend")
    # Else there is no commit to speak of, or the year before is only there in part.
    known = [each for each in trends if each.value > -100 and not each.floor]
    if not known:
        return None
    if len(trends) > LISTED:
        cells = zip(comparison.columns, row.cells, strict=True)
        labels = [cell.label for column, cell in cells if cell.value is not None and not column.floor]
        rose, fell = labels.count("Increasing"), labels.count("Decreasing") + labels.count("No activity")
        up, down = (wording.number(many) if many else "none" for many in (rose, fell))
        of = f"of the {wording.number(len(labels))}"
        return f"{before} commits rose by a quarter or more in {up} {of} and fell by a quarter or more in {down}."
    clauses = [
        f"{each.name} {'had ' if place == 0 else ''}{_more_or_fewer(each.value)}{' commits' if place == 0 else ''}"
        for place, each in enumerate(known)
    ]
    beyond = f"{_by_chance(comparison, [each.name for each in known])}{_people_moved(comparison)}"
    return f"{before} {'; '.join(clauses)}.{beyond}"


def _people_moved(comparison: Comparison) -> str:
    """Return a sentence of the repositories whose number of people changed beyond chance; empty if there is none."""
    cells = zip(comparison.columns, comparison.row("contributor-trend").cells, strict=True)
    told = [
        f"{column.name} {_more_or_fewer(cell.value)} ({wording.count(cell.parts['recent'])} after "
        f"{wording.count(cell.parts['before'])})"
        for column, cell in cells
        if isinstance(cell.value, int | float) and not cell.parts.get("low", 0) <= 0 <= cell.parts.get("high", 0)
    ]
    return f" The number of people changed more than chance explains: {'; '.join(told)}." if told else ""


def _by_chance(comparison: Comparison, known: Sequence[str]) -> str:
    """Return a sentence that names the changes whose 95 % interval holds no change at all; empty if there is none."""
    cells = zip(comparison.columns, comparison.row("commit-trend").cells, strict=True)
    names = [
        column.name
        for column, cell in cells
        if column.name in known and cell.value and cell.parts.get("low", 1) <= 0 <= cell.parts.get("high", -1)
    ]
    if not names:
        return ""
    if len(names) == len(known):
        subject = "The change is" if len(names) == 1 else f"{capital(how_many(len(names)))} changes are"
    else:
        which, verb = ("That", "is") if len(names) == 1 else ("Those", "are")
        subject = f"{which} of {wording.listed(names)} {verb}"
    return f" {subject} within what chance explains."


def _more_or_fewer(change: float) -> str:
    if not change:
        return "as many"
    size = abs(change)
    shown = f"{wording.percents([size])[0]} %" if size >= 1 else wording.percent(size)
    return f"{shown} {'more' if change > 0 else 'fewer'}"


def _age(comparison: Comparison) -> Sentence:
    ranked = figures(comparison, "first-commit")[::-1]
    if not ranked:
        return None
    oldest, youngest = ranked[0], ranked[-1]
    began = f"The history of {oldest.name} begins on {wording.day(oldest.value)}"
    if len(ranked) == 1:
        return f"{began}."
    if wording.day(oldest.value) == wording.day(youngest.value):
        return f"{capital(how_many(len(ranked)))} histories begin on {wording.day(oldest.value)}."
    later = f"{_span(youngest.value - oldest.value)} before that of {youngest.name} ({wording.day(youngest.value)})"
    if len(ranked) == 2:
        return f"{began}, {later}."
    return f"{began}, as the first of the {wording.number(len(ranked))}, {later}, the last."


def _span(seconds: float) -> str:
    if seconds >= 2 * _YEAR:
        return f"{wording.decimal(seconds / _YEAR)} years"
    if seconds >= 2 * _MONTH:
        return wording.plural(seconds / _MONTH, "month")
    return wording.plural(max(seconds / _DAY, 1.0), "day")


def _names_by_text(comparison: Comparison, slug: str) -> dict[str, list[str]]:
    """Return the repositories of each text of a row, what most of them share first; unknown ones are left out."""
    found: dict[str, list[str]] = {}
    for column, cell in zip(comparison.columns, comparison.row(slug).cells, strict=True):
        if isinstance(cell.value, str):
            found.setdefault(cell.value, []).append(column.name)
    return dict(sorted(found.items(), key=lambda item: -len(item[1])))


_FINDINGS: tuple[tuple[Callable[[Comparison], Sentence], str], ...] = (
    (_size, "lines"),
    (_substance, "main-language"),
    (_comments, "comment-ratio"),
    (_comments_over_time, "comment_ratio"),
    (claims, "claims"),
    (turns, "which_definition"),
    (complexity, "complexity"),
    (_people, "contributors"),
    (_activity, "commits-12m"),
    (_trend, "commit-trend"),
    (_absence, "absence-factor-12m"),
    (_age, "first-commit"),
    (left_out, "not_counted"),
)
_SPARE = ("main-language", "first-commit", "complexity", "contributors", "comment_ratio")
"""What is left out, in this order, where there is more to say than takes a minute."""
