"""What the shell offers behind Tab: names on shelves, of metrics without importing the heavy libraries behind them."""

from __future__ import annotations

import importlib
import pkgutil

import click

from analyzer.model.window import WINDOWS


def metric_names(context: click.Context, parameter: click.Parameter, begun: str) -> list[str]:
    """Return the metrics that begin so."""
    files = pkgutil.iter_modules(importlib.import_module("analyzer.measure.metrics").__path__)
    return sorted(file.name for file in files if file.name.startswith(begun) and not file.name.startswith("_"))


def definition_names(context: click.Context, parameter: click.Parameter, begun: str) -> list[str]:
    """Return the definitions of comment that begin so, with their variants."""
    from analyzer.stages.measurement import definitions

    return sorted(name for name in definitions() if name.startswith(begun))


def window_names(context: click.Context, parameter: click.Parameter, begun: str) -> list[str]:
    """Return the usual windows that begin so."""
    return [name for name in WINDOWS if name.startswith(begun)]


def explained_names(context: click.Context, parameter: click.Parameter, begun: str) -> list[str]:
    """Return the names that begin so, of the kind that stands before them."""
    names = definition_names if context.params.get("kind") == "definition" else metric_names
    return names(context, parameter, begun)
