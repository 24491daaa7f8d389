"""Rules where the level of a series changes."""

from analyzer.model.comparison import Series
from analyzer.render.level_marks import level_rows
from analyzer.render.line_chart import line_chart
from tests.build import at

LINES = (
    Series("flask", (at("2010-04-01"), at("2024-09-01")), (31.0, 10.0)),
    Series("django", (at("2005-07-01"), at("2008-11-01"), at("2009-12-01")), (1.0, 2.0, 3.0)),
)


def test_every_level_but_the_first_is_marked_with_its_month():
    assert [(row["repository"], row["label"], row["row"]) for row in level_rows(LINES)] == [
        ("django", "Nov 2008", 0),
        ("django", "Dec 2009", 1),
        ("flask", "Sep 2024", 2),
    ]


def test_a_chart_has_rules_only_where_there_are_changes():
    points = [{"repository": "flask", "time": 0, "value": 1}]
    assert "levels" not in line_chart(["flask"], points, unit="commits", levels=level_rows(()))["datasets"]
    spec = line_chart(["flask", "django"], points, unit="commits", levels=level_rows(LINES))
    assert len(spec["datasets"]["levels"]) == 3
    marks = [layer["mark"]["type"] for layer in spec["layer"] if layer["data"]["name"] == "levels"]
    assert marks == ["rule", "text"]
