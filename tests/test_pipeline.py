"""The whole way, on small repositories: what is read, what is read again, what is measured when."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from analyzer import pipeline
from analyzer.errors import AnalyzerError, BadMoment, ConfigError, NotARepository, UnknownName
from analyzer.export.comparison_json import dumps
from analyzer.model.claim import Claim, Interval
from analyzer.model.comparison import Comparison
from analyzer.model.ranking import RANKED
from analyzer.model.repository import RepositorySpec
from analyzer.session import Session
from analyzer.stages import measurement
from analyzer.store.contents import Contents
from analyzer.store.store import Store
from tests.repos import RepoBuilder
from tests.stages.conftest import Listener, listener, session

__all__ = ["listener", "session"]

HALF = "# one\nx = 1\n"
"""A file whose comment ratio is 50 %."""
QUARTER = "# one\nx = 1\ny = 2\nz = 3\n"


def built(path: Path) -> RepoBuilder:
    """Three days on the trunk, and a release branched off after the first."""
    builder = RepoBuilder(path)
    first = builder.commit({"a.py": HALF, "tests/test_a.py": "assert 1\n"}, day=1)
    builder.commit({"a.py": QUARTER}, day=3, by="Bob <bob@example.org>")
    release = builder.commit({"a.py": "# a\n# b\n# c\nx = 1\n"}, day=2, parents=[first], branch="stable")
    builder.tag("1.0", release)
    return builder


def spec(path: Path, *, name: str = "one", exclude: tuple[str, ...] = ()) -> RepositorySpec:
    return RepositorySpec(name, path.as_uri(), exclude=exclude)


def show(
    session: Session, *specs: RepositorySpec, metric: str = "comment_ratio", **asked: object
) -> list[Mapping[str, object]]:
    usual: dict[str, object] = {
        "as_of": None,
        "definition": "openhub",
        "by": None,
        "window": "all",
        "identity": "raw",
        "scopes": None,
    }
    return list(pipeline.show(session, specs, metric, base=Path.cwd(), **{**usual, **asked}))  # type: ignore[arg-type]


def value(session: Session, one: RepositorySpec, **asked: object) -> object:
    (row,) = show(session, one, **asked)
    return row["value"]


def test_the_ratio_follows_the_date(tmp_path: Path, session: Session) -> None:
    one = spec(built(tmp_path / "one.git").build())
    source = frozenset({"source"})
    assert value(session, one, scopes=source) == 25.0
    assert value(session, one, scopes=source, as_of="2020-01-03") == 50.0
    (row,) = show(session, one, as_of="2020-01-03")
    assert (row["comment"], row["code"], row["as_of"], row["definition"]) == (1, 2, "2020-01-03", "openhub")


@pytest.mark.parametrize("moment", [None, "2020-01-02", "1.0"])
def test_every_counted_file_has_its_row_and_the_rows_make_the_whole(
    tmp_path: Path, session: Session, moment: str | None
) -> None:
    path = built(tmp_path / "one.git").build()
    listed = subprocess.run(
        [
            "git",
            f"--git-dir={path}",
            "ls-tree",
            "-r",
            "--name-only",
            {"2020-01-02": "HEAD~1"}.get(moment or "", moment or "HEAD"),
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    asked = {"metric": "lines", "as_of": moment, "definition": "all"}
    whole = {row["definition"]: row for row in show(session, spec(path), **asked)}
    rows = show(session, spec(path), by="file", **asked)
    for name, total in whole.items():
        mine = [row for row in rows if row["definition"] == name]
        assert [row["path"] for row in mine] == sorted(listed.stdout.split())
        assert {row["language"] for row in mine} == {"Python"}
        for part in ("code", "comment", "blank"):
            assert sum(row[part] for row in mine) == total[part]  # type: ignore[misc]


def test_a_tag_off_the_trunk_is_measured_with_its_own_history(tmp_path: Path, session: Session) -> None:
    path = built(tmp_path / "one.git").build()
    one = spec(path)
    assert value(session, one, scopes=frozenset({"source"}), as_of="1.0") == 75.0
    assert value(session, one, metric="commits", as_of="1.0") == 2
    # What was read for the tag does not count for the head.
    assert value(session, one, metric="commits") == 2
    assert value(session, one, metric="contributors") == 2
    assert value(session, one, metric="contributors", as_of="1.0") == 1


def test_a_growing_branch_keeps_what_was_read_and_adds_what_is_new(tmp_path: Path, session: Session) -> None:
    builder = built(tmp_path / "one.git")
    one = spec(builder.build())
    pipeline.refresh(session, [one], base=tmp_path)
    builder.commit({"b.py": "x = 1\n"}, day=5)
    builder.build()
    pipeline.refresh(session, [one], base=tmp_path)
    assert value(session, one, metric="commits") == 3
    with Store.open(session.workspace.database) as store:
        assert [refresh.new_commits for refresh in store.refreshes()] == [1, 2]


def test_a_refresh_with_nothing_new_reads_nothing(tmp_path: Path, session: Session) -> None:
    one = spec(built(tmp_path / "one.git").build())
    pipeline.refresh(session, [one], base=tmp_path)
    pipeline.refresh(session, [one], base=tmp_path)
    with Store.open(session.workspace.database) as store:
        assert len(store.refreshes()) == 1


def test_a_rewritten_branch_is_noticed_and_read_again(tmp_path: Path, session: Session, listener: Listener) -> None:
    path = tmp_path / "one.git"
    one = spec(built(path).build())
    pipeline.refresh(session, [one], base=tmp_path)
    other = RepoBuilder(path)
    other.commit({"a.py": HALF}, day=9, by="Cy <cy@example.org>")
    other.build()
    pipeline.refresh(session, [one], base=tmp_path)
    assert any("was rewritten; 2 commits" in note for note in listener.notes)
    assert value(session, one, metric="commits") == 1
    assert value(session, one) == 50.0


def test_an_interrupted_reading_goes_on_where_it_stopped(
    tmp_path: Path, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = spec(built(tmp_path / "one.git").build())

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Store, "add_lines", stop)
        with pytest.raises(KeyboardInterrupt):
            pipeline.refresh(session, [one], base=tmp_path)
    pipeline.refresh(session, [one], base=tmp_path)
    assert value(session, one, scopes=frozenset({"source"})) == 25.0


def test_excluded_paths_are_in_no_line_figure(tmp_path: Path, session: Session) -> None:
    path = built(tmp_path / "one.git").build()
    assert value(session, spec(path, exclude=("tests/",))) == 25.0


def test_attributes_of_the_head_decide_what_a_file_is(tmp_path: Path, session: Session) -> None:
    builder = built(tmp_path / "one.git")
    one = spec(builder.build())
    assert value(session, one, metric="lines", scopes=frozenset({"vendored"})) == 0
    builder.commit({".gitattributes": "a.py linguist-vendored\n"}, day=6)
    builder.build()
    pipeline.refresh(session, [one], base=tmp_path)
    assert value(session, one, metric="lines", scopes=frozenset({"vendored"})) == 3


def test_one_repository_that_fails_does_not_stop_the_others(tmp_path: Path, session: Session) -> None:
    one = spec(built(tmp_path / "one.git").build())
    gone = spec(tmp_path / "gone.git", name="gone")
    comparison = pipeline.compare(session, [one, gone], base=tmp_path, title="Two", as_of=None)
    assert [column.name for column in comparison.columns] == ["one"]
    assert [trouble.repository for trouble in comparison.troubles] == ["gone"]


def test_the_only_repository_that_fails_raises_its_error(tmp_path: Path, session: Session) -> None:
    with pytest.raises(AnalyzerError):
        pipeline.refresh(session, [spec(tmp_path / "gone.git")], base=tmp_path)


def test_a_folder_that_is_no_repository_is_said_to_be_none(tmp_path: Path, session: Session) -> None:
    with pytest.raises(NotARepository):
        pipeline.refresh(session, [RepositorySpec("one", str(tmp_path))], base=tmp_path)


def test_a_moment_that_no_repository_has_is_refused(tmp_path: Path, session: Session) -> None:
    one = spec(built(tmp_path / "one.git").build())
    for moment in ("1999-01-01", "no-such-tag", "2020-13-45"):
        with pytest.raises(BadMoment):
            show(session, one, as_of=moment)


def test_a_repository_without_that_moment_is_left_out_and_the_user_told(
    tmp_path: Path, session: Session, listener: Listener
) -> None:
    young = RepoBuilder(tmp_path / "young.git")
    young.commit({"a.py": HALF}, day=300)
    specs = [spec(built(tmp_path / "one.git").build()), spec(young.build(), name="young")]
    assert [row["repository"] for row in show(session, *specs, as_of="2020-02-01")] == ["one"]
    assert listener.notes == ["young has no commit as of 2020-02-01 and is left out"]


def test_an_unknown_definition_gets_near_names(tmp_path: Path, session: Session) -> None:
    one = spec(built(tmp_path / "one.git").build())
    with pytest.raises(UnknownName) as raised:
        show(session, one, definition="openhubb")
    assert raised.value.hint == "did you mean openhub?"


def test_windows_end_at_the_newest_head_of_the_comparison(tmp_path: Path, session: Session) -> None:
    young = RepoBuilder(tmp_path / "young.git")
    young.commit({"a.py": HALF}, day=300)
    specs = [spec(built(tmp_path / "one.git").build()), spec(young.build(), name="young")]
    comparison = pipeline.compare(session, specs, base=tmp_path, title="Two", as_of=None)
    assert [cell.value for cell in comparison.row("commits-30d").cells] == [0, 1]


def test_the_same_facts_give_the_same_comparison_and_page(tmp_path: Path, session: Session) -> None:
    one = spec(built(tmp_path / "one.git").build())
    first = pipeline.compare(session, [one], base=tmp_path, title="One", as_of=None)
    again = pipeline.compare(session, [one], base=tmp_path, title="One", as_of=None)
    assert dumps(first) == dumps(again)
    pages = [
        pipeline.write_report(session, made, tmp_path / name) for made, name in ((first, "a.html"), (again, "b.html"))
    ]
    assert pages[0].read_bytes() == pages[1].read_bytes()


def test_two_workers_find_what_one_finds(tmp_path: Path, session: Session, listener: Listener) -> None:
    builder = RepoBuilder(tmp_path / "many.git")
    for day in range(900):
        builder.commit({"a.py": f"# {day}\n" + "x = 1\n" * (day % 7), f"f{day % 40}.py": f"y = {day}\n"}, day=day)
    one = spec(builder.build())
    alone = show(session, one, by="month")
    other = Session(type(session.workspace)(tmp_path / "other"), jobs=2, progress=listener, now=session.now)
    both = show(other, one, by="month")
    assert json.dumps(alone) == json.dumps(both)


def test_a_worktree_is_read_in_place_and_left_as_it_is(tmp_path: Path, session: Session) -> None:
    bare = built(tmp_path / "one.git").build()
    work = tmp_path / "work"
    subprocess.run(["git", "clone", "--quiet", "--branch", "main", bare.as_uri(), str(work)], check=True)
    before = sorted((path.relative_to(work), path.stat().st_mtime_ns) for path in work.rglob("*"))
    assert value(session, RepositorySpec("work", str(work)), metric="commits") == 2
    assert sorted((path.relative_to(work), path.stat().st_mtime_ns) for path in work.rglob("*")) == before


def claim(slug: str, repository: str, operator: str, value: float, **rest: object) -> Claim:
    return Claim(slug, slug, "comment_ratio", repository, operator, value, 0.5, "openhub", **rest)  # type: ignore[arg-type]


def compared(session: Session, path: Path, *claims: Claim) -> Comparison:
    """Compare a repository whose ratio fell from a half to a quarter with one that never had a comment."""
    path.mkdir(exist_ok=True)
    bare = RepoBuilder(path / "two")
    bare.commit({"b.py": "x = 1\n"}, day=2)
    specs = [spec(built(path / "one").build()), spec(bare.build(), name="two")]
    return pipeline.compare(session, specs, base=Path.cwd(), title="Both", as_of=None, claims=claims)


def test_claims_are_judged_at_every_commit_and_jointly(session: Session, tmp_path: Path) -> None:
    half = claim("half", "one", "=", 33, pair="p")
    none = claim("none", "two", "=", 0, pair="p")
    found = compared(session, tmp_path, half, none)
    one, two = found.claims
    first, third = found.series["comment_ratio"][0].times
    # 1 comment of 3 lines (one of them a test's), then 1 of 5.
    assert one.judgements[0].intervals == (Interval(first, third),)
    assert (one.word, two.word) == ("was true", "true")
    (saying,) = found.sayings
    together = next(each for each in found.together if each.definition == "openhub")
    start = found.series["comment_ratio"][1].times[0]
    assert saying.intervals == together.intervals == (Interval(start, third),)
    assert one.judgements[0].definition == "openhub"
    assert len(one.judgements) == len(measurement.definitions())


def test_the_order_is_told_under_every_definition_and_in_every_part(session: Session, tmp_path: Path) -> None:
    found = compared(session, tmp_path)
    assert {order.now for order in found.orders} == {1}
    assert len(found.orders) == len(found.ladder) == len(RANKED) * len(measurement.definitions())
    rung = next(each for each in found.ladder if (each.definition, each.scope) == ("openhub", "without-tests"))
    assert rung.values == (25.0, 0.0)
    assert found.turns[0] == "one stands above two under all 13 definitions."


def test_a_changed_claim_is_judged_anew(session: Session, tmp_path: Path) -> None:
    assert compared(session, tmp_path / "a", claim("low", "one", "<", 10)).claims[0].word == "never true"
    specs = [spec(tmp_path / "a" / "one"), spec(tmp_path / "a" / "two", name="two")]
    again = pipeline.compare(
        session, specs, base=Path.cwd(), title="Both", as_of=None, claims=[claim("low", "one", "<", 30)]
    )
    assert again.claims[0].word == "true"


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"metric": "comment_ration"}, "there is no metric called"),
        ({"metric": "licence"}, "no claim can be about licence"),
        ({"definition": "openhup"}, "there is no definition called"),
        ({"window": "12m"}, "comment_ratio has no window"),
        ({"date": "soon"}, "'soon' is no date"),
        ({"date": "2020-02-30"}, "there is no date"),
    ],
)
def test_a_claim_that_could_never_be_judged_is_refused(
    session: Session, tmp_path: Path, wrong: dict[str, str], message: str
) -> None:
    one = replace(claim("low", "one", "<", 10), **wrong)  # type: ignore[arg-type]
    with pytest.raises(ConfigError, match=message):
        specs = [spec(built(tmp_path / "one").build())]
        pipeline.compare(session, specs, base=Path.cwd(), title="", as_of=None, claims=[one])


def test_people_can_be_claimed_at_any_moment(session: Session, tmp_path: Path) -> None:
    people = replace(claim("people", "one", ">=", 2), metric="contributors", window="12m", definition="any")
    verdict = compared(session, tmp_path, people).claims[0]
    assert verdict.judgements[0].definition == ""
    assert verdict.word == "true"
    assert len(verdict.judgements) == 1


def documented(session: Session, one: RepositorySpec, **asked: object) -> tuple[object, object]:
    (row,) = show(session, one, metric="docstring_coverage", **asked)
    return row["documented"], row["definitions"]


def test_docstrings_are_those_of_the_tree_that_is_asked_for(tmp_path: Path, session: Session) -> None:
    builder = RepoBuilder(tmp_path / "one.git")
    first = builder.commit({"a.py": "def f(): ...\n", "b.py": "def g(): 'd'\n"}, day=1)
    builder.commit({"a.py": "def f(): 'd'\n"}, day=3)
    release = builder.commit({"a.py": "class A: ...\nclass B: ...\n"}, day=2, parents=[first], branch="stable")
    builder.tag("1.0", release)
    one = spec(builder.build())
    assert documented(session, one) == (2, 2)
    assert documented(session, one, as_of="2020-01-02") == (1, 2)
    assert documented(session, one, as_of="1.0") == (1, 3)


def test_only_contents_that_are_new_are_parsed(
    tmp_path: Path, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    builder = RepoBuilder(tmp_path / "one.git")
    builder.commit({"a.py": "def f(): ...\n", "b.py": "def g(): 'd'\n"}, day=1)
    one = spec(builder.build())
    documented(session, one)
    builder.commit({"a.py": "def f(): 'd'\n"}, day=3)
    builder.build()
    pipeline.refresh(session, [one], base=tmp_path, history_only=True)
    parsed: list[int] = []
    add = Contents.add
    monkeypatch.setattr(
        Contents,
        "add",
        lambda self, kind, version, rows: (parsed.append(len(rows)), add(self, kind, version, rows))[1],
    )
    assert documented(session, one) == (2, 2)
    assert documented(session, one) == (2, 2)
    assert parsed == [1]


def test_a_file_that_cannot_be_parsed_is_told_and_the_rest_counts(tmp_path: Path, session: Session) -> None:
    builder = RepoBuilder(tmp_path / "one.git")
    builder.commit({"old.py": "print 'two'\n# c\n", "new.py": "def f(): 'd'\n"}, day=1)
    found = pipeline.compare(session, [spec(builder.build())], base=tmp_path, title="t", as_of=None)
    assert found.row("docstring-coverage").cells[0].value == 100
    assert found.row("lines").cells[0].value == 2
    assert [(trouble.repository, trouble.reason, trouble.subject) for trouble in found.troubles] == [
        ("one", "not parsed", "old.py")
    ]
    assert [(spot.name, spot.value) for spot in found.places["comments-by-scope"]] == [
        ("source", pytest.approx(100 / 3))
    ]


def test_repositories_are_compared_at_the_age_of_the_youngest(tmp_path: Path, session: Session) -> None:
    young = RepoBuilder(tmp_path / "young.git")
    young.commit({"a.py": HALF}, day=11)
    young.commit({"a.py": QUARTER}, day=12)
    specs = [spec(built(tmp_path / "one.git").build()), spec(young.build(), name="two")]
    (aged,) = pipeline.compare(session, specs, base=tmp_path, title="Both", as_of=None).at_age
    rows = {row.slug: [cell.value for cell in row.cells] for row in aged.rows}
    # A day after its first commit, one had no second commit yet.
    assert aged.times[1] - aged.times[0] == 10 * 86_400  # type: ignore[operator]
    assert rows["commits-at-age"] == [1, 2]
    assert rows["comment-ratio-at-age"] == [pytest.approx(100 / 3), 25]
    assert rows["commits-per-person-12m-at-age"] == [1, 2]
