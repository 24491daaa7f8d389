"""People in the configuration: what they become, and what is said when something is wrong."""

from pathlib import Path

import pytest

from analyzer.config import load
from analyzer.errors import ConfigError
from analyzer.model.mailmap import LONGEST
from analyzer.model.people import DEFAULT_ASSISTANTS, DEFAULT_BOTS, Alias, People

REPOSITORY = '[[repository]]\nurl = "https://example.org/a"\n'
GOOD = """
[people]
mailmap = "ours.mailmap"
bots = ["*@ci.example.org", "!my-bot"]
assistants = ["hal"]

[[person]]
name = "Ada Byron"
aliases = ["ada", "ada@example.org", "A <a@x>"]
"""


@pytest.fixture
def written(tmp_path: Path):
    def write(text: str) -> Path:
        path = tmp_path / "diptych.toml"
        path.write_text(REPOSITORY + text, encoding="utf-8")
        return path

    return write


def refusal(path: Path) -> ConfigError:
    with pytest.raises(ConfigError) as caught:
        load(path)
    return caught.value


def test_people_are_read(written, tmp_path):
    (tmp_path / "ours.mailmap").write_bytes(b"A <a@x>\n")
    assert load(written(GOOD)).people == People(
        mailmap="A <a@x>\n",
        bots=(*DEFAULT_BOTS, "*@ci.example.org", "!my-bot"),
        assistants=(*DEFAULT_ASSISTANTS, "hal"),
        persons=(Alias("Ada Byron", ("ada", "ada@example.org", "A <a@x>")),),
    )


def test_without_a_word_about_people_the_usual_programs_are_known(written):
    assert load(written("")).people == People()


def test_a_mailmap_that_cannot_be_read_is_told_with_its_line(written, tmp_path):
    path = written(GOOD)
    assert refusal(path).message == (
        f"{path}:5: mailmap: cannot read {tmp_path / 'ours.mailmap'}: No such file or directory"
    )
    (tmp_path / "ours.mailmap").write_bytes(b"x" * (LONGEST + 1))
    assert (
        refusal(path).message == f"{path}:5: mailmap: cannot read {tmp_path / 'ours.mailmap'}: it is larger than 1 MiB"
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[people]\nmail = "x"\n', "4: unknown key 'mail'"),
        ("[people]\nbots = 'x'\n", "4: bots: must be a list"),
        ("[[person]]\nname = 'A'\n", "3: person 1: aliases: is missing"),
        ("[[person]]\nname = 'A'\naliases = []\n", "5: person 1: aliases: must not be empty"),
        (
            "[[person]]\nname = 'A'\naliases = ['x']\n[[person]]\nname = 'B'\naliases = ['y', ' X']\n",
            "8: person 2: ' X' stands for person 1, too",
        ),
        (
            "[[person]]\nname = 'A'\naliases = ['x']\n[[person]]\nname = 'a'\naliases = ['y']\n",
            "7: person 2: 'a' stands for person 1, too",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_line(written, text, message):
    path = written(text)
    assert refusal(path).message == f"{path}:{message}"


def test_a_claim_may_be_about_people_by_any_rule(written):
    claim = '[[claim]]\ntext = "x"\nrepository = "a"\nmetric = "contributors"\nvalue = 1\nidentity = "folded"\n'
    assert load(written(claim)).claims[0].identity == "folded"
    assert "identity: must be 'raw', 'openhub'" in refusal(written(claim.replace("folded", "colour"))).message
