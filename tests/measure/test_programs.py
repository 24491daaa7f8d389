"""Which commits say that an assistant took part."""

import pytest

from analyzer.measure.programs import assisted
from analyzer.model.people import People
from tests.build import commit, facts


def tells(key, value, by="Ada <ada@x.org>", people=None):
    known = facts(commits=[commit(1, by=by)], trailers=[{"commit_id": 1, "key": key, "value": value}])
    return bool(assisted(known, people or People())[0])


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("Co-Authored-By", "Claude <noreply@anthropic.com>"),
        ("Co-authored-by", "Claude Opus 4 <noreply@anthropic.com>"),
        ("co-authored-by", "Copilot <198982749+Copilot@users.noreply.github.com>"),
        ("Co-authored-by", "Cursor <cursoragent@cursor.com>"),
        ("Co-authored-by", "aider (gpt-4o) <aider@aider.chat>"),
        ("Assisted-by", "Claude:claude-3-opus"),
        ("Generated-by", "GPT-4"),
        ("Generated-with", "[Claude Code](https://claude.ai/code)"),
        ("Assisted-by", "GitHub Copilot"),
    ],
)
def test_a_trailer_names_an_assistant(key, value):
    assert tells(key, value)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("Co-authored-by", "Claude Paroz <claude@2xlibre.net>"),
        ("Co-authored-by", "Claude"),
        ("Assisted-by", "Claude Paroz <claude@2xlibre.net>"),
        ("Assisted-by", "Ada"),
        ("Assisted-by", "Devinder"),
        ("Reviewed-by", "Claude <noreply@anthropic.com>"),
        ("Generated-by", "make"),
    ],
)
def test_people_are_no_assistants_whatever_they_are_called(key, value):
    assert not tells(key, value)


def test_an_assistant_may_be_the_author():
    assert tells("x", "y", by="copilot-swe-agent[bot] <198982749+Copilot@users.noreply.github.com>")
    assert not tells("x", "y", by="dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>")


def test_the_list_is_the_users():
    assert tells("Co-authored-by", "HAL <hal@x.org>", people=People(assistants=("hal@*",)))
    assert not tells("Co-authored-by", "Claude <noreply@anthropic.com>", people=People(assistants=()))
