"""Which tags are releases: names read as versions, after Semantic Versioning 2.0.0 and what came before it.

"1.2.0", "v1.2.0", "release-1.2", "rel_1_2_0" and "project-1.2" are versions; "1.2rc1", "1.2.dev3" and, as Semantic
Versioning has it, "1.2.0-anything" are pre-releases; "1.2-final" and "1.2.post1" are releases. "1.2.x", "nightly" and
"archive/old" are no versions. A single number needs a "v" before it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analyzer.measure.periods import dated
from analyzer.model.frames import Facts

_LONGEST = 200
"""Letters of a name that is looked at: longer ones are no versions."""
_VERSION = re.compile(
    r"(?:(?P<project>@?[a-z][a-z0-9.+]*(?:[-_/@][a-z0-9.+]+)*?)[-_/@])??"
    r"(?P<word>v\.?|r|rel|release|version)?[-_.]?"
    r"(?P<numbers>[0-9]{1,9}(?:[._][0-9]{1,9}){0,3})"
    r"(?:[-._]?(?:final|release|ga|stable)|(?P<after>[-._]?(?:post|p|patch|sp)[-._]?[0-9]*)"
    r"|(?P<before>[-._]?(?:alpha|beta|preview|pre|milestone|snapshot|nightly|dev|rc|cr|a|b|c|m)(?:[-._]?[0-9]+)*"
    r"|-[0-9a-z-]+(?:\.[0-9a-z-]+)*))?"
    r"(?:\+[0-9a-z.-]+)?",
    re.ASCII | re.IGNORECASE,
)
_NO_PROJECT = frozenset({"v", "r", "rel", "release", "releases", "version", "versions", "tag", "tags", "stable"})


@dataclass(frozen=True, slots=True)
class Version:
    """What a tag's name says."""

    project: str
    """What of a repository with several projects it is a version of; mostly empty."""
    numbers: tuple[int, int, int, int]
    """1.2 is (1, 2, 0, 0)."""
    before: str
    """What makes it a pre-release ("rc1"); empty for a release."""
    after: str = ""
    """What was put right after it ("post1"); empty for most."""

    @property
    def kind(self) -> str:
        """Say "pre-release", "major" (x.0), "minor" (x.y) or "patch"."""
        if self.before:
            return "pre-release"
        _, minor, patch, rest = self.numbers
        if patch or rest or self.after:
            return "patch"
        return "minor" if minor else "major"


def version(name: str) -> Version | None:
    """Return the version that a tag's name spells; None if it is none."""
    found = _VERSION.fullmatch(name) if len(name) <= _LONGEST else None
    if found is None:
        return None
    numbers = [int(number) for number in re.split("[._]", found["numbers"])]
    if len(numbers) == 1 and not (found["word"] or "").lower().startswith("v"):
        return None
    project = (found["project"] or "").lower()
    first, second, third, fourth = (*numbers, 0, 0, 0)[:4]
    before, after = (re.sub("[-._]", "", found[part] or "").lower() for part in ("before", "after"))
    return Version("" if project in _NO_PROJECT else project, (first, second, third, fourth), before, after)


def releases(facts: Facts) -> pd.DataFrame:
    """Return `name`, `time` and `kind` of the tags that are versions, by time; of one version the earliest tag only.

    In a project each repository has its versions, and their names begin with its own.
    """
    tags = facts["tags"]
    tags = tags[dated(tags["time"].to_numpy(), facts.moment.end)].sort_values(["time", "name"], ignore_index=True)
    versions = [version(name) for name in tags["name"]]
    kept = np.array([one is not None for one in versions], dtype=np.bool_)
    known = [one for one in versions if one is not None]
    owners = tags.loc[kept, "repository"].tolist()
    found = tags.loc[kept, ["name", "time"]].assign(kind=pd.Series([one.kind for one in known], dtype="str").to_numpy())
    found["name"] = [f"{owner} {name}".strip() for owner, name in zip(owners, found["name"], strict=True)]
    repeated = pd.Series(list(zip(owners, known, strict=True)), dtype="object").duplicated().to_numpy(dtype=np.bool_)
    return found[~repeated].reset_index(drop=True)
