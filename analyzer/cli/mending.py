"""What is said and done when the facts turn out damaged: the file is put aside, and the command runs once more."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from analyzer.cli.log import json_wanted
from analyzer.cli.progress import Logged, Notes

if TYPE_CHECKING:
    from analyzer.errors import StoreDamaged
    from analyzer.workspace import Workspace


def mend(workspace: Workspace, damage: StoreDamaged) -> None:
    """Put the damaged database aside and tell so, also who wants to be told little. Raises StoreError."""
    from analyzer.stages.setting_aside import set_aside

    told = set_aside(workspace, damage, f"{datetime.fromtimestamp(time.time(), UTC):%Y%m%dT%H%M%SZ}")
    (Logged(steps=False) if json_wanted() else Notes()).note(told)
