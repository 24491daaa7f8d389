"""Who wrote what survives."""

import pytest

from analyzer.measure.metrics.ownership import ownership
from tests.build import BOB, commit, facts, file, options, without

COMMITS = (
    commit(1, on="2015-01-01"),
    commit(2, by=BOB, on="2020-06-01"),
)
FILES = (
    file("src/ada.py"),
    file("src/both.py"),
    file("lib/bob.py"),
    file("tiny.py"),
    file("tests/t.py", scope="tests"),
)


def wrote(path, who, code, comment=0, email=None):
    return {"path": path, "author_name": who, "author_email": email or f"{who.lower()}@example.org", "code": code} | {
        "comment": comment
    }


SURVIVORS = (
    wrote("src/ada.py", "Ada", 70, 10),
    wrote("src/ada.py", "Bob", 20),
    wrote("src/both.py", "Ada", 40),
    wrote("src/both.py", "Bob", 39),
    wrote("src/both.py", "Bob", 1),
    wrote("lib/bob.py", "Bob", 11),
    wrote("tiny.py", "Ada", 9),
    wrote("tests/t.py", "Ada", 500),
    wrote("gone.py", "Ada", 500),
)
KNOWN = facts(commits=COMMITS, files=FILES, survivors=SURVIVORS)


def test_a_file_depends_on_whoever_wrote_four_fifths_of_ten_lines_or_more():
    row = ownership.measure(KNOWN, options()).iloc[0].to_dict()
    assert row == {"value": 100 * 111 / 200, "dependent": 2, "gone": 1, "gone_lines": 100, "files": 4}


def test_a_file_has_a_main_author_and_of_equals_the_first_by_name():
    table = ownership.measure(KNOWN, options(by="file"))
    assert table.to_numpy().tolist() == [
        ["src/ada.py", "Python", 80.0, "Ada", 0, 1, 2, 100],
        ["src/both.py", "Python", 50.0, "Ada", 0, 0, 2, 80],
        ["lib/bob.py", "Python", 100.0, "Bob", 1, 1, 1, 11],
        ["tiny.py", "Python", 100.0, "Ada", 0, 0, 1, 9],
    ]
    assert list(table.columns)[3:] == ["label", "active", "depends", "authors", "lines"]


def test_a_folder_is_what_lies_directly_in_it():
    table = ownership.measure(KNOWN, options(by="folder"))
    assert table[["folder", "value", "lines"]].to_numpy().tolist() == [
        ["src", pytest.approx(100 * 120 / 180), 180],
        ["lib", 100.0, 11],
        [".", 100.0, 9],
    ]


def test_people_have_a_share_of_all_lines_and_files_that_depend_on_them():
    table = ownership.measure(KNOWN, options(by="person"))
    assert table.to_dict("records") == [
        {"person": "Ada", "value": 64.5, "active": 0, "dependent": 1, "files": 3, "lines": 129},
        {"person": "Bob", "value": 35.5, "active": 1, "dependent": 1, "files": 3, "lines": 71},
    ]


def test_other_scopes_are_there_where_they_are_asked_for_or_split_by():
    assert ownership.measure(KNOWN, options(scopes=frozenset({"tests"})))["files"][0] == 1
    assert ownership.measure(KNOWN, options(by="scope"))["scope"].tolist() == ["tests", "source"]


@pytest.mark.parametrize(("identity", "authors"), [("raw", 2), ("openhub", 1)])
def test_a_rule_decides_who_is_one_person(identity, authors):
    survivors = [wrote("src/ada.py", "Ada", 10), wrote("src/ada.py", "Ada", 10, email="ada@home.example")]
    known = facts(commits=COMMITS, files=FILES, survivors=survivors)
    assert ownership.measure(known, options(by="file", identity=identity))["authors"][0] == authors


def test_who_wrote_is_active_by_the_same_rule():
    survivors = [wrote("lib/bob.py", "Bob", 10, email="bob@home.example")]
    known = facts(commits=COMMITS, files=FILES, survivors=survivors)
    active = [ownership.measure(known, options(by="file", identity=rule))["active"][0] for rule in ("raw", "openhub")]
    assert active == [0, 1]


def test_addresses_are_not_shown():
    survivors = [
        wrote("src/ada.py", "", 30, email="ada@example.org"),
        wrote("src/both.py", "bob@example.org", 20, email="x@example.org"),
    ]
    table = ownership.measure(facts(commits=COMMITS, files=FILES, survivors=survivors), options(by="file"))
    assert table["label"].tolist() == ["(no name)", "b…@…"]


@pytest.mark.parametrize("by", ["file", "folder", "scope", "person"])
def test_where_the_history_of_lines_is_not_read_nothing_is_told(by):
    unread = without(KNOWN, "survivors")
    assert ownership.measure(unread, options())["value"].isna().all()
    assert len(ownership.measure(unread, options(by=by))) == 0


def test_without_a_line_nothing_can_be_told():
    nothing = facts(survivors=[])
    assert ownership.measure(nothing, options())["value"].isna().all()
    assert len(ownership.measure(nothing, options(by="person"))) == 0
