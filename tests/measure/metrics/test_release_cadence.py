"""Days from release to release."""

from analyzer.measure.metrics.release_cadence import release_cadence
from tests.build import at, facts, options


def row(*tags):
    made = facts(tags=[{"name": name, "time": at(on)} for name, on in tags])
    return release_cadence.measure(made, options()).iloc[0].to_dict()


def test_the_median_step_is_between_days_with_a_release():
    told = row(
        ("1.0", "2020-01-01"),
        ("1.0.1", "2020-01-11 08:00:00"),
        ("0.9.9", "2020-01-11 20:00:00"),
        ("1.1", "2020-02-10"),
        ("2.0rc1", "2020-02-11"),
        ("2.0", "2020-06-01"),
    )
    assert (told["value"], told["features"], told["release_days"]) == (30, 76, 4)
    assert (told["lower_quartile"], told["upper_quartile"]) == (20, 71)


def test_the_latest_release_is_named_with_its_date():
    told = row(("1.0", "2020-01-01"), ("1.1", "2020-06-30 12:00:00"))
    assert told["since_latest"] == 1
    assert told["note"] == "The latest is 1.1 of 30 June 2020, 1 day before the end."


def test_one_release_has_no_step_and_none_has_no_latest():
    told = row(("1.0", "2020-01-01"))
    assert told["value"] != told["value"]
    assert told["release_days"] == 1
    assert row(("1.0rc1", "2020-01-01"))["note"] == ""
