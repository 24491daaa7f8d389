"""Where the facts lie that come with Diptych, and those of one repository among them."""

from __future__ import annotations

import sysconfig
from collections.abc import Iterator
from pathlib import Path

import analyzer
from analyzer.acquire.mirror import same_place
from analyzer.carry import container
from analyzer.errors import CarryError, ConfigError
from analyzer.model.repository import RepositorySpec
from analyzer.stages.carrying import read_file
from analyzer.workspace import Workspace

FOLDER = "bundled"
ENDING = ".facts"
_INSTALLED = Path("share") / "diptych" / FOLDER


def folders(workspace: Workspace) -> tuple[Path, ...]:
    """Return where to look: in the workspace, in the checkout that this code lies in, and where it was installed."""
    checkout = Path(analyzer.__file__).resolve().parent.parent / "cache" / FOLDER
    schemes = [scheme for scheme in (None, "posix_user", "nt_user") if scheme in (None, *sysconfig.get_scheme_names())]
    data = [sysconfig.get_path("data", scheme) if scheme else sysconfig.get_path("data") for scheme in schemes]
    places = [workspace.cache / FOLDER, checkout, *(Path(root) / _INSTALLED for root in data)]
    return tuple(dict.fromkeys(places))


def bundled(workspace: Workspace, spec: RepositorySpec, *, base: Path) -> bytes | None:
    """Return the file with the bundled facts of what `spec` names; None if there is none.

    A file that cannot be read is passed over: it is in the place of nothing that the user asked for.
    """
    for path in _files(workspace):
        try:
            content = read_file(path)
            manifest = container.manifest_of(content)
            if same_place(manifest.location, spec.location, base=base):
                return content
        except (CarryError, ConfigError):
            continue
    return None


def _files(workspace: Workspace) -> Iterator[Path]:
    for folder in folders(workspace):
        yield from sorted(folder.glob(f"*{ENDING}"))
