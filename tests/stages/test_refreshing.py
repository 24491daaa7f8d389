"""A refresh notices what happens to repositories over the years, tells it in a line, and its figures stay right."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from analyzer import pipeline
from analyzer.errors import MineError
from analyzer.export.comparison_json import dumps
from analyzer.model.comparison import Comparison
from analyzer.model.history import FAILED, OK, STALE
from analyzer.model.repository import RepositorySpec
from analyzer.model.uncounted import Reason
from analyzer.session import Session
from analyzer.store.store import Store
from analyzer.workspace import Workspace
from tests.repos import RepoBuilder, git
from tests.stages.conftest import Listener

LATER = 1_600_000_000 + 86_400


def grown(path: Path, commits: int = 2) -> RepoBuilder:
    path.parent.mkdir(parents=True, exist_ok=True)
    builder = RepoBuilder(path)
    for number in range(commits):
        builder.commit({"a.py": "# one\n" + "x = 1\n" * (number + 1)}, by=f"P{number} <p@example.org>")
    builder.build()
    return builder


def compared(session: Session, *specs: RepositorySpec, update: bool = True) -> Comparison:
    return pipeline.compare(session, specs, base=Path.cwd(), title="Some", as_of=None, update=update)


def figures(comparison: Comparison) -> str:
    """Return all of a comparison but what is new since an earlier refresh, which a first one cannot tell."""
    return dumps(replace(comparison, since=None))


def cold(session: Session, *specs: RepositorySpec) -> str:
    """Return the comparison as a workspace has it that sees the repositories for the first time."""
    other = session.workspace.root.with_name("cold")
    return figures(compared(replace(session, workspace=Workspace(other)), *specs))


def spec(builder: RepoBuilder, name: str = "one") -> RepositorySpec:
    return RepositorySpec(name, builder.path.as_uri())


def visits(session: Session) -> list[tuple[str, str]]:
    with Store.open(session.workspace.database) as store:
        return [(visit.name, visit.outcome) for visit in store.record.newest(1)[0].visits]


def rewritten(builder: RepoBuilder) -> RepositorySpec:
    other = RepoBuilder(builder.path)
    first = other.commit({"b.py": "# b\ny = 1\n"}, by="Cy <c@example.org>", day=9)
    side = other.commit({"c.py": "# c\n"}, by="Di <d@example.org>", branch="side", parents=[first])
    other.commit({"c.py": "# c\n"}, parents=[first, side])
    other.build()
    return spec(builder)


def renamed(builder: RepoBuilder) -> RepositorySpec:
    git(builder.path, "branch", "-m", "main", "trunk")
    return spec(builder)


def shortened(builder: RepoBuilder) -> RepositorySpec:
    git(builder.path, "update-ref", "refs/heads/main", "main~1")
    return spec(builder)


@pytest.mark.parametrize(
    ("happens", "told"),
    [
        (rewritten, "one: the history of main was rewritten; 4 commits read before are no longer part of it"),
        (shortened, "one: the history of main was rewritten; 1 commit read before is no longer part of it"),
        (renamed, "one: the default branch is now trunk, it was main"),
    ],
)
def test_what_happens_to_a_remote_is_told_in_a_line_and_figures_are_those_of_a_cold_run(
    tmp_path: Path, session: Session, listener: Listener, happens: Callable[[RepoBuilder], RepositorySpec], told: str
) -> None:
    builder = grown(tmp_path / "remote" / "one.git", 4)
    compared(session, spec(builder))
    assert listener.notes == []
    one = happens(builder)
    warm = figures(compared(replace(session, now=LATER), one))
    assert listener.notes == [told]
    assert warm == cold(session, one)
    with Store.open(session.workspace.database) as store:
        assert store.record.newest(1)[0].visits[0].notes == (told,)


def test_a_deleted_remote_leaves_the_last_good_state_with_its_age_and_the_others_go_on(
    tmp_path: Path, session: Session
) -> None:
    one, two = grown(tmp_path / "remote" / "one.git"), grown(tmp_path / "remote" / "two.git", 3)
    specs = [spec(one), spec(two, "two")]
    before = compared(session, *specs)
    one.path.rename(tmp_path / "away.git")
    two.commit({"a.py": "y = 1\n"})
    two.build()
    after = compared(replace(session, now=LATER), *specs)
    assert visits(session) == [("one", STALE), ("two", OK)]
    assert [cell.value for cell in after.row("commits").cells] == [2, 4]
    assert after.columns[0].sha == before.columns[0].sha
    (trouble,) = after.troubles
    head = f"commit {before.columns[0].sha[:10]} of 2 January 2020"
    assert trouble.reason is Reason.NOT_UPDATED
    assert trouble.detail.endswith(
        f"there is no such folder; its figures are those of {head}, read last on 13 September 2020"
    )
    # A report that asks no remote says the same, and so does the next refresh that fails.
    assert dumps(compared(session, *specs, update=False)) == dumps(after)
    assert dumps(compared(replace(session, now=LATER + 9), *specs)) == dumps(after)


def test_a_repository_without_any_state_is_recorded_as_failed(tmp_path: Path, session: Session) -> None:
    one = grown(tmp_path / "remote" / "one.git")
    compared(session, spec(one), RepositorySpec("gone", (tmp_path / "gone.git").as_uri()))
    assert visits(session) == [("one", OK), ("gone", FAILED)]


def test_new_commits_that_cannot_be_read_leave_the_last_good_state(tmp_path: Path, session: Session) -> None:
    builder = RepoBuilder(tmp_path / "one.git")
    builder.commit({"a.py": "# one\nx = 1\n"})
    one = RepositorySpec("one", str(builder.build(loose=True)))
    before = compared(session, one)
    builder.commit({"deep/b.py": "y = 1\n"})
    builder.build(loose=True)
    tree = git(builder.path, "rev-parse", "main:deep").decode().strip()
    lost = builder.path / "objects" / tree[:2] / tree[2:]
    kept = lost.read_bytes()
    lost.unlink()
    after = compared(session, one)
    assert after.columns == before.columns
    assert [cell.value for cell in after.row("commits").cells] == [1]
    assert "its figures are those of commit" in after.troubles[0].detail
    lost.write_bytes(kept)
    whole = compared(session, one)
    assert [cell.value for cell in whole.row("commits").cells] == [2]
    assert whole.troubles == ()
    assert figures(whole) == cold(session, one)


def test_what_could_never_be_read_raises_its_error(tmp_path: Path, session: Session) -> None:
    builder = RepoBuilder(tmp_path / "one.git")
    builder.commit({"deep/b.py": "y = 1\n"})
    builder.build(loose=True)
    tree = git(builder.path, "rev-parse", "main:deep").decode().strip()
    (builder.path / "objects" / tree[:2] / tree[2:]).unlink()
    with pytest.raises(MineError):
        compared(session, RepositorySpec("one", str(builder.path)))


def test_a_branch_that_the_remote_deleted_is_shown_as_it_was(tmp_path: Path, session: Session) -> None:
    builder = grown(tmp_path / "remote" / "one.git")
    git(builder.path, "branch", "stable", "main~1")
    one = replace(spec(builder), branch="stable")
    compared(session, one)
    git(builder.path, "branch", "-D", "stable")
    after = compared(session, one)
    assert "no branch called 'stable'" in after.troubles[0].detail
    assert [cell.value for cell in after.row("commits").cells] == [1]


def test_another_address_for_the_same_name_is_told_and_the_two_are_kept_apart(
    tmp_path: Path, session: Session, listener: Listener
) -> None:
    old, new = grown(tmp_path / "remote" / "one.git"), grown(tmp_path / "fork" / "one.git", 3)
    compared(session, spec(old))
    after = compared(replace(session, now=LATER), spec(new))
    told = f"one: it is read from {new.path.as_uri()} now, it was {old.path.as_uri()}; the two are kept apart"
    assert listener.notes == [told]
    assert [cell.value for cell in after.row("commits").cells] == [3]
    compared(replace(session, now=LATER + 9), spec(new))
    assert listener.notes == [told]


class Moved(http.server.SimpleHTTPRequestHandler):
    """Sends whoever asks for old/ to new/."""

    def do_GET(self) -> None:
        if self.path.startswith("/old/"):
            self.send_response(301)
            self.send_header("Location", self.path.replace("/old/", "/new/", 1))
            self.end_headers()
            return
        super().do_GET()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


@pytest.fixture
def host(tmp_path: Path) -> Iterator[str]:
    handler = functools.partial(Moved, directory=str(tmp_path / "served"))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_a_remote_that_moved_is_followed_and_told(
    tmp_path: Path, session: Session, listener: Listener, host: str
) -> None:
    builder = grown(tmp_path / "served" / "new" / "one.git")
    git(builder.path, "update-server-info")
    made = compared(session, RepositorySpec("one", f"{host}/old/one.git"))
    assert [cell.value for cell in made.row("commits").cells] == [2]
    assert listener.notes == [f"one: it has moved to {host}/new/one.git; that is the address to write"]
