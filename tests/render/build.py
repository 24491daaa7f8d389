"""Comparisons that look like real ones, made from nothing but arithmetic: same call, same values."""

from __future__ import annotations

import hashlib
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from analyzer.model.claim import Claim, Curve, Interval, Judgement, Saying, Sighting, Verdict
from analyzer.model.comparison import AtAge, Cell, Column, Comparison, Row, Series, Shared, Spot
from analyzer.model.headlines import Figure
from analyzer.model.ranking import RANKED, Order, Rung
from analyzer.model.ratio_change import RatioChange, RatioEnd, RatioPart, RatioSplit
from analyzer.model.since import Change, Moved, Since
from analyzer.model.uncounted import NotCounted, Reason
from tests.render.drawn import drawn_places
from tests.render.lines import line_places

YEAR = 31_556_952
END = int(datetime(2026, 6, 18, 15, 37, 49, tzinfo=UTC).timestamp())
DAY = 86_400
LANGUAGES = ("Python", "HTML", "JavaScript", "CSS", "Shell", "Makefile", "SQL", "TOML")
SIZES = {
    **{"lower_quartile": 2.0, "upper_quartile": 33.0, "files": 1.5, "commits": 10},
    **{"none": 1, "up_to_10": 4, "up_to_50": 2, "up_to_200": 1, "up_to_1000": 1, "more": 1},
}
HOSTILE = "</script><img src=x onerror=alert(1)>"
ESCAPE = "\x1b[31mred\x1b[0m \u202egnp.exe"


def comparison(
    names: Sequence[str] = ("flask", "django"),
    *,
    months: int = 60,
    commits: int = 300,
    troubles: Sequence[NotCounted] | None = None,
    findings: tuple[tuple[str, str], ...] | None = None,
    title: str | None = None,
) -> Comparison:
    """Return a comparison of so many months and trunk commits for each repository; the n-th is n times as large."""
    starts = list(month_starts(months))
    return Comparison(
        title=" and ".join(names) if title is None else title,
        columns=tuple(column(name, starts[0]) for name in names),
        end=END,
        rows=rows(len(names)),
        series={
            "commits": tuple(monthly(name, starts, 40 * (place + 1)) for place, name in enumerate(names)),
            "contributors": tuple(monthly(name, starts, 9 * (place + 1)) for place, name in enumerate(names)),
            "languages": tuple(
                growing(name, starts, language, 9000 * (place + 1) // (rank + 1) ** 2)
                for place, name in enumerate(names)
                for rank, language in enumerate(LANGUAGES)
            ),
            "levels": tuple(
                Series(name, (starts[0], starts[len(starts) // 2])[: place + 1], (40.0, 52.5)[: place + 1])
                for place, name in enumerate(names)
            ),
            **over_the_years(names, starts),
            "comment_ratio": tuple(
                ratio(name, starts[0], commits * (place + 1), 25 - 6 * place % 24) for place, name in enumerate(names)
            ),
        },
        troubles=tuple(some_troubles(names[0]) if troubles is None else troubles),
        version="0.1.0",
        findings=some_findings(names) if findings is None else findings,
        changes=tuple(change(name) for name in names),
        places={**places(names), **who_stays(names), **drawn_places(names)},
        shared=shared(names),
        at_age=(at_age(names, 16.25), at_age(names, 20)) if len(names) > 1 else (),
        since=since(names) if names else None,
    )


def judged(plain: Comparison, text: str = "Of all lines a quarter are comments") -> Comparison:
    """Return the comparison with a claim about each repository, as one sentence, and a ladder of two definitions."""
    names = [column.name for column in plain.columns]
    claims = tuple(verdict(plain, name, text, place) for place, name in enumerate(names))
    span = Interval(END - 200 * DAY, END - 90 * DAY)
    saying = Saying(
        "claim-p", text, f"{text}, 2020-07-01", "was true", tuple(one.claim.slug for one in claims), (span,)
    )
    rungs = tuple(
        Rung(
            name,
            name.title(),
            f"{text} / all",
            docstrings,
            scope,
            tuple(9.5 * (place + 1) for place in range(len(names))),
        )
        for scope in RANKED
        for name, docstrings in (("openhub", True), ("tokei", False))
    )
    orders = tuple(Order(*names[:2], rung.definition, rung.scope, -1, END - DAY) for rung in rungs if len(names) > 1)
    return replace(plain, claims=claims, sayings=(saying,), ladder=rungs, orders=orders, turns=(f"{names[0]} below.",))


def verdict(plain: Comparison, name: str, text: str, place: int) -> Verdict:
    claim = Claim(f"claim-{place}", text, "comment_ratio", name, "=", 25 - place, 0.5, "openhub", pair="p")
    seen = Sighting(25.0 - place, END - 50 * DAY, sha(name), {"comment": 1, "code": 3})
    judgement = Judgement("openhub", seen, place == 0, None, False, (Interval(END - 300 * DAY, None),), seen, 0.0)
    curve = Curve(tuple(END - back * 30 * DAY for back in reversed(range(5))), tuple(20.0 + back for back in range(5)))
    return Verdict(claim, "percent", (judgement,), f"comment ratio of {name} = 25 %", (text, "It held."), curve)


def hostile() -> Comparison:
    """Return a comparison in which every text that comes from a repository attacks pages or terminals."""
    names = (HOSTILE, ESCAPE, "${{7*7}} {{ 7*7 }}", "\"' onmouseover=alert(1) x=", "`rm -rf`")
    plain = comparison(names, months=14, commits=20, troubles=[NotCounted(HOSTILE, Reason.BINARY, ESCAPE, HOSTILE)])
    lines = tuple(
        replace(line, group=HOSTILE if line.group == "HTML" else line.group) for line in plain.series["languages"]
    )
    columns = tuple(replace(column, location="javascript:alert(1)", branch=HOSTILE) for column in plain.columns)
    rows = tuple(replace(row, cells=tuple(Cell(HOSTILE, note=ESCAPE) for _ in names)) for row in plain.rows[:2])
    places = {
        slug: tuple(
            replace(spot, name=f"{HOSTILE}{ESCAPE}`", where=HOSTILE)
            if re.search("commented|complex$|least|organ", slug) or "one.py" in spot.name
            else spot
            for spot in spots
        )
        for slug, spots in plain.places.items()
    }
    part = RatioSplit((RatioPart(HOSTILE, -5.0, 0, 1_000, ESCAPE, END),))
    changes = tuple(replace(one, splits=dict.fromkeys(one.splits, part)) for one in plain.changes)
    series = {**plain.series, "languages": lines}
    places["authored-files"] = tuple(replace(spot, label=HOSTILE + ESCAPE) for spot in places["authored-files"])
    poisoned = replace(plain, columns=columns, rows=rows, series=series, changes=changes, places=places)
    return judged(poisoned, HOSTILE + ESCAPE)


def large() -> Comparison:
    """Return two repositories as large as Flask and Django: 20 years, 2,300 and 34,500 commits on the trunk.

    Every third commit of the larger one changes the ratio; of Django's, by what is shown, one in eight does.
    """
    plain = comparison(months=250, commits=2_300)
    flask, _ = plain.series["comment_ratio"]
    django = ratio("django", flask.times[0], 34_500, 15)
    held = tuple(django.values[place - place % 3] for place in range(len(django.values)))
    django = replace(django, values=held)
    return judged(replace(plain, series={**plain.series, "comment_ratio": (flask, django)}))


def empty() -> Comparison:
    """Return a comparison of nothing."""
    return Comparison(title="Nothing yet", columns=(), end=END, rows=(), series={}, version="0.1.0")


def month_starts(months: int) -> Iterator[int]:
    """Yield the first second of each of so many months up to the one that END lies in."""
    for back in reversed(range(months)):
        year, month = divmod(2026 * 12 + 5 - back, 12)
        yield int(datetime(year, month + 1, 1, tzinfo=UTC).timestamp())


def column(name: str, first: int) -> Column:
    return Column(name, f"https://example.org/{name}.git", "main", sha(name), END - 86_400, first, floor=False)


def sha(text: str) -> str:
    return hashlib.sha1(text.encode("utf-8", "replace"), usedforsecurity=False).hexdigest()


def monthly(name: str, starts: Sequence[int], level: int) -> Series:
    values = tuple(
        max(0, round(level * (1 + 0.5 * math.sin(index / 9) + 0.3 * math.sin(index * 2.1))))
        for index in range(len(starts))
    )
    return Series(name, tuple(starts), values)


def growing(name: str, starts: Sequence[int], language: str, final: int) -> Series:
    values = tuple(round(final * (index + 1) / len(starts)) for index in range(len(starts)))
    return Series(name, tuple(starts), values, group=language)


def over_the_years(names: Sequence[str], starts: Sequence[int]) -> dict[str, tuple[Series, ...]]:
    """Return what grows month by month, and what is known of few trees; of the last repository's syntax, nothing."""
    few = starts[:: max(1, len(starts) // 4)]
    return {
        "files": tuple(growing(name, starts, "", 120 * (place + 1)) for place, name in enumerate(names)),
        "mean-file-size": tuple(growing(name, starts, "", 150 + place) for place, name in enumerate(names)),
        "tests-ratio": tuple(growing(name, starts, "", 130 + 90 * place) for place, name in enumerate(names)),
        "typing-coverage": tuple(growing(name, few, "", 99) for name in names[:-1]),
        "mean-complexity": tuple(growing(name, few, "", 3) for name in names[:-1]),
    }


def ratio(name: str, first: int, commits: int, level: float) -> Series:
    step = (END - first) // commits
    times = tuple(first + step * index + (index * 7919) % max(1, step // 2) for index in range(commits))
    values = tuple(level + 4 * math.cos(index / commits * 5) + 0.3 * math.sin(index / 11) for index in range(commits))
    return Series(name, times, values, shas=tuple(sha(f"{name}{index}") for index in range(commits)))


def rows(repositories: int) -> tuple[Row, ...]:
    """Return one row of each kind: numbers, labels, dates, percentages with parts, unknowns."""

    def row(slug: str, group: str, title: str, unit: str, cells: Iterator[Cell], metric: str, **more: str) -> Row:
        return Row(
            slug,
            group,
            title,
            unit,
            tuple(cells),
            metric,
            summary=f"{title}, as git records it.",
            explanation=f"Counted: {title}.",
            **more,
        )

    places = range(1, repositories + 1)
    return (
        row("activity", "General", "Project activity", "label", (Cell("High") for _ in places), "activity"),
        row("licence", "General", "Licence", "label", (Cell("BSD-3-Clause") for _ in places), "licence"),
        row("cost", "General", "Estimated cost", "dollars", (Cell(153_000 * n) for n in places), "cost"),
        row("contributors", "All time", "Contributors", "people", (Cell(844 * n) for n in places), "contributors"),
        row("commits", "All time", "Commits", "commits", (Cell(5531 * n) for n in places), "commits"),
        row(
            "first-commit", "All time", "Initial commit", "date", (Cell(1270576800 - n) for n in places), "first_commit"
        ),
        row(
            "commits-12m",
            "12 months",
            "Commits",
            "commits",
            (Cell(61 * n * n) for n in places),
            "commits",
            window="12 months",
        ),
        row(
            "year-over-year",
            "12 months",
            "Year-over-year commits",
            "change",
            (Cell(12.4 - 20 * n, label="Decreasing") for n in places),
            "year_over_year",
            window="12 months",
        ),
        row(
            "commits-30d",
            "30 days",
            "Commits",
            "commits",
            (Cell(None, note="No commit in the window.") for _ in places),
            "commits",
            window="30 days",
        ),
        row("language", "Code", "Mostly written in", "label", (Cell("Python") for _ in places), "main_language"),
        row(
            "comment-ratio",
            "Code",
            "Comments",
            "percent",
            (Cell(25.2 - n, {"comment": 3249 * n, "code": 9280 * n}, "High") for n in places),
            "comment_ratio",
            definition="openhub",
        ),
        row("lines", "Code", "Lines of code", "lines", (Cell(10_900 * n) for n in places), "lines"),
        row("hot-spots", "Hot", "Heat", "percent", (Cell(60.0 + 30 / n, {"files": 9}) for n in places), "hot_spots"),
        row(
            "authorship",
            "Hot",
            "Of one person",
            "percent",
            (Cell(9.5 * n, {"dependent": 3 * n, "gone": n, "files": 20 * n}) for n in places),
            "authorship",
        ),
    )


def change(name: str) -> RatioChange:
    """Return a fall from 25 % (1,000 of 4,000 lines) to 20 % (1,000 of 5,000) in ten years."""
    tests, source = RatioPart("tests/", -6.0, 100, 1_300), RatioPart("src/app/", 1.5, -50, -250)
    commit = RatioPart(sha(f"{name} tests"), -5.5, 0, 1_100, "Add tests", END - YEAR)
    return RatioChange(
        name,
        "comment_ratio",
        "openhub",
        RatioEnd(sha(f"{name} before"), END - 10 * YEAR, 1_000, 4_000),
        RatioEnd(sha(name), END - 86_400, 1_000, 5_000),
        -5.0,
        {
            "folder": RatioSplit((tests, source), 3, RatioPart("", -0.5, -50, -50)),
            "file": RatioSplit((RatioPart("tests/test_app.py", -5.0, 0, 1_000),)),
            "commit": RatioSplit((commit,), 41, RatioPart("", 0.5, 0, -100)),
        },
    )


def places(names: Sequence[str]) -> dict[str, tuple[Spot, ...]]:
    """Return spots of each kind; the n-th repository is n times as large, and only the first has examples."""

    def ratios(parts: Sequence[str]) -> tuple[Spot, ...]:
        return tuple(
            Spot(name, part, 10.0 * (rank + 1), {"comment": 10 * n * (rank + 1), "code": 90 * n})
            for n, name in enumerate(names, 1)
            for rank, part in enumerate(parts)
            if part != "examples" or n == 1
        )

    classes = ("none", "under_5", "under_10", "under_20", "under_30", "under_50", "from_50")
    spread = {name: rank for rank, name in enumerate(classes)}
    of_files = {"lower_quartile": 4.5, "upper_quartile": 31.25, "files": sum(spread.values()), **spread}
    return {
        "comments-by-scope": ratios(("examples", "source", "tests")),
        "comments-by-folder": ratios(("src/deep/", "src/*")),
        "comments-of-source-files": tuple(Spot(name, "", 12.5, of_files) for name in names),
        "docstrings-by-kind": tuple(
            Spot(name, kind, 25.0, {"documented": 3 * n, "definitions": 12 * n})
            for n, name in enumerate(names, 1)
            for kind in ("class", "function", "method", "module")
        ),
        "commits-by-hour": tuple(
            Spot(name, f"{day} {hour}", 50.0, {"commits": 3 * n + hour})
            for n, name in enumerate(names, 1)
            for day, hour in (("Monday", 0), ("Friday", 16))
        ),
        "sizes": tuple(Spot(name, "", 8.5 * n, SIZES) for n, name in enumerate(names, 1)),
        **{
            f"{kind}-by-year": tuple(
                Spot(name, str(year), n * (year - 2020), {"complete": int(year < 2026), **more})
                for n, name in enumerate(names, 1)
                for year in (2024, 2025, 2026)
            )
            for kind, more in (
                ("newcomers", {}),
                ("returning", {}),
                ("lost", {}),
                ("releases", {"pre_releases": 2}),
                ("vulnerabilities", {"commits": 3}),
            )
        },
        "gaps": tuple(
            Spot(name, span, days, {"ended": ended})
            for name in names
            for span, days, ended in (("1 May 2026 to 18 June 2026", 48.5, 0), ("1 May 2020 to 2 June 2020", 32.0, 1))
        ),
        "burst-months": tuple(Spot(name, "2019-05", 1, {"commits": 90, "usual": 12.5}) for name in names[:1]),
        "uncommented": tuple(
            Spot(name, f"{folder}/long.py", 100 * n, {})
            for n, name in enumerate(names, 1)
            for folder in ("tests", "src")
        ),
        "uncommented-source": tuple(Spot(name, "src/long.py", 100 * n, {}) for n, name in enumerate(names, 1)),
        "most-commented": ratios(("tests/told.py", "src/told.py")),
        "most-commented-source": ratios(("src/told.py",)),
        **recent(names),
        **counted_people(names),
        **work(names),
        **line_places(names),
        "most-complex": tuple(
            Spot(name, function, value * n, {"end_line": 99}, where)
            for n, name in enumerate(names, 1)
            for function, value, where in (("A.m", 45, "src/a.py:7"), ("f", 9, "src/b.py:1"))
        ),
        "least-maintainable": tuple(
            Spot(name, "src/a.py", 900 * n, {"maintainability": 3.0, "complexity": 120 * n, "lloc": 700 * n})
            for n, name in enumerate(names, 1)
        ),
        "complexity-by-language": tuple(
            Spot(name, "JavaScript", 2.25, {"functions": 40 * n, "total": 90 * n, "most": 12})
            for n, name in enumerate(names, 1)
        ),
        "languages-moved": tuple(
            spot
            for n, name in enumerate(names, 1)
            for spot in (
                Spot(name, "Shell", 7 * n, {"most": 9 * n, "since": END - 3 * YEAR}),
                Spot(name, "TeX", 0, {"most": 5 * n, "since": END - 12 * YEAR, "until": END - 7 * YEAR}),
            )
        ),
    }


def counted_people(names: Sequence[str]) -> dict[str, tuple[Spot, ...]]:
    """Return the contributors by every rule, and the shares of programs and assistants."""
    rules = ("raw", "openhub", "email", "mailmap", "folded", "people")

    def shares(part: str, share: float) -> tuple[Spot, ...]:
        return tuple(
            Spot(name, str(year), share, {part: 2 * n, "commits": 80 * n})
            for n, name in enumerate(names, 1)
            for year in (2025, 2026)
        )

    return {
        **{
            f"contributors-by-{rule}{window}": tuple(
                Spot(name, "", (900 - 10 * rank) * n // part) for n, name in enumerate(names, 1)
            )
            for rank, rule in enumerate(rules)
            for window, part in (("", 1), ("-12m", 10))
        },
        "bot-share": tuple(Spot(name, "", 3.5, {"bots": 7 * n, "commits": 200 * n}) for n, name in enumerate(names, 1)),
        "bot-share-by-year": shares("bots", 2.5),
        "assisted-share-by-year": shares("assisted", 1.25),
    }


def recent(names: Sequence[str]) -> dict[str, tuple[Spot, ...]]:
    """Return spots of recent changes; the n-th repository has n times as many, and only the first examples."""

    def shares(parts: Sequence[str]) -> tuple[Spot, ...]:
        return tuple(
            Spot(name, part, 90.5 - 10 * rank, {"good": 90 * n, "changed": 100 * n, "commits": n + rank})
            for n, name in enumerate(names, 1)
            for rank, part in enumerate(parts)
            if part != "examples" or n == 1
        )

    churned = {"added": 1_200, "removed": 34, "commits": 12, "contributors": 3, "top_share": 61.5}
    return {
        "low-risk-by-kind": shares(("unit size", "unit complexity", "unit interfacing")),
        "low-risk-by-scope": shares(("examples", "source", "tests")),
        "low-risk-by-quarter": shares(("2025 Q4", "2026 Q1")),
        "most-churned": tuple(Spot(name, f"src/{part}.py", 1_234, churned) for name in names for part in "abcdef"),
        "complexity-movers": tuple(
            Spot(name, f"src/{part}.py", value, {"commits": 2})
            for name in names
            for part, value in (("a", 9), ("b", -4))
        ),
    }


def work(names: Sequence[str]) -> dict[str, tuple[Spot, ...]]:
    """Return hot files, pairs, and what one person wrote; only the first repository has a folder of one person."""
    each = list(enumerate(names, 1))
    wrote = {"active": 0, "depends": 1, "authors": 2, "lines": 372}
    return {
        "hot-files": tuple(
            Spot(name, f"src/hot{rank}.py", 40.0 / rank, {"commits": 9 * n, "authors": 2, "complexity": 70.4, **guess})
            for n, name in each
            for rank, guess in ((1, {"estimated": 0}), (2, {"estimated": 1}))
        ),
        "hot-functions": tuple(
            Spot(name, "App.run", 25.0, {"commits": 4 * n, "lines": 80, "complexity": 12}, "src/hot1.py:9")
            for n, name in each
        ),
        "pairs": tuple(
            Spot(name, "src/one.py", 62.5, {"together": 5 * n, "lift": 12.25}, other="src/two.py") for n, name in each
        ),
        "authored-files": tuple(Spot(name, "src/lone.py", 93.0, wrote, label="Ada Lovelace") for name in names),
        "authored-folders": tuple(Spot(name, "src", 80.0, {**wrote, "active": 1}, label="Ada") for name in names[:1]),
    }


def shared(names: Sequence[str]) -> tuple[Shared, ...]:
    """Return what the first two repositories have in common."""
    if len(names) < 2:
        return ()
    return (Shared(names[0], names[1], 12, 1), Shared(names[0], names[1], 7, 1, "src", ".", 58.3))


def since(names: Sequence[str]) -> Since:
    """Return what changed in three days: the first repository grew, the others stayed as they were."""
    figures = (
        Moved(Figure("commits", "Commits (all time)", "commits", 1_210), 1_200),
        Moved(Figure("comment-ratio", "Comment ratio", "percent", 25.25, "openhub"), 25.0),
    )
    mover = RatioPart(sha("mover"), 0.25, 12, 4, f"Say more of {names[0]}", END - DAY)
    grew = Change(
        names[0],
        sha("now"),
        sha("then"),
        commits=10,
        people=2,
        names=("Ada Lovelace", f"the author of {names[0]}"),
        releases=("3.1",),
        figures=figures,
        points=0.25,
        movers=(mover,),
    )
    return Since(END - 3 * DAY, END, (grew, *(Change(name, sha("same"), sha("same")) for name in names[1:])))


def who_stays(names: Sequence[str]) -> dict[str, tuple[Spot, ...]]:
    """Return spots on how many people carry the repositories; the n-th has n times as many."""
    numbered = tuple(enumerate(names, 1))

    def factors(parts: Sequence[str]) -> tuple[Spot, ...]:
        return tuple(
            Spot(name, part, n, {"people": 8 * n, "largest": 60 / n}) for n, name in numbered for part in parts
        )

    def shares(parts: Sequence[str]) -> tuple[Spot, ...]:
        return tuple(Spot(name, part, 60.0 / rank) for name in names for rank, part in enumerate(parts, 1))

    return {
        "absence-by-year": factors(("2025", "2026")),
        "absence-by-kind": (*factors(("commits",)), *(Spot(name, "surviving lines", None) for name in names)),
        "most-active": shares(("1", "10")),
        "lorenz": tuple(
            Spot(name, str(share), round(share**2 / 100 / n + (share == 100) * (100 - 100 / n), 2))
            for n, name in numbered
            for share in (0, 50, 90, 99.5, 100)
        ),
        "organisations": tuple(
            Spot(name, domain, value * n, {"share": value, "people": 2 * n})
            for n, name in numbered
            for domain, value in (("one.example", 30), ("(others)", 10), ("(free mail)", 60))
        ),
        "cohorts": tuple(
            Spot(name, "2020", 12.5 / year, {"year": year, "people": 16 * n, "active": 2 * n})
            for n, name in numbered
            for year in (2, 3)
        ),
        "newcomer-half-life-by-kind": tuple(
            Spot(name, "came back", 0.75 * n, {"people": 4 * n}) for n, name in numbered
        ),
        "staying": shares(("1", "3")),
        "retention": shares(("",)),
        "tenure": tuple(Spot(name, "", 1.5 * n, {"longest": 9.0}) for n, name in numbered),
    }


def at_age(names: Sequence[str], years: float) -> AtAge:
    """Return the repositories at an age that the first one has not reached if it is more than 16.25 years."""
    young = years > 16.25
    cells = tuple(Cell(None if young and place == 0 else 5_000 * (place + 1)) for place in range(len(names)))
    row = Row("lines-at-age", "At the same age", "Lines of code", "lines", cells, "lines")
    times = tuple(None if young and place == 0 else END - place * YEAR for place in range(len(names)))
    return AtAge(years, times, (row,))


def some_findings(names: Sequence[str]) -> tuple[tuple[str, str], ...]:
    return (
        (f"{names[-1]} is the largest: 21,800 lines of code.", "lines"),
        (f"In {names[0]} 24 of 100 lines of code and comment are comments.", "comment_ratio"),
        ("Nothing on the page shows this.", "no-such-row"),
    )


def some_troubles(name: str) -> tuple[NotCounted, ...]:
    return (
        NotCounted(name, Reason.BINARY, "docs/logo.png"),
        NotCounted(name, Reason.BINARY, "docs/favicon.ico"),
        NotCounted(name, Reason.NOT_PARSED, "tests/bad.py", "Newer syntax than this Python knows."),
    )
