"""A repository's facts go from one cache to another in a file, and on from there as if they had been read there."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from analyzer import pipeline, workers
from analyzer.carry.container import dumps, loads
from analyzer.errors import CarryError, FactsDamaged, FactsOfAnotherVersion, HostNotFound, WrongRepository
from analyzer.export.comparison_json import dumps as as_json
from analyzer.model.comparison import Comparison
from analyzer.model.repository import RepositorySpec
from analyzer.session import Session
from analyzer.stages.verifying import Verify
from analyzer.workspace import Workspace
from tests.repos import RepoBuilder, git
from tests.stages.conftest import Listener

URL = "https://forge.example/ada/engine"
SPEC = RepositorySpec("engine", URL)
EVERYBODY = (
    "ada@maths.org",
    "Ada@Maths.org",
    "bob@firm.example",
    "eve@firm.example",
    "12+carol@users.noreply.github.com",
)


def built(path: Path) -> RepoBuilder:
    """A history with a merge, a rename, an old content that comes again, people of all kinds, and a mailmap."""
    builder = RepoBuilder(path)
    first = builder.commit(
        {"a.py": "# one\nx = 1\n", "b.txt": "text\n", "logo.png": b"\x89PNG\0"}, by="Ada <ada@maths.org>"
    )
    builder.commit(
        {"a.py": "# one\nx = 1\ny = 2\n", ".mailmap": "Ada Byron <ada@maths.org> <Ada@Maths.org>\n"},
        by="Ada B <Ada@Maths.org>",
        message="Thank bob@firm.example (#7)\n\nCo-authored-by: Eve <eve@firm.example>\n",
    )
    side = builder.commit(
        {"c.py": "def f(a):\n    return a\n"}, by="Bob <bob@firm.example>", parents=[first], branch="side"
    )
    builder.commit({"c.py": "def f(a):\n    return a\n"}, by="Ada <ada@maths.org>", parents=[2, side])
    builder.commit({"a.py": None, "lib/a.py": "# one\nx = 1\ny = 2\n"}, by="Carol <12+carol@users.noreply.github.com>")
    builder.commit(
        {"lib/a.py": "# one\nx = 1\n"}, by="dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>"
    )
    builder.tag("1.0", 4)
    return builder


@pytest.fixture
def forge(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Forge]:
    made = Forge(tmp_path / "gitconfig", built(tmp_path / "engine.git"))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(made.config))
    yield made


class Forge:
    """A host that can be reached, or not, by what git's own configuration says."""

    def __init__(self, config: Path, builder: RepoBuilder) -> None:
        self.config, self.builder = config, builder
        self.builder.build()
        self.reach()

    def reach(self) -> None:
        self._instead(f"file://{self.builder.path}")

    def part(self) -> None:
        """Let the host be a port of this machine where nobody listens."""
        self._instead("http://127.0.0.1:9/engine")

    def _instead(self, place: str) -> None:
        self.config.write_text(f'[url "{place}"]\n\tinsteadOf = {URL}\n')


def elsewhere(session: Session, name: str) -> Session:
    return replace(session, workspace=Workspace(session.workspace.root.parent / name))


def exported(session: Session) -> bytes:
    return pipeline.export_facts(session, SPEC, base=Path.cwd())


def taken(session: Session, content: bytes, spec: RepositorySpec = SPEC) -> tuple[str, bool]:
    return pipeline.import_facts(session, content, [spec], base=Path.cwd())


def compared(session: Session, *, update: bool = True) -> Comparison:
    words = {"title": "One", "as_of": None, "base": Path.cwd()}
    made = pipeline.compare(session, [SPEC], update=update, **words)
    if update and pipeline.catch_up(session, [SPEC], base=Path.cwd(), as_of=None):
        made = pipeline.compare(session, [SPEC], update=False, **words)
    return made


def figures(comparison: Comparison) -> str:
    """Return all of a comparison but the notes on where its facts come from."""
    columns = tuple(replace(column, note="") for column in comparison.columns)
    findings = tuple(finding for finding in comparison.findings if finding[1] != "not_counted")
    return as_json(replace(comparison, columns=columns, findings=findings, troubles=(), since=None))


def show(session: Session, metric: str, identity: str = "raw", as_of: str | None = None) -> str:
    options = {"definition": "openhub", "by": None, "window": "all", "scopes": None, "as_of": as_of}
    rows = pipeline.show(session, [SPEC], metric, base=Path.cwd(), identity=identity, **options)
    # As text, since what cannot be told is not equal to itself.
    return str(rows)


def texts(database: Path) -> str:
    """Return all texts of a database, one after the other."""
    with sqlite3.connect(database) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        rows = [row for table in tables for row in connection.execute(f"SELECT * FROM {table}")]
    connection.close()
    return "\n".join(value for row in rows for value in row if isinstance(value, str))


def test_facts_without_a_repository_give_the_figures_of_the_repository(forge: Forge, session: Session) -> None:
    content, expected = exported(session), compared(session)
    forge.part()
    other = elsewhere(session, "other")
    assert taken(other, content) == ("engine", True)
    found = compared(other)
    assert figures(found) == figures(expected)
    assert not (other.workspace.mirrors / "forge.example").exists()
    for identity in ("raw", "openhub", "email", "mailmap", "folded"):
        assert show(other, "contributors", identity) == show(session, "contributors", identity)
    assert show(other, "bot_share") == show(session, "bot_share")


def test_the_reader_and_the_user_are_told_whence_the_figures_come(
    forge: Forge, session: Session, listener: Listener
) -> None:
    content = exported(session)
    forge.part()
    other = elsewhere(session, "other")
    taken(other, content)
    told = "As of 6 January 2020, from imported facts; forge.example could not be reached"
    (column,) = compared(other).columns
    assert column.note == told
    assert f"engine: {told[0].lower()}{told[1:]}" in listener.notes
    assert told in pipeline.write_report(other, compared(other), session.workspace.root / "r.html").read_text()
    (column,) = compared(other, update=False).columns
    assert column.note == "As of 6 January 2020, from imported facts; the repository itself is not here"


def test_no_address_of_a_person_and_no_text_of_a_file_is_carried(forge: Forge, session: Session) -> None:
    other = elsewhere(session, "other")
    taken(other, exported(session))
    carried = texts(other.workspace.database)
    assert [email for email in EVERYBODY if email in carried] == []
    assert "carol@" not in carried and "12+carol" not in carried
    assert "Thank b…@… (#7)" in carried
    assert "return a" not in carried and "x = 1" not in carried
    assert "dependabot[bot]" in carried


def test_a_later_refresh_reads_only_what_is_new_and_is_as_a_cold_run(
    forge: Forge, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = elsewhere(session, "other")
    taken(other, exported(session))
    forge.builder.commit({"lib/a.py": "# one\n# two\nx = 1\n", "d.py": "d = 4\n"}, by="Eve <EVE@firm.example>")
    forge.builder.commit({"lib/a.py": "# one\nx = 1\ny = 2\n"}, by="Bob <bob@firm.example>")
    forge.builder.build()
    asked: list[str] = []
    lines, changes = workers.lines, workers.changes
    read: list[str] = []

    def counting(git_dir: Path, wanted: list[tuple[str, str]]) -> object:
        asked.extend(oid for oid, _ in wanted)
        return lines(git_dir, wanted)  # type: ignore[arg-type]

    def reading(git_dir: Path, commits: list[tuple[str, str | None]]) -> object:
        read.extend(sha for sha, _ in commits)
        return changes(git_dir, commits)

    monkeypatch.setattr(workers, "lines", counting)
    monkeypatch.setattr(workers, "changes", reading)
    found = compared(other)
    new = {hash_of(text) for text in ("# one\n# two\nx = 1\n", "d = 4\n")}
    assert set(asked) == new and len(asked) == len(new)
    assert read == git(forge.builder.path, "rev-list", "--reverse", "-2", "main").decode().split()
    cold = elsewhere(session, "cold")
    assert figures(found) == figures(compared(cold))
    assert as_json(found) == as_json(compared(cold))
    for name in ("commits", "changes", "blobs", "blob_lines", "trailers", "blob_mailmaps", "line_states"):
        assert rows(other, name) == rows(cold, name), name


def test_each_commit_has_the_figures_of_a_cold_run_after_a_refresh(forge: Forge, session: Session) -> None:
    other, cold = elsewhere(session, "other"), elsewhere(session, "cold")
    taken(other, exported(session))
    compared(other)
    compared(cold)
    for sha in git(forge.builder.path, "rev-list", "--first-parent", "main").decode().split():
        for metric in ("comment_ratio", "lines", "commits", "contributors", "files", "docstring_coverage"):
            assert show(other, metric, as_of=sha) == show(cold, metric, as_of=sha), (metric, sha)


def test_facts_come_again_as_soon_as_the_host_is_back(forge: Forge, session: Session, listener: Listener) -> None:
    content, expected = exported(session), compared(session)
    other = elsewhere(session, "other")
    forge.part()
    taken(other, content)
    assert compared(other).columns[0].note
    forge.reach()
    assert as_json(compared(other)) == as_json(expected)
    assert [email for email in EVERYBODY if email not in texts(other.workspace.database)] == []


def test_dates_tags_and_hashes_of_the_trunk_are_found_in_carried_facts(forge: Forge, session: Session) -> None:
    content = exported(session)
    expected = [show(session, "lines", as_of=moment) for moment in ("2020-01-03", "1.0")]
    forge.part()
    other = elsewhere(session, "other")
    taken(other, content)
    assert [show(other, "lines", as_of=moment) for moment in ("2020-01-03", "1.0")] == expected
    with pytest.raises(CarryError, match="is not among the facts that were carried here"):
        show(other, "docstring_coverage", as_of="1.0")


def test_facts_are_not_taken_twice_nor_in_place_of_newer_ones(forge: Forge, session: Session) -> None:
    old = exported(session)
    forge.builder.commit({"d.py": "d = 4\n"})
    forge.builder.build()
    pipeline.refresh(session, [SPEC], base=Path.cwd())
    assert taken(session, old) == ("engine", False)
    other = elsewhere(session, "other")
    assert taken(other, old) == ("engine", True)
    assert taken(other, exported(session)) == ("engine", True)
    assert taken(other, old) == ("engine", False)
    forge.part()
    assert figures(compared(other)) == figures(compared(session))


def test_facts_of_another_repository_are_refused(forge: Forge, session: Session) -> None:
    content = exported(session)
    another = RepositorySpec("motor", "https://forge.example/bob/motor")
    with pytest.raises(WrongRepository, match="and not of motor"):
        taken(elsewhere(session, "other"), content, another)
    branch = replace(SPEC, branch="stable")
    with pytest.raises(WrongRepository, match="branch 'main', and not of 'stable'"):
        taken(elsewhere(session, "other"), content, branch)


def test_facts_are_known_by_their_newest_commit_where_the_location_differs(forge: Forge, session: Session) -> None:
    local = RepositorySpec("copy", str(forge.builder.path))
    assert taken(elsewhere(session, "other"), exported(session), local) == ("copy", True)


def test_a_mirror_of_another_history_is_believed_and_the_facts_forgotten(
    forge: Forge, session: Session, listener: Listener
) -> None:
    content = exported(session)
    other = elsewhere(session, "other")
    taken(other, content)
    forge.builder = RepoBuilder(forge.builder.path.parent / "another.git")
    forge.builder.commit({"z.py": "z = 1\n"}, by="Zoe <zoe@example.org>")
    forge.builder.build()
    forge.reach()
    assert figures(compared(other)) == figures(compared(elsewhere(session, "cold")))
    assert any("are not those of" in note for note in listener.notes)


def test_damaged_facts_are_refused_and_nothing_is_changed(forge: Forge, session: Session) -> None:
    content = exported(session)
    other = elsewhere(session, "other")
    taken(other, content)
    before = texts(other.workspace.database)
    with pytest.raises(FactsDamaged):
        taken(other, content[:-1] + bytes([content[-1] ^ 1]))
    assert texts(other.workspace.database) == before


def test_numbers_that_point_nowhere_are_refused_though_the_file_is_whole(forge: Forge, session: Session) -> None:
    manifest, tables = loads(exported(session))
    for table, column in (("commits", "author_id"), ("changes", "path_id"), ("parents", "back"), ("paths", "scope_id")):
        broken = {**tables, table: {**tables[table], column: tables[table][column] + 1000}}
        other = elsewhere(session, f"other-{table}")
        with pytest.raises(FactsDamaged):
            taken(other, dumps(manifest, broken))
        forge.part()
        with pytest.raises(HostNotFound):
            compared(other)
        forge.reach()
    doubled = {
        **tables,
        "tags": {name: [*values, *values] for name, values in tables["tags"].items() if name != "time"},
    }
    with pytest.raises(FactsDamaged):
        taken(elsewhere(session, "other"), dumps(manifest, doubled))


def test_facts_counted_by_other_rules_are_refused(forge: Forge, session: Session) -> None:
    manifest, tables = loads(exported(session))
    for other in (replace(manifest, counters={"lines": "0"}), replace(manifest, shape="other")):
        with pytest.raises(FactsOfAnotherVersion, match="another version of Diptych"):
            taken(elsewhere(session, "other"), dumps(other, tables))


def test_carried_facts_are_not_carried_on(forge: Forge, session: Session) -> None:
    content = exported(session)
    forge.part()
    other = elsewhere(session, "other")
    taken(other, content)
    with pytest.raises(CarryError, match="were carried here themselves"):
        exported(other)


def test_the_same_facts_make_the_same_file_in_one_cache(forge: Forge, session: Session) -> None:
    assert exported(session) == exported(session)


def test_a_figure_that_the_exporter_did_not_read_far_enough_back_for_is_left_out(
    forge: Forge, session: Session
) -> None:
    content = exported(session)
    forge.part()
    other = elsewhere(session, "other")
    taken(other, content)
    further = replace(other, quality=replace(session.quality, months=60))
    assert compared(further).row("low-risk-change").cells[0].value is None


@pytest.mark.parametrize("left", [b"", b"half of a key"])
def test_a_key_that_was_not_written_to_its_end_is_made_anew(forge: Forge, session: Session, left: bytes) -> None:
    place = session.workspace.cache / "facts.key"
    place.parent.mkdir(parents=True)
    place.write_bytes(left)
    exported(session)
    made = place.read_bytes()
    assert (len(made), place.stat().st_mode & 0o777) == (32, 0o600)
    exported(session)
    assert place.read_bytes() == made


def test_facts_that_were_put_right_by_their_mirror_are_as_if_read_here(forge: Forge, session: Session) -> None:
    other = elsewhere(session, "other")
    taken(other, exported(session))
    compared(other)
    (found,) = pipeline.examine(other, [SPEC], Verify(), base=Path.cwd())
    assert [table.name for table in found.tables if not table.equal] == []


def test_a_report_asks_no_remote_where_newer_facts_stand_before_a_mirror(
    forge: Forge, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = elsewhere(session, "other")
    compared(other)
    forge.builder.commit({"new.py": "new = 1\n"})
    forge.builder.build()
    pipeline.refresh(session, [SPEC], base=Path.cwd())
    content = exported(session)
    forge.part()
    assert taken(other, content) == ("engine", True)
    asked: list[RepositorySpec] = []

    def asking(spec: RepositorySpec, *_words: object, **_more: object) -> object:
        asked.append(spec)
        raise HostNotFound("nobody is to be asked")

    monkeypatch.setattr("analyzer.stages.refreshing.acquire", asking)
    for made in (compared(other, update=False), compared(other, update=False)):
        assert made.columns[0].note == "As of 7 January 2020, from imported facts; its mirror here does not go as far"
    assert not pipeline.catch_up(other, [SPEC], base=Path.cwd(), as_of=None)
    assert asked == []


def hash_of(text: str) -> str:
    return hashlib.sha1(f"blob {len(text)}\0{text}".encode()).hexdigest()


def rows(session: Session, table: str) -> int:
    with sqlite3.connect(session.workspace.database) as connection:
        (count,) = connection.execute(f"SELECT COUNT(*) FROM {table}").fetchone()
    connection.close()
    return int(count)
