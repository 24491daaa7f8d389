"""Who added the lines of today's files."""

from analyzer.measure.metrics.authorship import authorship
from tests.build import BOB, change, commit, facts, file, options

KNOWN = facts(
    commits=[commit(1, on="2015-01-01"), commit(2, by=BOB, on="2020-06-01"), commit(3, by=BOB, on="2020-06-02")],
    changes=[
        change(1, 1, 80),
        change(2, 2, 5, 60, previous_id=1, kind="R"),
        change(3, 2, 15),
        change(3, 3, 200),
        change(3, 4, 50),
    ],
    paths=["was.py", "is.py", "gone.py", "logo.svg"],
    files=[file("is.py"), file("logo.svg", "")],
)


def test_lines_added_under_an_earlier_name_count_and_those_of_files_that_are_gone_do_not():
    assert authorship.measure(KNOWN, options(by="file")).to_dict("records") == [
        {
            "path": "is.py",
            "language": "Python",
            "value": 80.0,
            "label": "Ada",
            "active": 0,
            "depends": 1,
            "authors": 2,
            "lines": 100,
        }
    ]


def test_the_value_is_the_share_of_lines_in_files_of_one_person():
    row = authorship.measure(KNOWN, options()).iloc[0].to_dict()
    assert row == {"value": 100.0, "dependent": 1, "gone": 1, "gone_lines": 100, "files": 1}


def test_people_have_a_share_of_all_lines():
    table = authorship.measure(KNOWN, options(by="person"))
    assert table[["person", "value", "active"]].to_numpy().tolist() == [["Ada", 80.0, 0], ["Bob", 20.0, 1]]
