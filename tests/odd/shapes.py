"""Troubles in the shape of a history: roots, merges, forced pushes."""

from __future__ import annotations

from tests.odd.troubles import trouble
from tests.repos import RepoBuilder


@trouble
def empty(repo: RepoBuilder) -> None:
    """No commit at all."""


@trouble
def one_commit(repo: RepoBuilder) -> None:
    """Nothing but a root."""
    repo.commit({"a.py": "x = 1\n"})


@trouble
def empty_commits(repo: RepoBuilder) -> None:
    """Commits that change nothing, the root among them."""
    repo.commit()
    repo.commit({"a.py": "x = 1\n"})
    repo.commit()


@trouble
def orphan_branch(repo: RepoBuilder) -> None:
    """Two roots, the second merged later."""
    first = repo.commit({"a.py": "x = 1\n"})
    pages = repo.commit({"index.html": "<p>\n"}, parents=(), branch="pages")
    repo.commit({"index.html": "<p>\n"}, parents=(first, pages))
    repo.commit({"never/merged": "1\n"}, parents=(), branch="other")


@trouble
def octopus_merge(repo: RepoBuilder) -> None:
    """A merge of four."""
    base = repo.commit({"base.py": "0\n"})
    arms = [repo.commit({f"{name}.py": "1\n"}, parents=(base,), branch=name) for name in ("b", "c", "d")]
    main = repo.commit({"a.py": "1\n"})
    files = {f"{name}.py": "1\n" for name in ("b", "c", "d")}
    repo.commit(files, parents=(main, *arms))
    repo.commit({"base.py": "1\n"})


@trouble
def criss_cross_merge(repo: RepoBuilder) -> None:
    """Two branches that merge each other: two best common ancestors."""
    base = repo.commit({"base": "0\n"})
    left, right = (repo.commit({name: "1\n"}, parents=(base,), branch=name) for name in ("left", "right"))
    one = repo.commit({"right": "1\n"}, parents=(left, right), branch="left")
    two = repo.commit({"left": "1\n"}, parents=(right, left), branch="right")
    repo.commit({"both": "2\n"}, parents=(one, two))


@trouble
def merges_at_head(repo: RepoBuilder) -> None:
    """The newest trunk commits are merges only, one of them with a change of its own."""
    head = repo.commit({"a": "1\n"})
    for number in range(3):
        side = repo.commit({f"side{number}": "1\n"}, parents=(head,), branch=f"side{number}")
        files = {f"side{number}": "1\n"} if number else {"side0": "changed in the merge\n"}
        head = repo.commit(files, parents=(head, side))


@trouble
def foxtrot_merge(repo: RepoBuilder) -> None:
    """The trunk's own commits came in as the second parent of a merge."""
    base = repo.commit({"a": "1\n"})
    main = repo.commit({"a": "2\n"})
    side = repo.commit({"b": "1\n"}, parents=(base,), branch="side")
    repo.commit({"a": "2\n"}, parents=(side, main))


@trouble
def force_pushed(repo: RepoBuilder) -> None:
    """The state before a forced push; `force_pushed_later` is the state after it."""
    repo.commit({"a": "1\n"})
    repo.commit({"a": "2\n"}, message="Soon gone\n")
    repo.commit({"secret": "3\n"}, message="Gone too\n")


@trouble
def force_pushed_later(repo: RepoBuilder) -> None:
    """The first commit is shared with `force_pushed`, the rest is new."""
    repo.commit({"a": "1\n"})
    repo.commit({"a": "two\n"}, message="Rewritten\n")
