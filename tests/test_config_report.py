"""`[report]` in the configuration."""

from __future__ import annotations

from pathlib import Path

import pytest

from analyzer.config import load
from analyzer.errors import ConfigError
from analyzer.model.layout import Layout

HEAD = 'title = "Two"\n[[repository]]\nurl = "x/y"\n[report]\n'


@pytest.fixture
def written(tmp_path: Path):
    def write(report: str) -> Path:
        path = tmp_path / "diptych.toml"
        path.write_text(HEAD + report, encoding="utf-8")
        return path

    return write


def refusal(path: Path) -> ConfigError:
    with pytest.raises(ConfigError) as caught:
        load(path)
    assert caught.value.exit_code == 2
    return caught.value


def test_without_wishes_a_report_has_all_sections_and_the_title_of_the_comparison(written):
    configuration = load(written(""))
    assert (configuration.title, configuration.layout) == ("Two", Layout())


def test_all_wishes_are_heard(written):
    text = 'title = "Mine"\nsections = ["people", "claims"]\nhidden = ["claims"]\nkeep = 3\nshelf = true\n'
    configuration = load(written(text))
    assert configuration.title == "Mine"
    assert configuration.layout == Layout(("people", "claims"), frozenset({"claims"}), 3, True)


@pytest.mark.parametrize("key", ["sections", "hidden"])
def test_an_unknown_section_is_told_with_its_line_and_a_near_name(written, key):
    error = refusal(written(f'keep = 3\n{key} = ["people", "claim"]\n'))
    assert error.message.endswith(f"diptych.toml:6: {key}: there is no section called 'claim'")
    assert error.hint == "did you mean claims?"


def test_a_name_near_to_none_leads_to_the_list(written):
    assert refusal(written('sections = ["zzzzzz"]\n')).hint == "diptych report --list-sections shows them all"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('sections = ["people", "people"]', "sections: 'people' stands there twice"),
        ('sections = ["people"]\nhidden = ["people"]', "hidden: no section is left"),
        ("sections = []", "sections: must not be empty"),
        ("keep = -1", "keep: must be 0 or more"),
        ('title = ""', "title: must not be empty"),
        ("section = []", "unknown key 'section'"),
    ],
)
def test_what_cannot_be_meant_is_refused(written, text, said):
    assert said in refusal(written(f"{text}\n")).message
