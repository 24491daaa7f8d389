"""Which parts of the facts are read, and when."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import MappingProxyType, SimpleNamespace

import pytest

from analyzer import pipeline
from analyzer.errors import ConfigError
from analyzer.model.quality import Quality
from analyzer.model.repository import RepositorySpec
from analyzer.session import Session
from analyzer.stages import preparing
from analyzer.stages.part import Part
from analyzer.stages.preparing import absent, outstanding, prepare, require
from tests.repos import RepoBuilder


class Reading:
    """Two parts, of which the slow one has a switch, and what was read of them."""

    def __init__(self) -> None:
        self.read: list[str] = []
        self.parts = MappingProxyType({"quick": self.part("quick"), "slow": self.part("slow", "survival", late=True)})

    def part(self, name: str, switch: str = "", *, late: bool = False) -> Part:
        def there(*_: object) -> bool:
            return name in self.read or not late

        return Part(name, (name,), "1", lambda *_: self.read.append(name), switch, late, there)


@pytest.fixture
def reading(monkeypatch: pytest.MonkeyPatch) -> Reading:
    made = Reading()
    monkeypatch.setattr(preparing, "parts", lambda: made.parts)
    return made


PLACE = SimpleNamespace(read=SimpleNamespace(mirror=SimpleNamespace(carried=None)))


def test_a_slow_part_is_read_when_asked_for_only(session: Session, reading: Reading) -> None:
    prepare(session, None, [PLACE])
    assert reading.read == ["quick"]
    assert outstanding(session, None, PLACE)
    assert absent(session, None, PLACE) == {"slow"}
    prepare(session, None, [PLACE], late=True)
    assert reading.read == ["quick", "quick", "slow"]
    assert not outstanding(session, None, PLACE)
    assert absent(session, None, PLACE) == frozenset()


def test_only_parts_that_are_needed_are_read(session: Session, reading: Reading) -> None:
    prepare(session, None, [PLACE], {"slow", "commits"}, late=True)
    assert reading.read == ["slow"]


def test_what_a_process_can_begin_with_is_begun_first_and_read_last_where_all_is_read(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    early = Part("early", ("early",), "1", lambda *_: told.append("read early"), ahead=lambda *_: told.append("begun"))
    made = MappingProxyType({"early": early, "quick": Part("quick", ("quick",), "1", lambda *_: told.append("quick"))})
    monkeypatch.setattr(preparing, "parts", lambda: made)
    prepare(session, None, [PLACE])
    assert told == ["begun", "quick", "read early"]
    told.clear()
    prepare(session, None, [PLACE], {"early"})
    assert told == ["read early"]


def test_what_is_switched_off_is_absent_and_never_read(session: Session, reading: Reading) -> None:
    off = replace(session, quality=Quality(survival=False))
    prepare(off, None, [PLACE], late=True)
    assert reading.read == ["quick"]
    assert not outstanding(off, None, PLACE)
    assert absent(off, None, PLACE) == {"slow"}
    with pytest.raises(ConfigError, match="half_life is not read, since survival is switched off") as caught:
        require(off.quality, "half_life", ["slow"])
    assert caught.value.hint == "write survival = true under [quality] in the configuration"


def test_every_switch_of_a_part_is_one_of_the_configuration() -> None:
    for part in preparing.parts().values():
        assert Quality().on(part.switch)


def test_catching_up_reads_slow_parts_once(tmp_path: Path, session: Session, reading: Reading) -> None:
    builder = RepoBuilder(tmp_path / "one.git")
    builder.commit({"a.py": "a = 1\n"}, day=1)
    spec = RepositorySpec("one", builder.build().as_uri())
    assert pipeline.catch_up(session, [spec], base=tmp_path, as_of=None)
    assert "slow" in reading.read
    assert not pipeline.catch_up(session, [spec], base=tmp_path, as_of=None)


def test_tables_that_are_only_used_are_read_where_they_are_there() -> None:
    assert preparing.optional(["edits", "renames"], {"edits"}) == {"renames"}
