"""Lines followed along the trunk, beside git's own blame."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from analyzer import pipeline, workers
from analyzer.model.repository import RepositorySpec
from analyzer.session import Session
from analyzer.stages.moments import places
from analyzer.stages.parts import survival
from analyzer.stages.parts.survival import follow_lines, lines_followed
from analyzer.store.store import Store
from analyzer.workers import Workers
from analyzer.workspace import Workspace
from tests.against_git.blame import blamed, differing, followed
from tests.repos import RepoBuilder, git, symlink

TEN = "".join(f"a{number} = {number}\n" for number in range(10))


def renames(repo: RepoBuilder) -> None:
    repo.commit({"a.py": TEN, "b.py": "b = 1\n"})
    repo.commit({"a.py": None, "deep/c.py": TEN.replace("a3 = 3", "a3 = 33"), "b.py": None, "a.c": "int b;\n"})
    repo.commit({"deep/c.py": TEN.replace("a3 = 3", "a3 = 34")})


def places_changed(repo: RepoBuilder) -> None:
    other = TEN.replace("a", "other")
    repo.commit({"a.py": TEN, "b.py": other})
    repo.commit({"a.py": other, "b.py": TEN})
    repo.commit({"a.py": None, "b.py": None, "c.py": TEN, "d.py": other})
    repo.commit({"c.py": None, "e.py": TEN, "d.py": None})


def merges(repo: RepoBuilder) -> None:
    base = repo.commit({"a.py": TEN})
    side = repo.commit({"a.py": TEN + "side = 1\n"}, by="Bob <bob@example.org>", parents=[base], branch="side")
    side = repo.commit({"a.py": TEN + "side = 1\nmore = 2\n"}, by="Cy <cy@example.org>", parents=[side], branch="side")
    main = repo.commit({"a.py": "first = 0\n" + TEN})
    repo.commit({"a.py": "first = 0\n" + TEN + "side = 1\nmore = 2\nmerged = 3\n"}, parents=[main, side])


def reverts(repo: RepoBuilder) -> None:
    repo.commit({"a.py": TEN})
    repo.commit({"a.py": TEN[:30] + "x = 1\n" + TEN[30:]})
    repo.commit({"a.py": TEN})
    repo.commit({"a.py": None})
    repo.commit({"a.py": TEN})


def line_ends(repo: RepoBuilder) -> None:
    repo.commit({"crlf.py": TEN.replace("\n", "\r\n"), "cr.py": "a = 1\rb = 2\nc = 3\n", "open.py": "a = 1\nb = 2"})
    repo.commit({"crlf.py": TEN, "cr.py": "a = 1\rb = 2\nc = 4\n", "open.py": "a = 1\nb = 2\n", "blank.py": "\n\n"})
    repo.commit({"open.py": "a = 1\nb = 2\nc = 3", "blank.py": "\n\n\n", "mark.py": b"\xef\xbb\xbf", "none.py": ""})


def other_types(repo: RepoBuilder) -> None:
    repo.commit({"a.py": TEN, "b.py": TEN.replace("a", "b"), "l.py": symlink("a.py")})
    repo.commit({"a.py": symlink("b.py"), "b.py": b"b = 1\n\0\0\n", "l.py": TEN.replace("a", "l")})
    repo.commit({"a.py": TEN, "b.py": TEN.replace("a", "b")})


SHAPES = (renames, places_changed, merges, reverts, line_ends, other_types)


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
def test_every_line_is_ascribed_as_blame_does(tmp_path: Path, session: Session, shape: Any) -> None:
    repo = RepoBuilder(tmp_path / "one.git")
    shape(repo)
    git_dir = repo.build()
    found = followed(session, git_dir, tmp_path)
    assert differing(git_dir, "main", found) == {}
    assert found


def test_a_file_moved_on_a_branch_is_new_on_a_trunk_that_kept_the_old_one(tmp_path: Path, session: Session) -> None:
    # As Flask's src/flask/sansio/app.py: moved on a branch, where another file of the old name was added after that.
    repo = RepoBuilder(tmp_path / "one.git")
    first = repo.commit({"app.py": TEN}, day=1)
    repo.commit({"app.py": None, "sansio/app.py": TEN}, day=2, parents=[first], branch="split")
    split = repo.commit({"app.py": "import sansio\n"}, day=3, branch="split")
    merge = repo.commit({"sansio/app.py": TEN, "app.py": "import sansio\n"}, day=400, parents=[first, split])
    git_dir = repo.build()
    assert set(followed(session, git_dir, tmp_path)["sansio/app.py"]) == {repo.sha(merge)}
    assert set(blamed(git_dir, "main", "sansio/app.py")) == {repo.sha(merge)}
    through = git(git_dir, "blame", "--root", "-l", "-s", "main", "--", "sansio/app.py").decode()
    assert {line[:40] for line in through.splitlines()} == {repo.sha(first)}


def test_commits_that_blame_passes_over_leave_lines_to_those_who_wrote_them(tmp_path: Path, session: Session) -> None:
    repo = RepoBuilder(tmp_path / "one.git")
    repo.commit({"a.py": "call(first, second)\nother(third)\nlast = 1\n"})
    black = repo.commit({"a.py": "call(\n    first,\n    second,\n)\nother( third )\nlast = 1\nnew_here = 9\n"})
    repo.build()
    text = f"# hostile: --evil\n{repo.sha(black)} # black\nHEAD\n{'f' * 40}\n{'0' * 5000}\n"
    repo.commit({".git-blame-ignore-revs": text})
    git_dir = repo.build()
    (tmp_path / "ignore").write_text(repo.sha(black))
    found = followed(session, git_dir, tmp_path)
    assert differing(git_dir, "main", found, f"--ignore-revs-file={tmp_path / 'ignore'}") == {}


def _read(session: Session, base: Path, git_dir: Path, *tables: str, as_of: str | None = None) -> Any:
    refreshed = pipeline.refresh(session, [RepositorySpec("one", git_dir.as_uri())], base=base)
    with Store.open(session.workspace.database) as store:
        (place,) = places(session, store, refreshed.read, as_of)
        assert lines_followed(session, store, place)
        return store.facts(place.read.repository, "one", place.moment, tables)


def test_the_author_of_a_line_is_who_wrote_it_on_the_branch(tmp_path: Path, session: Session) -> None:
    repo = RepoBuilder(tmp_path / "one.git")
    merges(repo)
    table = _read(session, tmp_path, repo.build(), "survivors")["survivors"]
    assert table.groupby("author_name")["code"].sum().to_dict() == {"Ada": 12, "Bob": 1, "Cy": 1}
    assert table["sha"].nunique() == 3


def test_kinds_and_lives_of_lines_are_told_at_any_moment_of_the_trunk(tmp_path: Path, session: Session) -> None:
    repo = RepoBuilder(tmp_path / "one.git")
    repo.commit({"a.py": '"""Says."""\n\n# why\nx = 1\n', "vendor/b.py": "y = 1\n"}, day=10)
    repo.commit({"a.py": '"""Says."""\n\n# why not\nx = 1\nx = 2\n'}, day=50)
    git_dir = repo.build()
    known = _read(session, tmp_path, git_dir, "lifetimes", "survivors")
    assert (known["lifetimes"]["written"] == known["lifetimes"]["born"]).all()
    rows = {tuple(row) for row in known["lifetimes"].drop(columns="written").itertuples(index=False)}
    assert rows == {
        (600, -1, "docstring", "source", "Python", 1),
        (600, -1, "blank", "source", "Python", 1),
        (600, -1, "code", "source", "Python", 1),
        (600, 601, "comment", "source", "Python", 1),
        (601, -1, "comment", "source", "Python", 1),
        (601, -1, "code", "source", "Python", 1),
    }
    assert known["survivors"][["code", "comment", "blank"]].to_numpy().tolist() == [[1, 1, 1], [1, 1, 0]]
    before = _read(session, tmp_path, git_dir, "lifetimes", "survivors", as_of="2020-01-31")
    assert set(before["lifetimes"]["died"]) == {-1}
    assert before["survivors"][["code", "comment", "blank"]].to_numpy().tolist() == [[1, 2, 1]]


def test_lines_that_an_ignored_commit_made_were_not_there_before(tmp_path: Path, session: Session) -> None:
    repo = RepoBuilder(tmp_path / "one.git")
    repo.commit({"a.py": "call(first, second)\n"}, day=10)
    black = repo.commit({"a.py": "call(\n    first,\n    second,\n)\n"}, day=50)
    repo.build()
    repo.commit({".git-blame-ignore-revs": repo.sha(black)}, day=60)
    git_dir = repo.build()
    lines = {
        date: _read(session, tmp_path, git_dir, "survivors", as_of=date)["survivors"].query("path == 'a.py'")["code"]
        for date in ("2020-01-31", "2020-03-31")
    }
    assert lines["2020-01-31"].tolist() == [1]
    assert lines["2020-03-31"].tolist() == [4]


def test_a_refresh_goes_on_where_the_last_one_ended(
    tmp_path: Path, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo = RepoBuilder(tmp_path / "one.git")
    renames(repo)
    followed(session, repo.build(), tmp_path)
    repo.commit({"deep/c.py": TEN + "z = 1\n", "d.py": "d = 1\n"})
    taken: list[int] = []
    monkeypatch.setattr(survival, "_batches", _counting(survival._batches, taken))
    found = followed(session, repo.build(), tmp_path)
    assert taken == [1]
    assert differing(repo.path, "main", found) == {}


def _counting(batches: Any, taken: list[int]) -> Any:
    def counted(trunk: Any) -> Any:
        taken.append(len(trunk))
        return batches(trunk)

    return counted


def test_a_run_that_was_killed_goes_on_behind_its_last_batch(
    tmp_path: Path, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo = RepoBuilder(tmp_path / "one.git")
    for shape in (renames, reverts):
        shape(repo)
    git_dir = repo.build()
    spec = RepositorySpec("one", git_dir.as_uri())
    monkeypatch.setattr(survival, "STEPS_A_BATCH", 2)
    refreshed = pipeline.refresh(session, [spec], base=tmp_path, history_only=True)
    with Store.open(session.workspace.database) as store, Workers(1) as pool:
        (place,) = places(session, store, refreshed.read, None)
        add, written = store.lines.add, []

        def killed(*given: Any) -> None:
            if len(written) == 2:
                raise KeyboardInterrupt
            written.append(given)
            add(*given)

        monkeypatch.setattr(store.lines, "add", killed)
        with pytest.raises(KeyboardInterrupt):
            follow_lines(session, store, pool, place)
        reached = store.lines.reached(place.read.repository)
        assert reached is not None
        assert 0 < reached.position < place.moment.position
        assert not lines_followed(session, store, place)
    assert differing(git_dir, "main", followed(session, git_dir, tmp_path)) == {}


def test_a_rewritten_history_is_followed_anew(tmp_path: Path, session: Session) -> None:
    repo = RepoBuilder(tmp_path / "one.git")
    renames(repo)
    followed(session, repo.build(), tmp_path)
    again = RepoBuilder(tmp_path / "one.git")
    again.commit({"a.py": TEN}, by="Eve <eve@example.org>")
    again.commit({"a.py": TEN + "z = 1\n"})
    found = followed(session, again.build(), tmp_path)
    assert set(found) == {"a.py"}
    assert differing(again.path, "main", found) == {}


def _lines(number: int) -> str:
    return "# why\n" + "".join(f"x = {one}\n" for one in range(number))


def test_only_what_stands_in_changed_files_is_looked_at_again_for_comments(
    tmp_path: Path, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo = RepoBuilder(tmp_path / "one.git")
    names = ("same.py", "changed.py", "gone.py", "moved.py", "mended.py")
    for number in (1, 2, 3):
        repo.commit({name: _lines(number) for name in names})
    assert set(_comments(session, tmp_path, repo)["path"]) == set(names)
    repo.commit({"changed.py": _lines(4), "gone.py": None, "mended.py": _lines(3).replace("why", "thus")})
    repo.commit({"moved.py": None, "there.py": _lines(3)})
    looked_at: list[str] = []
    look = workers.stale_comments

    def counting(git_dir: Path, files: Any) -> Any:
        looked_at.extend(file.blob for file in files)
        return look(git_dir, files)

    monkeypatch.setattr(workers, "stale_comments", counting)
    found = _comments(session, tmp_path, repo)
    assert len(looked_at) == 3
    other = replace(session, workspace=Workspace(tmp_path / "cold"))
    assert found.equals(_comments(other, tmp_path, repo))
    assert dict(zip(found["path"], found["changes"], strict=True)) == {"same.py": 2, "changed.py": 3, "there.py": 2}


def test_all_comments_are_looked_at_after_a_run_that_was_killed_before_it_did(
    tmp_path: Path, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo = RepoBuilder(tmp_path / "one.git")
    for number in (1, 2):
        repo.commit({"one.py": _lines(number), "two.py": _lines(number)})
    _comments(session, tmp_path, repo)

    def killed(*_given: Any) -> None:
        raise KeyboardInterrupt

    repo.commit({"one.py": _lines(3)})
    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr(survival, "_look_at_comments", killed)
        _comments(session, tmp_path, repo)
    repo.commit({"two.py": _lines(3)})
    found = _comments(session, tmp_path, repo)
    assert dict(zip(found["path"], found["changes"], strict=True)) == {"one.py": 2, "two.py": 2}


def _comments(session: Session, base: Path, repo: RepoBuilder) -> Any:
    return _read(session, base, repo.build(), "stale_comments")["stale_comments"]
