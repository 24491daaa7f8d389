"""The chart library in the page: packed, named by its hash, made once."""

from __future__ import annotations

import base64
import hashlib
import zlib

from analyzer.render.library import digest, library


def test_the_library_is_made_once_for_each_version(scratch, monkeypatch):
    import vl_convert

    first = library(scratch)
    monkeypatch.delattr(vl_convert, "javascript_bundle")
    assert library(scratch) == first


def test_what_is_packed_is_the_script_that_its_hash_names(scratch):
    made = library(scratch)
    script = zlib.decompress(base64.b64decode(made.packed))
    assert made.digest == f"sha256-{base64.b64encode(hashlib.sha256(script).digest()).decode()}"
    assert b"window.vega" in script
    assert b"\r" not in script  # a browser would hash what it made of line ends


def test_a_packed_library_is_under_a_third_of_a_megabyte(scratch):
    assert len(library(scratch).packed) < 333_000


def test_a_digest_is_what_a_policy_calls_a_text():
    assert digest("alert(1)") == "sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI="
