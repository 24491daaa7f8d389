"""What the shell offers behind Tab: names on shelves, found without importing what stands there."""

from __future__ import annotations

import importlib
import pkgutil

import click


def metric_names(context: click.Context, parameter: click.Parameter, begun: str) -> list[str]:
    """Return the metrics that begin so."""
    return _names("analyzer.measure.metrics", begun)


def definition_names(context: click.Context, parameter: click.Parameter, begun: str) -> list[str]:
    """Return the definitions of comment that begin so."""
    return _names("analyzer.count.definitions", begun)


def _names(shelf: str, begun: str) -> list[str]:
    files = pkgutil.iter_modules(importlib.import_module(shelf).__path__)
    return sorted(file.name for file in files if file.name.startswith(begun) and not file.name.startswith("_"))
