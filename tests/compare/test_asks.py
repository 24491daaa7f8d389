"""What a comparison asks."""

from itertools import groupby

import pytest

from analyzer.compare.ask import OWN
from analyzer.compare.asked import ASKS, CHARTS, PLACES
from analyzer.compare.asks.overview import OURS
from analyzer.model.metric import WINDOWS, Metric
from analyzer.registry import discover
from tests.build import OPENHUB

METRICS = discover("analyzer.measure.metrics", Metric)
OPEN_HUBS = ("General", "All time", "12 months", "30 days", "Code analysis")
each_ask = pytest.mark.parametrize("ask", [*ASKS, *CHARTS, *PLACES], ids=lambda ask: ask.slug)


def test_slugs_are_unique():
    assert len({ask.slug for ask in ASKS}) == len(ASKS)
    assert len({ask.slug for ask in CHARTS}) == len(CHARTS)
    assert len({ask.slug for ask in PLACES}) == len(PLACES)


@each_ask
def test_an_ask_fits_its_metric(ask):
    metric = METRICS[ask.metric]
    assert ask.window == "all" or metric.windowed
    assert ask.definition == metric.defined
    assert ask.by is None or ask.by in metric.by


def test_rows_stand_in_open_hubs_groups_and_order():
    groups = list(dict.fromkeys(ask.group for ask in ASKS))
    assert groups[:6] == [*OPEN_HUBS, OURS]
    year = [ask.slug for ask in ASKS if ask.group == "12 months"]
    assert year == [
        "contributors-12m",
        "commits-12m",
        "files-modified-12m",
        "lines-added-12m",
        "lines-removed-12m",
        "commit-trend",
    ]


def test_open_hubs_rows_tell_people_apart_as_open_hub_does():
    assert {ask.identity for ask in ASKS if ask.group in OPEN_HUBS} == {"openhub"}


def test_every_metric_is_in_the_table_or_a_chart_or_says_where():
    assert {ask.metric for ask in (*ASKS, *CHARTS, *PLACES)} == set(METRICS)


def test_the_rows_of_a_group_stand_together():
    groups = [group for group, _ in groupby(ask.group for ask in ASKS)]
    assert len(groups) == len(set(groups))


def test_an_ask_becomes_options():
    ask = next(ask for ask in ASKS if ask.slug == "contributors-raw-12m")
    options = ask.options(OPENHUB, {"Make": "build"})
    assert (options.window, options.identity, options.by) == (WINDOWS["12m"], "raw", None)
    assert options.categories == {"Make": "build"}


def test_what_a_project_wrote_is_neither_vendored_nor_generated():
    asked = next(ask for ask in PLACES if ask.slug == "uncommented").options(OPENHUB, {}).scopes
    assert asked == OWN == {"source", "tests", "documentation", "examples"}
