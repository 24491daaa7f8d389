"""Unique lines against scc's ULOC and DRYness, language by language."""

from __future__ import annotations

import json
import os
import subprocess
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

import pytest

from analyzer.count.blob import count_blobs
from analyzer.count.kinds import path_kind
from analyzer.count.unique_lines import ALL, distinct_lines, line_hashes
from tests.count import oracles

_FOLDER = os.environ.get("DIPTYCH_MIRRORS", "")
# Languages in which scc and we look at the same files of the two heads, by scc's name and ours. Elsewhere it skips lock
# files, or what it does not know, or calls some of ours by another name.
SAME = {
    "flask": ["Python", "ReStructuredText", "HTML", "YAML", "Markdown", "CSS", "JSON", "SQL", "SVG", "Shell"],
    "django": ["Python", "JavaScript", "CSS", "SVG", "YAML", "Markdown", "ReStructuredText", "Shell", "TOML"],
}
OUR_NAME = {"ReStructuredText": "reStructuredText"}
UNKNOWN_TO_SCC = "-tpl"
"""Ending of templates, which we count by the name before it."""

TREE = {
    "a.py": b"import os\n\n\nx = 1\nx = 1\n  x = 1\n",
    "b.py": b"import os\r\nx = 1\n# why\n\n\n",
    "empty.py": b"",
    "blank.py": b"\n\n",
    "no_end.py": b"y = 2",
    "mark.py": b"\xef\xbb\xbfimport os\n",
    "odd.py": b"s = '\xff\xfe'\n",
    "deep/copy.py": b"y = 2\n",
    "page.html": b"<p>\n<p>\nx = 1\n",
    "code.c": b"int x;\nint x;\n/*\n*/\n",
    "style.css": b"a {}\n\na {}\n",
}


def ours(tree: Mapping[str, bytes]) -> dict[str, int]:
    """Return the different lines by language, `ALL` for all together."""
    rows = count_blobs((path, path_kind(path, {}).language, data) for path, data in tree.items())
    files = [(row.language, "source", line_hashes(tree[row.blob])) for row in rows if row.language]
    sums: dict[str, int] = defaultdict(int)
    for (language, _), count in distinct_lines(files).items():
        sums[language] += count
    return sums


def sccs(folder: Path) -> tuple[dict[str, int], str]:
    """Return ULOC by scc's languages, and what it prints of the whole."""
    tool = oracles.tool_or_skip("scc")
    # It leaves lock files out by name unless it is given other names, and takes these for parts of names.
    options = [tool, "--no-cocomo", "--no-gitignore", "--no-ignore", "--no-scc-ignore", "-n", "no-such-name"]
    found = json.loads(oracles.run([*options, "-u", "--format", "json", str(folder)]))
    return {row["Name"]: row["ULOC"] for row in found}, oracles.run([*options, "-u", "-a", str(folder)])


def written(tree: Mapping[str, bytes], folder: Path) -> Path:
    for path, data in tree.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    return folder


@pytest.mark.oracle
def test_a_tree_made_by_hand_has_as_many_unique_lines_as_scc_finds(tmp_path: Path) -> None:
    by_language, said = sccs(written(TREE, tmp_path))
    found = ours(TREE)
    assert by_language == {name: count for name, count in found.items() if name != ALL}
    assert f"(ULOC) {found[ALL]:>9}" in said
    lines = sum(sum(row.vector[:7]) for row in count_blobs((p, path_kind(p, {}).language, d) for p, d in TREE.items()))
    assert f"DRYness % {found[ALL] / lines:>27.2f}" in said


@pytest.mark.oracle
@pytest.mark.slow
@pytest.mark.mirrors
@pytest.mark.skipif(not _FOLDER, reason="DIPTYCH_MIRRORS names no folder with flask.git and django.git")
@pytest.mark.parametrize("name", ["flask", "django"])
def test_a_real_tree_has_as_many_unique_lines_as_scc_finds(name: str, tmp_path: Path) -> None:
    git_dir = Path(_FOLDER) / f"{name}.git"
    packed = subprocess.run(["git", "-C", git_dir, "archive", "HEAD"], capture_output=True, check=True).stdout
    subprocess.run(["tar", "-x", "-C", tmp_path], input=packed, check=True)
    by_language, _ = sccs(tmp_path)
    tree = {
        path.relative_to(tmp_path).as_posix(): path.read_bytes()
        for path in sorted(tmp_path.rglob("*"))
        if path.is_file() and not path.is_symlink() and not path.name.endswith(UNKNOWN_TO_SCC)
    }
    found = ours(tree)
    assert {name: by_language[name] for name in SAME[name]} == {
        language: found[OUR_NAME.get(language, language)] for language in SAME[name]
    }
