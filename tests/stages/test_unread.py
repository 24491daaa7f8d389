"""Files that programs could not read: one entry each."""

from __future__ import annotations

import pytest

from analyzer.model.frames import Facts
from analyzer.model.lines import FIELDS
from analyzer.model.uncounted import Reason
from analyzer.stages.unread import TABLES, uncounted_files, unread
from tests.build import facts, radon_file

LOST = {"path": "old.py", "scope": "source", "language": "Python", "problem": "not parsed"}


def test_a_file_that_several_could_not_read_is_told_once():
    known = facts(docstrings=[LOST], radon=[LOST, radon_file("a.py")], lizard=[], syntax=[])
    (one,) = unread(known)
    assert (one.repository, one.reason, one.subject) == ("tiny", Reason.NOT_PARSED, "old.py")
    assert one.detail.endswith("it is not in docstring coverage, complexity and maintainability.")


def test_each_reason_is_told_in_the_order_of_paths():
    slow = {**LOST, "path": "a.js", "language": "JavaScript", "problem": "takes too long"}
    found = unread(facts(docstrings=[], radon=[LOST], lizard=[slow], syntax=[]))
    assert [(one.subject, str(one.reason)) for one in found] == [
        ("a.js", "takes too long"),
        ("old.py", "not parsed"),
    ]
    assert found[0].detail == "Lizard did not read it; it is not in complexity."


def test_tables_that_are_not_there_say_nothing():
    known = facts(docstrings=[LOST], radon=[LOST])
    assert set(known.tables) >= TABLES
    assert unread(Facts(known.repository, known.moment, {"docstrings": facts(docstrings=[])["docstrings"]})) == []


def test_a_file_in_no_figure_is_named_once_whoever_else_could_not_read_it():
    large = {**LOST, "problem": "too large", **dict.fromkeys(FIELDS, 0)}
    known = facts(files=[large], docstrings=[{**LOST, "problem": "too large"}], radon=[], lizard=[], syntax=[])
    assert unread(known) == []
    (one,) = uncounted_files(known)
    assert (one.subject, one.reason) == ("old.py", Reason.TOO_LARGE)


@pytest.mark.parametrize("problem", ["", "binary", "unknown language", "excluded by the configuration"])
def test_what_holds_no_code_is_not_named(problem: str):
    assert uncounted_files(facts(files=[{**LOST, "problem": problem, **dict.fromkeys(FIELDS, 0)}])) == []
