"""The parser of `git diff-tree -z` gives back whatever was printed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.errors import MineError
from analyzer.mine.difference import Counts, Raw, parse_commits

paths = st.binary(min_size=1, max_size=20).filter(lambda path: b"\0" not in path)
hashes = st.text("0123456789abcdef", min_size=40, max_size=40)
numbers = st.none() | st.integers(0, 10**6)
raws = st.builds(
    lambda letter, old, new, previous, path: Raw(letter, old, new, previous if letter == "R" else None, path),
    st.sampled_from("AMDRT"),
    st.none() | hashes,
    st.none() | hashes,
    paths,
    paths,
)
commits = st.tuples(hashes, st.lists(raws, max_size=4, unique_by=lambda raw: raw.path), numbers, numbers)


def printed(sha: str, records: list[Raw], added: int | None, deleted: int | None) -> list[bytes]:
    """Return the fields as git prints them."""
    fields = [sha.encode()]
    for raw in records:
        modes = f"{'100644' if raw.old_blob else '120000'} {'100755' if raw.new_blob else '160000'}"
        status = "R087" if raw.letter == "R" else raw.letter
        fields.append(f":{modes} {raw.old_blob or '0' * 40} {raw.new_blob or '1' * 40} {status}".encode())
        fields += [raw.previous, raw.path] if raw.previous is not None else [raw.path]
    count = "\t".join("-" if number is None else str(number) for number in (added, deleted)).encode()
    for raw in records:
        if raw.previous is None:
            fields.append(count + b"\t" + raw.path)
        else:
            fields += [count + b"\t", raw.previous, raw.path]
    return fields


@given(st.lists(commits, max_size=4))
def test_any_paths_and_counts_come_back(history: list[tuple[str, list[Raw], int | None, int | None]]) -> None:
    fields = [field for commit in history for field in printed(*commit)]
    expected: list[tuple[str, list[Raw], Counts]] = [
        (sha, records, {raw.path: (added, deleted) for raw in records}) for sha, records, added, deleted in history
    ]
    assert list(parse_commits(fields)) == expected


def test_something_else_than_a_commit_is_an_error() -> None:
    with pytest.raises(MineError, match="usage"):
        list(parse_commits([b"usage: git diff-tree"]))
