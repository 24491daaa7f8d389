"""People of built repositories, and of the full histories of Flask and Django, counted as git counts them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.model.identity import parsed
from analyzer.model.mailmap import Mailmap
from tests.against_git.people import CHECKS, Check
from tests.odd import ODD, odd
from tests.repos import RepoBuilder, git

_FOLDER = os.environ.get("DIPTYCH_MIRRORS", "")
_BUILT = ("bots", "crowd", "mailmap", "strange_authors", "strange_dates")


def crowd(path: Path) -> Path:
    """Build a repository with every form of mailmap line, merges, co-authors and a committing site."""
    repo = RepoBuilder(path)
    repo.commit({".mailmap": MAILMAP}, by="Ada <ada@x.org>")
    repo.commit(by="a <ada@home.org>", message="One\n\nCo-authored-by: BOB <bob@X.org>\nCo-authored-by: No Address\n")
    repo.commit(
        by="bob <bob@x.org>", message="Two\n\nCO-AUTHORED-BY: Ada <ADA@home.org>\nCo-authored-by: b <bob@x.org>\n"
    )
    repo.commit(by="root <root@host.org>", committer="GitHub <noreply@github.com>")
    side = repo.commit(by="Cy <root@host.org>", branch="side", parents=[1])
    repo.commit(by="Dee Dee <7+dee@users.noreply.github.com>", parents=[4, side])
    repo.commit(by="Dee Dee <dee@d.org>", message="Three\n\nCo-authored-by: <dee@d.org>\n")
    repo.commit(by="Dee Dee <dd@d.org>")
    repo.commit(by="Jo <jo@x.org>")
    repo.commit(by="JO <JO@x.org>")
    return repo.build()


MAILMAP = """# a comment
Ada Byron <ada@x.org>
<ada@x.org> <ada@home.org>
Bob B. <bob@x.org> bob <BOB@x.org>
Robert <bob@x.org> <bob@x.org>
Cy C. <cy@x.org> cy <root@host.org>

not a line
Nobody <>
Jo One <jo@x.org>
Jo Two <jo@x.org>
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("people")
    known = {name: odd(name, folder / name).path for name in _BUILT if name in ODD}
    return {**known, "crowd": crowd(folder / "crowd")}


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
@pytest.mark.parametrize("name", _BUILT)
def test_people_are_counted_as_git_counts_them(built: dict[str, Path], name: str, check: Check) -> None:
    check(built[name])


@pytest.mark.mirrors
@pytest.mark.slow
@pytest.mark.skipif(not _FOLDER, reason="DIPTYCH_MIRRORS names no folder with flask.git and django.git")
@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
@pytest.mark.parametrize("name", ["flask", "django"])
def test_people_of_a_real_history_are_counted_as_git_counts_them(name: str, check: Check) -> None:
    check(Path(_FOLDER) / f"{name}.git")


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("mailmaps") / "empty.git"
    repo = RepoBuilder(path)
    repo.commit({"a": "1\n"})
    return repo.build()


names = st.sampled_from(["", "Ada", "ADA ", " Bob", "#x", "É", "é", "a\tb"])
emails = st.sampled_from(["a@x", "A@X", "b@x", "", "é@x", " a@x "])
forms = st.one_of(
    st.builds("{}<{}>".format, names, emails),
    st.builds("{} <{}> {} <{}>".format, names, emails, names, emails),
    st.text(st.sampled_from("aA#<> \t\r@é"), max_size=20),
)


@given(st.lists(forms, max_size=6).map("\n".join))
def test_a_mailmap_says_what_git_says_it_says(empty: Path, text: str) -> None:
    people = ["Ada <a@x>", "Bob <a@x>", "Ada <b@x>", "ada <A@X>", "<a@x>", "é <é@x>"]
    file = empty.parent / "a.mailmap"
    file.write_bytes(text.encode())
    words = ("-c", f"mailmap.file={file}", "check-mailmap", "--stdin")
    printed = git(empty, *words, stdin="".join(f"{one}\n" for one in people).encode()).decode().split("\n")[:-1]
    known = Mailmap(text)
    assert [
        " ".join(filter(None, (who.name, f"<{who.email}>"))) for who in map(known.proper, map(parsed, people))
    ] == printed
