"""A host that cannot be reached: an earlier state is exit code 4, carried facts are none, and every command agrees."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.faults.scene import history
from tests.hostile.place import Place
from tests.repos import RepoBuilder

ADDRESS = "http://forge.example/a/one.git"


class Forge:
    """A host that is reached, or not, by what git's own configuration says."""

    def __init__(self, config: Path, builder: RepoBuilder) -> None:
        self.config, self.builder = config, builder
        self.reach(True)

    def reach(self, there: bool) -> None:
        place = self.builder.path.as_uri() if there else "http://127.0.0.1:9/one"
        self.config.write_text(f'[url "{place}"]\n\tinsteadOf = {ADDRESS}\n')


@pytest.fixture
def forge(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Forge:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    monkeypatch.setattr("analyzer.acquire.transfer._LONGEST_WAIT", 0.01)
    builder = history(tmp_path / "one.git", commits=4)
    builder.build()
    return Forge(tmp_path / "gitconfig", builder)


QUICK = "[quality]\n" + "".join(
    f"{part} = false\n" for part in ("radon", "changes", "coupling", "survival", "evolution", "duplicates")
)
CONFIGURATIONS = {
    "alone": f'[[repository]]\nname = "one"\nurl = "{ADDRESS}"\n',
    "in a project": (
        f'[[repository]]\nname = "one"\nurl = "{ADDRESS}"\n[[repository]]\nname = "two"\nurl = "TWO"\n'
        '[[project]]\nname = "both"\nrepositories = ["one", "two"]\n'
    ),
}


@pytest.fixture(params=CONFIGURATIONS)
def place(request: pytest.FixtureRequest, tmp_path: Path, forge: Forge) -> Place:
    made = Place(tmp_path)
    made.workspace.mkdir()
    two = history(tmp_path / "two.git", commits=3).build().as_uri()
    made.configure(QUICK + CONFIGURATIONS[request.param].replace("TWO", two))
    return made


def carried_away(place: Place) -> Path:
    """Export the facts, and forget all else."""
    path = place.root / "one.facts"
    assert place.run("facts", "export", "one", str(path)).code == 0
    for one in (place.workspace / "cache").iterdir():
        one.rename(place.root / f"old-{one.name}")
    return path


@pytest.mark.slow
@pytest.mark.parametrize("way", ["imported", "bundled"])
def test_carried_facts_are_exit_0_of_every_command(place: Place, forge: Forge, way: str) -> None:
    path = carried_away(place)
    forge.reach(False)
    if way == "imported":
        assert place.run("facts", "import", str(path)).code == 0
    else:
        (place.workspace / "cache" / "bundled").mkdir()
        path.rename(place.workspace / "cache" / "bundled" / "one.facts")
    for words in (["refresh"], ["run"], ["refresh"], ["report"], ["run"]):
        ran = place.run(*words)
        assert ran.code == 0, ran.err
        assert "error: " not in ran.err
        if words != ["report"]:
            assert f"from {way} facts; forge.example could not be reached" in ran.err
        if words == ["refresh"]:
            assert "From facts that were carried here: one" in ran.out
    (visit, *_) = json.loads(place.run("history", "--json").out)[0]["repositories"]
    assert visit["outcome"] == "not updated"


@pytest.mark.slow
def test_a_mirror_that_cannot_be_updated_is_exit_4_of_every_command_that_updates(place: Place, forge: Forge) -> None:
    assert place.run("refresh").code == 0
    forge.reach(False)
    for words, code in ((["refresh"], 4), (["run"], 4), (["refresh"], 4), (["report"], 0)):
        ran = place.run(*words)
        assert ran.code == code, ran.err
        assert ("error: one could not be brought up to date" in ran.err) == (code == 4)
    forge.reach(True)
    assert place.run("refresh").code == 0
    assert place.run("run").code == 0
