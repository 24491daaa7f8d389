"""A comparison is the same when it is made and when it was kept, in the order of its parts, too."""

from __future__ import annotations

from pathlib import Path

from analyzer import pipeline
from analyzer.model.repository import RepositorySpec
from analyzer.session import Session
from tests.repos import RepoBuilder


def test_the_first_page_is_that_of_a_kept_comparison(tmp_path: Path, session: Session) -> None:
    builder = RepoBuilder(tmp_path / "one.git")
    builder.commit({"a.py": "# one\nx = 1\n", "a.html": "<p>\n", "Makefile": "a:\n\tb\n"})
    spec = RepositorySpec("one", builder.build().as_uri())
    made, kept = (pipeline.compare(session, [spec], base=tmp_path, title="T", as_of=None) for _ in range(2))
    assert repr(made) == repr(kept)
    page = session.workspace.reports / "x.html"
    first = pipeline.write_report(session, made, page).read_bytes()
    for one in (session.workspace.cache / "pages").iterdir():
        one.unlink()
    assert pipeline.write_report(session, kept, page).read_bytes() == first
