"""From what a user calls a commit to the commit, and from one tree to another."""

from __future__ import annotations

import re
from pathlib import Path

from pygit2.enums import ObjectType

from analyzer.errors import BadMoment
from analyzer.mine.border import ask_git, decode_name
from analyzer.mine.difference import ask_differences, parse_raws
from analyzer.mine.odb import ObjectStore
from analyzer.mine.tags import peel
from analyzer.model.change import TreeChange

_ABBREVIATED = re.compile(r"[0-9a-fA-F]{4,40}")


def resolve(git_dir: Path, text: str) -> str | None:
    """Return the full hash of the commit that `text` names: a tag, else a branch, else at least 4 digits of a hash.

    None if there is no such commit; `text` is never read as an option or as a rev expression. Raises BadMoment if the
    digits fit several commits, MineError.
    """
    store = ObjectStore(git_dir)
    # Every name is compared as it is: nothing that a user writes reaches git but the digits of a hash.
    listing = ask_git(git_dir, "for-each-ref", "--format=%(objectname) %(refname)", "refs/tags/", "refs/heads/")
    names = {name: oid for oid, _, name in (decode_name(line).partition(" ") for line in listing.splitlines())}
    for kind in ("tags", "heads"):
        oid = names.get(f"refs/{kind}/{text}")
        sha = peel(store, oid) if oid else None
        if sha:
            return sha
    return _by_digits(git_dir, store, text.lower()) if _ABBREVIATED.fullmatch(text) else None


def _by_digits(git_dir: Path, store: ObjectStore, digits: str) -> str | None:
    shas = ask_git(git_dir, "rev-parse", f"--disambiguate={digits}").decode().split()
    found = [sha for sha in shas if store.read(sha)[0] == ObjectType.COMMIT]
    if len(found) > 1:
        raise BadMoment(f"{digits} fits {len(found)} commits", hint=f"give more digits: {', '.join(found[:5])}")
    return found[0] if found else None


def tree_changes(git_dir: Path, base: str, sha: str) -> list[TreeChange]:
    """Return the files that differ between two commits, renames as deletion and addition. Raises MineError."""
    raws, _ = parse_raws(ask_differences(git_dir, "--no-renames", base, sha), 0)
    return [TreeChange(decode_name(raw.path), raw.old_blob, raw.new_blob) for raw in raws]
