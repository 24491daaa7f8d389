"""The different lines of contents, and how many of them there are in many files together.

This is what scc (https://github.com/boyter/scc) counts as ULOC: lines are compared as they are, bytes and white space
included; blank ones count, but for those at the very end of a file. The idea is from
https://cmcenroe.me/2018/12/14/uloc.html.

Lines are kept as hashes of 64 bits, so that those of a large tree take little memory. Two different lines have the same
hash with a chance of 1 in 18 million million million; among a million different lines, some pair has with 1 in 37
million.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

from analyzer.count.content import as_text
from analyzer.model.content import BlobFacts
from analyzer.model.uncounted import Reason
from analyzer.model.unique_lines import MANY, told

UNIQUE_LINES_VERSION = "unique lines 1"
"""Part of the key under which counts are kept."""
HASH_BYTES = 8
ALL = ""
"""Stands for all languages together."""

_Numbers = npt.NDArray[np.int64]
_BASE = MANY + 1


def line_hashes(data: bytes) -> bytes:
    """Return the hashes of the different lines of one content, one behind the other, in ascending order."""
    text, _ = as_text(data)
    lines = set(text.rstrip(b"\n").split(b"\n"))
    return b"".join(sorted(blake2b(line, digest_size=HASH_BYTES).digest() for line in lines))


def hashed(blob: str, data: bytes | None) -> BlobFacts:
    """Return the hashes of the different lines of one content as a row; None for one that could not be read."""
    if data is None:
        return BlobFacts(blob, str(Reason.BROKEN_OBJECT), (b"",))
    return BlobFacts(blob, "", (line_hashes(data),))


def distinct_lines(files: Sequence[tuple[str, str, bytes]]) -> dict[tuple[str, str], int]:
    """Return how many different lines there are in files, given as (language, scope, hashes of lines).

    The keys are (language, where: see model/unique_lines.py); `ALL` for the lines of all languages together, in which a
    line of two languages counts once. The order of the files does not matter.
    """
    languages, scopes = sorted({language for language, _, _ in files}), sorted({scope for _, scope, _ in files})
    hashes = np.frombuffer(b"".join(lines for *_, lines in files), "<i8")
    lengths = [len(lines) // HASH_BYTES for *_, lines in files]
    language = np.repeat(np.array([languages.index(name) for name, _, _ in files], np.int64), lengths)
    scope = np.repeat(np.array([scopes.index(name) for _, name, _ in files], np.int64), lengths)
    found = _labelled(ALL, hashes, scope, scopes)
    for code, name in enumerate(languages):
        of_it = language == code
        found |= _labelled(name, hashes[of_it], scope[of_it], scopes)
    return found


def _labelled(language: str, hashes: _Numbers, scope: _Numbers, scopes: Sequence[str]) -> dict[tuple[str, str], int]:
    codes, counts = _by_scopes(hashes, scope)
    return {
        (language, told({name: code // _BASE**place % _BASE for place, name in enumerate(scopes)})): count
        for code, count in zip(codes.tolist(), counts.tolist(), strict=True)
    }


def _by_scopes(hashes: _Numbers, scope: _Numbers) -> tuple[_Numbers, _Numbers]:
    """Return codes and how many different hashes have each: in base 3, a digit for each scope: no, one, more files."""
    order = np.lexsort((scope, hashes))
    hashes, scope = hashes[order], scope[order]
    new_hash = np.append(True, hashes[1:] != hashes[:-1])[: len(hashes)]
    new_pair = new_hash | np.append(True, scope[1:] != scope[:-1])[: len(hashes)]
    starts = np.flatnonzero(new_pair)
    if not len(starts):
        return np.array([], np.int64), np.array([], np.int64)
    files = np.minimum(np.diff(np.append(starts, len(hashes))), MANY)
    digits = files * _BASE ** scope[starts]
    codes = np.add.reduceat(digits, np.flatnonzero(new_hash[starts]))
    return np.unique(codes, return_counts=True)
