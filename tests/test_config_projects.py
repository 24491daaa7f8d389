"""Projects in the configuration: what they become, and what is said when something is wrong."""

from pathlib import Path

import pytest

from analyzer.config import load
from analyzer.errors import ConfigError
from analyzer.model.project import Project, heads

REPOSITORIES = "".join(f'[[repository]]\nurl = "https://example.org/{name}"\n' for name in ("a", "b", "c"))
PROJECT = '[[project]]\nname = "{}"\nrepositories = [{}]\n'


@pytest.fixture
def written(tmp_path: Path):
    def write(text: str) -> Path:
        path = tmp_path / "diptych.toml"
        path.write_text(REPOSITORIES + text, encoding="utf-8")
        return path

    return write


def refusal(path: Path) -> ConfigError:
    with pytest.raises(ConfigError) as caught:
        load(path)
    return caught.value


def test_a_project_is_one_column_where_its_first_repository_stands(written):
    found = load(written(PROJECT.format("all", '"c", "b"')))
    assert found.projects == (Project("all", ("c", "b")),)
    assert found.columns == ("a", "all")
    assert found.title == "a and all"
    assert found.report_name == "a-vs-all.html"
    assert [spec.name for spec in found.repositories] == ["a", "b", "c"]


def test_a_repository_may_be_in_two_projects():
    projects = [Project("one", ("a", "b")), Project("two", ("b", "c"))]
    assert heads(["a", "b", "c", "d"], projects) == ("one", "two", "d")


def test_a_claim_is_about_a_project_by_its_name(written):
    claim = '[[claim]]\ntext = "x"\nrepository = "all"\nmetric = "commits"\nvalue = 3\n'
    assert load(written(PROJECT.format("all", '"a", "b"') + claim)).claims[0].repository == "all"
    claim = claim.replace('"all"', '"a"')
    assert "there is no repository 'a'" in refusal(written(PROJECT.format("all", '"a", "b"') + claim)).message


@pytest.mark.parametrize(
    ("text", "line", "message", "hint"),
    [
        (PROJECT.format("all", '"a", "B"'), 9, "project 1: there is no repository 'B'", "known: a, b and c"),
        (PROJECT.format("all", '"a", "a"'), 9, "project 1: the repository 'a' is in it twice", "name it once"),
        (PROJECT.format("A", '"a", "b"'), 8, "project 1: the name 'A' is that of the repository a", "choose another"),
        (PROJECT.format("all", '"a"') * 2, 11, "project 2: the name 'all' is that of project 1", "choose another"),
        (PROJECT.format("all", ""), 9, "project 1: repositories: must not be empty", None),
        (PROJECT.format("../up", '"a"'), 8, "project 1: name: a name is made of letters", None),
        ('[[project]]\nname = "all"\n', 7, "project 1: repositories: is missing", None),
        (PROJECT.format("all", '"a"') + "repository = 1\n", 10, "project 1: unknown key", "did you mean repositories?"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(written, text, line, message, hint):
    error = refusal(written(text))
    assert f":{line}: " in error.message
    assert message in error.message
    assert error.hint == hint
