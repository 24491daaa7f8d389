"""The mistakes that people make in a configuration are told with line, key, and what to write instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from analyzer.config import load
from analyzer.errors import ConfigError
from analyzer.schedule.plan import plan

ONE = '[[repository]]\nurl = "https://example.org/ada/flask"\n'
CLAIM = '[[claim]]\ntext = "t"\nrepository = "flask"\nmetric = "comment_ratio"\nvalue = 3\n'
ALERT = '[[alert]]\nmetric = "commits"\noperator = "<"\nvalue = 1\n'

MISTAKES = {
    "a key that is nearly one": (
        f'{ONE}brnch = "main"\n',
        "3: repository 1: unknown key 'brnch'",
        "did you mean branch?",
    ),
    "a table that is nearly one": (
        f"{ONE}[setings]\njobs = 2\n",
        "3: unknown key 'setings'",
        "did you mean settings?",
    ),
    "one bracket for two": (
        '[repository]\nurl = "a/b"\n',
        "1: repository: must be a list",
        "write [[repository]], in two brackets: there may be several",
    ),
    "two brackets for one": (
        f"{ONE}[[settings]]\njobs = 2\n",
        "3: settings: must be a table",
        "write [settings], in one bracket: there is one of it",
    ),
    "a metric that is nearly one": (
        ONE + CLAIM.replace("comment_ratio", "coment_ratio"),
        "6: claim 1: metric: there is no metric called 'coment_ratio'",
        "did you mean comment_ratio or file_comment_ratio or concentration?",
    ),
    "a metric that is none": (
        ONE + ALERT.replace("commits", "x"),
        "4: alert 1: metric: there is no metric called 'x'",
        "diptych show lists them all",
    ),
    "a definition that is nearly one": (
        f'{ONE}[settings]\ndefinition = "openhup"\n',
        "4: definition: there is no definition called 'openhup'",
        "did you mean openhub?",
    ),
    "a definition that only a claim may name": (
        f'{ONE}{ALERT}definition = "any"\n',
        "7: alert 1: definition: there is no definition called 'any'",
        None,
    ),
    "a repository that is nearly one": (
        ONE + CLAIM.replace('"flask"', '"flsk"'),
        "5: claim 1: there is no repository 'flsk'",
        "did you mean flask?",
    ),
    "a word where a choice is": (
        f'{ONE}{CLAIM}scope = "sources"\n',
        "8: claim 1: scope: must be 'all', 'source', 'tests'",
        "did you mean source?",
    ),
    "a number in quotes": (
        f'{ONE}[settings]\njobs = "2"\n',
        "4: jobs: must be a whole number",
        None,
    ),
    "text without quotes": (
        f"title = Flask\n{ONE}",
        "1: not valid TOML at 'title': invalid value",
        'text stands in quotes: name = "flask"; a repository begins with [[repository]]',
    ),
    "a path with backslashes": (
        '[[repository]]\npath = "C:\\Users\\ada"\n',
        "2: not valid TOML at 'path': invalid hex value",
        r"in double quotes \ begins an escape: write paths with / or in single quotes",
    ),
    "a key that stands twice": (
        f'title = "a"\ntitle = "b"\n{ONE}',
        "2: not valid TOML at 'title': cannot overwrite a value",
        "it stands there twice: leave one out",
    ),
    "two addresses of one repository": (
        f'{ONE}path = "."\n',
        "1: repository 1: needs either url or path, and not both",
        None,
    ),
    "a list of nothing to read": (
        'title = "t"\n',
        "1: there is no repository to read",
        'add one: [[repository]] with url = "https://..."',
    ),
    "a window in words": (
        f'{ONE}{ALERT}window = "12 months"\n',
        "7: alert 1: window: there is no window '12 months'",
        None,
    ),
    "a cron expression that is short": (
        f'{ONE}[schedule]\ncron = "30 6 * *"\n',
        "4: schedule: cron: '30 6 * *' has not five fields",
        "write five fields as in crontab(5)",
    ),
}


@pytest.mark.parametrize(("text", "message", "hint"), MISTAKES.values(), ids=list(MISTAKES))
def test_a_mistake_is_told_with_its_line_and_what_to_do(
    tmp_path: Path, text: str, message: str, hint: str | None
) -> None:
    place = tmp_path / "diptych.toml"
    place.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as raised:
        wanted = load(place).schedule
        assert wanted is not None
        plan(wanted, "")
    assert raised.value.message.startswith(f"{place}:{message}")
    assert (raised.value.hint or "").startswith(hint or "")


def test_every_definition_may_be_named_its_variants_too(tmp_path: Path) -> None:
    place = tmp_path / "diptych.toml"
    for name in ("openhub", "cloc-docstrings-as-code", "radon-multi"):
        place.write_text(f'{ONE}[settings]\ndefinition = "{name}"\n', encoding="utf-8")
        assert load(place).definition == name
    place.write_text(f'{ONE}{CLAIM}definition = "any"\n', encoding="utf-8")
    assert load(place).claims[0].definition == "any"


def test_all_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    place = tmp_path / "diptych.toml"
    place.write_text(f'{ONE}{CLAIM.replace("comment_ratio", "comits")}[settings]\ndefinition = "colc"\n')
    with pytest.raises(ConfigError) as raised:
        load(place)
    assert raised.value.message == f"{place}:6: claim 1: metric: there is no metric called 'comits'"
    assert str(raised.value.hint).splitlines()[1:] == [
        "also line 9: definition: there is no definition called 'colc' (did you mean cloc?)"
    ]
