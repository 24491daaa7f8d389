"""How Sphinx makes a site of these pages: `make docs`. They read as well where they are, on a forge."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import analyzer

project = "Diptych"
author = "The Diptych authors"
version = release = analyzer.__version__
# No year: the same pages give the same site.
copyright = author  # noqa: A001  (the name that Sphinx reads)

extensions = ["myst_parser"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build"]
# So that links to parts of pages lead where they lead on a forge.
myst_heading_anchors = 3
# Warnings are errors, and `console` blocks hold here-documents that no lexer of prompts knows.
highlight_language = "none"

html_theme = "furo"
html_title = "Diptych"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_copy_source = False
html_show_sphinx = False
html_extra_path = ["diptych.schema.json"]
