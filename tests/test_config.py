"""The configuration: what it becomes, and what is said when it is wrong."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analyzer.config import adhoc, load, naming
from analyzer.errors import ConfigError
from analyzer.model.quality import Quality

GOOD = """
title = "Two"
output = "out/two.html"
as_of = 2020-07-01

[[repository]]
name = "flask"
url = "https://github.com/pallets/flask"
branch = "main"
exclude = ["docs/**"]

[[repository]]
path = "../django"

[settings]
jobs = 2
definition = "cloc"
"""


@pytest.fixture
def written(tmp_path: Path):
    def write(text: str) -> Path:
        path = tmp_path / "diptych.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def refusal(path: Path) -> ConfigError:
    with pytest.raises(ConfigError) as caught:
        load(path)
    return caught.value


def test_a_whole_configuration_is_read(written, tmp_path):
    configuration = load(written(GOOD))
    flask, django = configuration.repositories
    assert (configuration.title, configuration.as_of, configuration.jobs) == ("Two", "2020-07-01", 2)
    assert configuration.definition == "cloc"
    assert configuration.output == tmp_path / "out/two.html"
    assert (flask.name, flask.location, flask.branch) == ("flask", "https://github.com/pallets/flask", "main")
    assert flask.exclude == ("docs/**",)
    assert django.name == "django"


def test_a_path_is_relative_to_the_folder_of_the_configuration(written, tmp_path):
    _, django = load(written(GOOD)).repositories
    assert Path(django.location).resolve() == tmp_path.parent / "django"


def test_title_and_definition_have_defaults(written):
    configuration = load(written('[[repository]]\nurl = "https://x.org/a"\n[[repository]]\nurl = "https://x.org/b"\n'))
    assert (configuration.title, configuration.definition, configuration.output) == ("a and b", "openhub", None)


def test_the_shipped_configuration_compares_flask_and_django():
    root = Path(__file__).parent.parent
    configuration = load(root / "diptych.toml")
    assert [spec.location for spec in configuration.repositories] == [
        "https://github.com/pallets/flask",
        "https://github.com/django/django",
    ]
    assert configuration.output == root / "reports/flask-vs-django.html"


def test_what_is_not_toml_is_told_with_line_and_key(written):
    path = written('title = "x"\n\n[[repository]]\nurl = https://x\n')
    assert refusal(path).message == f"{path}:4: not valid TOML at 'url': invalid value"


def test_a_text_without_its_end_is_told_at_the_last_line(written):
    path = written('title = "x"\n[[repository]]\nexclude = [\n')
    assert refusal(path).message.startswith(f"{path}:3: not valid TOML at 'exclude'")


def test_an_unknown_key_is_told_with_line_and_near_name(written):
    path = written('[[repository]]\nurl = "https://x/y"\n\n[[repository]]\nurl = "https://x/z"\nbrnach = "main"\n')
    error = refusal(path)
    assert error.message == f"{path}:6: repository 2: unknown key 'brnach'"
    assert error.hint == "did you mean branch?"


def test_all_problems_are_told_in_the_order_of_their_lines(written):
    path = written('titel = "x"\n[[repository]]\nurl = 3\n[settings]\njobs = 0\n')
    error = refusal(path)
    assert error.message == f"{path}:1: unknown key 'titel'"
    assert error.hint == (
        "did you mean title?\n"
        "also line 3: repository 1: url: must be text in quotes\n"
        "also line 5: jobs: must be 1 or more"
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "1: there is no repository to read"),
        ("[settings]\njobs = 1\n", "1: there is no repository to read"),
        ("repository = 3\n", "1: repository: must be a list"),
        ("[[repository]]\nname = 'x'\n", "1: repository 1: needs either url or path, and not both"),
        ("[[repository]]\nurl = 'a'\npath = 'b'\n", "1: repository 1: needs either url or path, and not both"),
        ("[[repository]]\nurl = ''\n", "2: repository 1: url: must not be empty"),
        ("[[repository]]\nurl = 'a'\nexclude = 'b'\n", "3: repository 1: exclude: must be a list"),
        ("[[repository]]\nurl = 'a'\nbranch = '--x'\n", "3: repository 1: branch: no branch begins with a dash"),
        ("repository = ['a']\n", "1: repository 1: must be a table"),
    ],
)
def test_a_wrong_value_is_told_with_its_line(written, text, message):
    path = written(text)
    assert refusal(path).message == f"{path}:{message}"


def test_two_repositories_cannot_have_one_name(written):
    path = written('[[repository]]\nname = "a"\nurl = "u/v"\n[[repository]]\nname = "A"\nurl = "u/w"\n')
    assert refusal(path).message == f"{path}:5: repository 2: the name 'A' is taken by repository 1"


@pytest.mark.parametrize("name", ["../x", "a/b", "-x", ".x", "a\\u0000b", "x" * 81, "a\\nb"])
def test_a_name_that_could_leave_its_folder_is_refused(written, name):
    path = written(f'[[repository]]\nname = "{name}"\nurl = "u/v"\n')
    assert ": repository 1: name: a name is made of" in refusal(path).message


def test_a_missing_file_is_told_with_a_way_out(tmp_path):
    error = refusal(tmp_path / "diptych.toml")
    assert error.message == f"there is no configuration {tmp_path / 'diptych.toml'}"
    assert "diptych compare" in (error.hint or "")


def test_a_folder_and_a_binary_file_are_no_configuration(tmp_path):
    assert refusal(tmp_path).message == f"{tmp_path} is a folder"
    (tmp_path / "x").write_bytes(b"title = '\n\xff'")
    assert refusal(tmp_path / "x").message == f"{tmp_path / 'x'}:2: not UTF-8 text"


def test_a_secret_in_a_url_is_in_no_message(written):
    path = written('[[repository]]\nurl = "https://me:s3cret@x/y"\npath = "z"\nfoo = 1\n')
    error = refusal(path)
    assert "s3cret" not in f"{error.message}{error.hint}"


@pytest.mark.parametrize(
    ("locations", "names"),
    [
        (["https://github.com/pallets/flask.git", "django/django"], ["flask", "django"]),
        (["pallets/flask", "someone/flask"], ["flask", "someone-flask"]),
        (["a/b", "a/b", "a/b"], ["b", "a-b", "b-2"]),
        (["git@example.org:group/thing.git"], ["thing"]),
        (["https://me:token@example.org/x?key=secret"], ["x"]),
        (["/srv/mirrors/flask.git/"], ["flask"]),
        (["/srv/flask/.git"], ["flask"]),
        (["C:\\code\\flask"], ["flask"]),
        (["/"], ["repository"]),
    ],
)
def test_repositories_of_the_command_line_are_named_after_their_last_part(locations, names, tmp_path):
    assert [spec.name for spec in adhoc(locations, base=tmp_path).repositories] == names


def test_this_folder_has_the_name_of_the_folder(tmp_path):
    assert adhoc(["."], base=tmp_path).repositories[0].name == naming.names([(None, str(tmp_path))], tmp_path)[0]


@settings(deadline=None)
@given(st.lists(st.text(max_size=30), min_size=1, max_size=5))
def test_every_name_that_is_made_is_a_name_and_stands_alone(locations):
    made = naming.names([(None, location.replace("\0", "")) for location in locations], Path("/base"))
    assert all(naming.is_name(name) for name in made)
    assert len({name.casefold() for name in made}) == len(made)


def test_the_report_is_named_after_its_repositories(tmp_path):
    assert adhoc(["a/flask", "b/django"], base=tmp_path).report_name == "flask-vs-django.html"
    many = adhoc([f"x/r{number}" for number in range(10)], base=tmp_path)
    assert many.report_name == "r0-vs-r1-vs-r2-vs-7-more.html"


def test_everything_about_quality_is_read_unless_it_is_switched_off(written):
    assert load(written(GOOD)).quality == Quality()
    chosen = load(written(f"{GOOD}\n[quality]\nsurvival = false\ncommits = 50\n")).quality
    assert chosen == Quality(survival=False, commits=50)
    assert not chosen.on("survival")
    assert chosen.on("radon")


def test_a_switch_that_there_is_not_is_refused_with_a_near_name(written):
    error = refusal(written(f"{GOOD}\n[quality]\nsurvial = false\n"))
    assert "unknown key 'survial'" in error.message
    assert error.hint == "did you mean survival?"
