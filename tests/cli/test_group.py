"""The command `diptych` itself: global options, help, completion."""

import subprocess
import sys

import pytest

import analyzer
from analyzer.cli.group import COMMANDS

HEAVY = ("pandas", "sqlalchemy", "pydantic", "rich", "pygit2", "altair", "jinja2", "numpy")


def test_the_version_is_told(pipeline, diptych):
    assert diptych("--version").out == f"diptych {analyzer.__version__}\n"


def test_without_words_the_help_is_shown(pipeline, diptych):
    ran = diptych()
    assert ran.code == 0
    assert ran.out == diptych("--help").out


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_every_command_has_an_example_and_says_what_every_option_is_for(pipeline, diptych, name):
    from analyzer.cli.group import diptych as group

    text = diptych(name, "--help").out
    assert f"Examples:\n    diptych {name}" in text
    command = group.get_command(None, name)
    assert [one.name for one in command.params if one.param_type_name == "option" and not one.help] == []


def test_no_line_of_the_list_of_commands_is_cut_short(pipeline, diptych):
    commands = diptych("--help").out.partition("Commands:")[2]
    assert [line for line in commands.splitlines() if line.endswith("...")] == []


def test_help_imports_nothing_heavy():
    code = f"""
import sys
from analyzer.cli.boundary import guarded
guarded(["--help"])
sys.exit(", ".join(sorted(set(sys.modules) & set({HEAVY!r}))) or 0)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_package_can_be_run_as_a_module():
    done = subprocess.run([sys.executable, "-m", "analyzer", "--version"], capture_output=True, text=True)
    assert done.stdout == f"diptych {analyzer.__version__}\n"


def test_the_workspace_comes_from_the_option_else_the_environment_else_here(configured, pipeline, diptych, monkeypatch):
    def root(*words):
        diptych(*words, "refresh", "a/b")
        return pipeline.session.workspace.root

    assert root() == configured
    monkeypatch.setenv("DIPTYCH_HOME", str(configured / "home"))
    assert root() == configured / "home"
    assert root("--workspace", "other") == configured / "other"


def test_jobs_come_from_the_option_else_the_configuration_else_the_machine(configured, pipeline, diptych):
    from analyzer.cli.globals import cores

    diptych("refresh")
    assert pipeline.session.jobs == cores()
    with (configured / "diptych.toml").open("a") as file:
        file.write("[settings]\njobs = 7\n")
    diptych("refresh")
    assert pipeline.session.jobs == 7
    diptych("--jobs", "3", "refresh")
    assert pipeline.session.jobs == 3


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script_for_the_shell(pipeline, diptych, shell):
    out = diptych("completion", shell).out
    assert "_DIPTYCH_COMPLETE" in out


def test_the_shell_is_offered_commands_and_names_of_shelves():
    environment = {"_DIPTYCH_COMPLETE": "bash_complete", "COMP_WORDS": "diptych re", "COMP_CWORD": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "analyzer"], env=environment, capture_output=True, text=True, check=False
    )
    assert done.stdout.split() == ["plain,report", "plain,refresh"]
