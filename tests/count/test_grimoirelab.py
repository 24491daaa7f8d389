"""GrimoireLab divides comments by code: a share that has no upper bound."""

from __future__ import annotations

from analyzer.count.definitions.cloc import DEFINITION as CLOC
from analyzer.count.definitions.grimoirelab import DEFINITION
from analyzer.count.python_lines import python_lines
from tests.count.python_oracles import value


def test_comments_are_set_against_code_alone_so_that_the_share_can_pass_one() -> None:
    vector = python_lines(b'"""A\n\nb\n"""\n# a\nx = 1  # b\n')
    rule = DEFINITION.rule_for("Python")
    assert value(rule.comment, vector) == value(CLOC.rule_for("Python").comment, vector) == 4
    assert DEFINITION.per_code
    assert value(rule.code, vector) == 1
