"""What `diptych report --list-sections` prints."""

from __future__ import annotations

from analyzer.cli.tables import Sheet
from analyzer.render import page


def list_sections() -> None:
    """Print the names of all sections in their usual order, with their titles."""
    Sheet(("section", "title"), tuple((one.name, one.title) for one in page.sections())).show()
