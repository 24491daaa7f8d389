"""A repository on this machine may come from a stranger, its configuration, hooks and attributes included."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.hostile.place import Place
from tests.repos import RepoBuilder, git

_PROGRAMS = (
    "core.fsmonitor",
    "core.editor",
    "core.pager",
    "core.askPass",
    "core.sshCommand",
    "core.gitProxy",
    "core.alternateRefsCommand",
    "pager.log",
    "pager.diff-tree",
    "diff.external",
    "diff.evil.command",
    "diff.evil.textconv",
    "filter.evil.clean",
    "filter.evil.smudge",
    "filter.evil.process",
    "merge.evil.driver",
    "gpg.program",
    "gpg.ssh.program",
    "credential.helper",
    "uploadpack.packObjectsHook",
    "remote.origin.uploadpack",
    "remote.origin.vcs",
    "trailer.evil.command",
    "trailer.evil.cmd",
    "alias.rev-list",
    "alias.diff-tree",
    "interactive.diffFilter",
    "sequence.editor",
)
"""Keys under which git runs what they hold."""

_SIGNED = b"""tree %s
parent %s
author Ada <ada@example.org> 1577836800 +0000
committer Ada <ada@example.org> 1577836800 +0000
gpgsig -----BEGIN PGP SIGNATURE-----
 nothing
 -----END PGP SIGNATURE-----

Signed
"""


def evil(place: Place) -> Path:
    """A checkout in whose configuration every program leaves a canary, with a signed commit at its tag `side`."""
    builder = RepoBuilder(place.root / "remote.git")
    builder.commit({"a.py": "# one\nx = 1\n", ".gitattributes": "* filter=evil diff=evil merge=evil\n"})
    builder.commit({"b.py": "y = 2\n"})
    git(place.root, "clone", "-q", "--template=", str(builder.build()), "checkout")
    folder = place.root / "checkout"
    tree, parent = git(folder, "rev-parse", "HEAD^{tree}", "HEAD").split()
    sha = git(folder, "hash-object", "-t", "commit", "-w", "--stdin", stdin=_SIGNED % (tree, parent)).decode().strip()
    git(folder, "update-ref", "refs/tags/side", sha)
    # Some of these are run by a shell, some are not.
    sing = place.root / "sing"
    sing.write_text(f"#!/bin/sh\ntouch {place.root}/canary\nexit 1\n")
    sing.chmod(0o755)
    for key in _PROGRAMS:
        git(folder, "config", key, str(sing))
    for key, value in (("log.showSignature", "true"), ("core.untrackedCache", "true"), ("include.path", "more")):
        git(folder, "config", key, value)
    hooks = folder / ".git" / "hooks"
    hooks.mkdir(exist_ok=True)
    for name in ("post-index-change", "reference-transaction", "post-checkout", "pre-auto-gc", "fsmonitor-watchman"):
        (hooks / name).symlink_to(sing)
    (folder / ".git" / "info").mkdir(exist_ok=True)
    return folder


def test_the_canary_would_sing(place: Place) -> None:
    folder = evil(place)
    git(folder, "log", "-1", "side")
    (place.root / "canary").unlink()
    (folder / "a.py").write_text("x = 3\n")
    with pytest.raises(subprocess.CalledProcessError):
        git(folder, "diff")
    (place.root / "canary").unlink()


@pytest.mark.parametrize("address", ["{}", "file://{}", "file://{}/.git"])
def test_nothing_in_its_configuration_is_run(place: Place, address: str) -> None:
    folder = evil(place)
    place.configure(f'[[repository]]\nname = "evil"\nurl = "{address.format(folder)}"\n')
    before = place.outside()
    for words in (("refresh",), ("show", "commits", "--json", "--as-of", "side"), ("show", "commits", "--json")):
        ran = place.run(*words)
        assert ran.code == 0, ran.err
    assert json.loads(ran.out)[0]["value"] == 2
    assert place.outside() == before


def test_a_missing_object_of_a_partial_clone_starts_no_transport(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = evil(place)
    git(folder, "config", "uploadpack.allowFilter", "true")
    git(place.root, "clone", "-q", "--template=", "--bare", "--filter=blob:none", folder.as_uri(), "partial.git")
    partial = place.root / "partial.git"
    git(partial, "config", "remote.origin.uploadpack", str(place.root / "sing"))
    with pytest.raises(subprocess.CalledProcessError):
        git(partial, "cat-file", "blob", "HEAD:a.py")
    (place.root / "canary").unlink()
    place.configure(f'[[repository]]\nname = "evil"\npath = "{partial}"\n')
    before = place.outside()
    assert place.run("refresh").code in (0, 1)
    # A git of before 2.39.4 does not know the variable that forbids it.
    monkeypatch.setattr("analyzer.git.environment", _without_no_lazy_fetch)
    monkeypatch.setattr("analyzer.mine.border.environment", _without_no_lazy_fetch)
    assert place.run("refresh").code in (0, 1)
    assert place.outside() == before


def _without_no_lazy_fetch(extra: dict[str, str] | None = None) -> dict[str, str]:
    from analyzer.git import _KEPT

    kept = {key: value for key, value in os.environ.items() if not key.startswith("GIT_") or key in _KEPT}
    return {**kept, **(extra or {})}


def test_figures_do_not_depend_on_the_folder_one_stands_in(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    builder = RepoBuilder(place.root / "remote.git")
    builder.commit({"a.py": "# one\nx = 1\n", ".gitattributes": "*.py binary\n"})
    git(place.root, "clone", "-q", "--template=", str(builder.build()), "checkout")
    place.configure(f'[[repository]]\nname = "one"\npath = "{place.root / "checkout"}"\n')
    (place.root / "here" / ".gitattributes").write_text("* binary -diff\n")
    ran = place.run("show", "lines_added", "--json")
    assert json.loads(ran.out)[0]["value"] == 3
