"""From what a user calls a commit to the commit, and from one tree to another."""

from __future__ import annotations

import re
from pathlib import Path

import pygit2

from analyzer.errors import BadMoment
from analyzer.mine.border import ask_git, decode_name, open_repository, translated
from analyzer.mine.difference import ask_differences, parse_raws
from analyzer.mine.tags import peel
from analyzer.model.change import TreeChange

_ABBREVIATED = re.compile(r"[0-9a-fA-F]{4,40}")


def resolve(git_dir: Path, text: str) -> str | None:
    """Return the full hash of the commit that `text` names: a tag, else a branch, else at least 4 digits of a hash.

    None if there is no such commit; `text` is never read as an option or as a rev expression. Raises BadMoment if the
    digits fit several commits, MineError.
    """
    with translated(git_dir):
        repository = open_repository(git_dir)
        for kind in ("tags", "heads"):
            oid = _reference(repository, f"refs/{kind}/{text}")
            sha = peel(repository, oid) if oid else None
            if sha:
                return sha
    return _by_digits(git_dir, repository, text.lower()) if _ABBREVIATED.fullmatch(text) else None


def _reference(repository: pygit2.Repository, name: str) -> str | None:
    # libgit2 finds no reference under a name that it would not allow ("refs/tags/../heads/main").
    if not pygit2.reference_is_valid_name(name):
        return None
    found = repository.references.get(name)
    return str(found.resolve().target) if found else None


def _by_digits(git_dir: Path, repository: pygit2.Repository, digits: str) -> str | None:
    shas = ask_git(git_dir, "rev-parse", f"--disambiguate={digits}").decode().split()
    with translated(git_dir):
        found = [sha for sha in shas if repository.read(sha)[0] == pygit2.enums.ObjectType.COMMIT]
    if len(found) > 1:
        raise BadMoment(f"{digits} fits {len(found)} commits", hint=f"give more digits: {', '.join(found[:5])}")
    return found[0] if found else None


def tree_changes(git_dir: Path, base: str, sha: str) -> list[TreeChange]:
    """Return the files that differ between two commits, renames as deletion and addition. Raises MineError."""
    raws, _ = parse_raws(ask_differences(git_dir, "--no-renames", base, sha), 0)
    return [TreeChange(decode_name(raw.path), raw.old_blob, raw.new_blob) for raw in raws]


def merge_base(git_dir: Path, one: str, two: str) -> str | None:
    """Return the newest common ancestor of two commits; None if their histories never meet. Raises MineError."""
    found = ask_git(git_dir, "merge-base", one, two, expected=(0, 1)).decode().split()
    return found[0] if found else None
