"""The keys of `diptych.toml`, and what is said when one is wrong."""

from __future__ import annotations

import datetime
import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, NoReturn, Self, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    Field,
    ValidationError,
    field_validator,
    model_validator,
)

from analyzer.config import known, layouts, naming
from analyzer.config.alert_tables import AlertTable, ScheduleTable
from analyzer.config.base import STRICT, Figure, Text, window
from analyzer.config.toml import Place, line_of
from analyzer.errors import ConfigError
from analyzer.model.claim import SCOPES
from analyzer.model.people import IDENTITIES


def _as_text(value: object) -> object:
    # as_of = 2020-07-01 without quotes is a date in TOML; people write it either way.
    return value.isoformat() if isinstance(value, datetime.date) else value


class _Strict(BaseModel):
    model_config = STRICT


def _fit_for_a_head(name: str) -> str:
    if not naming.is_name(name):
        raise ValueError("a name is made of letters, digits, spaces and . _ + -, and begins with a letter or digit")
    return name


Head = Annotated[Text, AfterValidator(_fit_for_a_head)]


class Repository(_Strict):
    """One `[[repository]]`."""

    name: Head | None = None
    url: Text | None = None
    path: Text | None = None
    branch: Text | None = None
    exclude: list[Text] = []

    @field_validator("branch")
    @classmethod
    def _no_option(cls, branch: str | None) -> str | None:
        if branch is not None and branch.startswith("-"):
            raise ValueError("no branch begins with a dash")
        return branch

    @model_validator(mode="after")
    def _one_place(self) -> Self:
        if (self.url is None) == (self.path is None):
            raise ValueError("needs either url or path, and not both")
        return self


class ProjectTable(_Strict):
    """One `[[project]]`: repositories that are one column."""

    name: Head
    repositories: list[Text] = Field(min_length=1)


class ClaimTable(_Strict):
    """One `[[claim]]`."""

    text: Text
    repository: Text
    metric: Text
    value: Figure
    name: Text | None = None
    operator: Literal["=", "<", "<=", ">", ">="] = "="
    tolerance: Annotated[Figure | None, Field(ge=0)] = None
    definition: Text = "any"
    scope: Literal[*tuple(SCOPES)] = "all"  # type: ignore[valid-type]
    window: Text = "all"
    identity: Literal[*tuple(IDENTITIES)] = "openhub"  # type: ignore[valid-type]
    relative_to: Text | None = None
    date: Annotated[Text | None, BeforeValidator(_as_text)] = None
    said_by: str = ""
    source: str = ""
    pair: str = ""
    must_hold: bool = False

    @field_validator("window")
    @classmethod
    def _a_span(cls, span: str) -> str:
        return window(span)

    @field_validator("name")
    @classmethod
    def _fit_for_an_anchor(cls, name: str | None) -> str | None:
        if name is not None and not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name):
            raise ValueError("a claim's name is made of small letters, digits and dashes within")
        return name


class Settings(_Strict):
    """`[settings]`: how to work, not what to compare."""

    jobs: Annotated[int, Field(ge=1, le=1024)] | None = None
    definition: Text | None = None


class ReportTable(_Strict):
    """`[report]`: the report itself, its sections, and what becomes of earlier ones."""

    title: Text | None = None
    sections: Annotated[list[Text], Field(min_length=1)] | None = None
    hidden: list[Text] = []
    keep: Annotated[int, Field(ge=0)] = 30
    shelf: bool | None = None


class QualityTable(_Strict):
    """`[quality]`: which parts of the code's quality are read, and how far back."""

    radon: bool = True
    changes: bool = True
    coupling: bool = True
    survival: bool = True
    evolution: bool = True
    duplicates: bool = True
    months: Annotated[int, Field(ge=1)] = 12
    commits: Annotated[int, Field(ge=1)] = 500


class PeopleTable(_Strict):
    """`[people]`: a mailmap of the user's own, and what programs are called, beside what Diptych knows."""

    mailmap: Text | None = None
    bots: list[Text] = []
    assistants: list[Text] = []


class PersonTable(_Strict):
    """One `[[person]]`."""

    name: Text
    aliases: list[Text] = Field(min_length=1)


class File(_Strict):
    """The whole file."""

    title: Text | None = None
    output: Text | None = None
    as_of: Annotated[Text | None, BeforeValidator(_as_text)] = None
    repository: list[Repository] = Field(min_length=1)
    project: list[ProjectTable] = []
    settings: Settings = Settings()
    report: ReportTable = ReportTable()
    quality: QualityTable = QualityTable()
    people: PeopleTable = PeopleTable()
    person: list[PersonTable] = []
    claim: list[ClaimTable] = []
    alert: list[AlertTable] = []
    schedule: ScheduleTable | None = None


_TABLES: Mapping[str, type[BaseModel]] = {
    "repository": Repository,
    "project": ProjectTable,
    "settings": Settings,
    "report": ReportTable,
    "quality": QualityTable,
    "people": PeopleTable,
    "person": PersonTable,
    "claim": ClaimTable,
    "alert": AlertTable,
    "schedule": ScheduleTable,
}
_WORDS = {
    "missing": "is missing",
    "string_type": "must be text in quotes",
    "string_too_short": "must not be empty",
    "int_type": "must be a whole number",
    "list_type": "must be a list",
    "too_short": "must not be empty",
    "is_instance_of": "must be a number",
    "decimal_type": "must be a number",
    "finite_number": "must be a number",
    "bool_type": "must be true or false",
    "model_type": "must be a table",
}

_BRACKETS = {
    "list_type": ("[[", "]]", "two brackets: there may be several"),
    "model_type": ("[", "]", "one bracket: there is one of it"),
}
"""What is said of a table where a list of tables belongs, and the reverse."""

Model = TypeVar("Model", bound=BaseModel)

_TOLD = 20
"""So many problems are told beside the first."""


def check(kind: type[File], content: Mapping[str, Any], path: Path, text: str) -> File:
    """Return the content as the schema's values; raises ConfigError with line and key of every problem."""
    try:
        written = kind.model_validate(content)
    except ValidationError as error:
        _refuse(path, text, [_problem(one["type"], one["loc"], one["msg"], one["input"]) for one in error.errors()])
    names = [one.name for one in written.repository]
    taken: list[tuple[Place, str, str]] = [
        (("repository", index, "name"), f"the name {names[index]!r} is taken by repository {earlier + 1}", "")
        for index, earlier in naming.duplicates(names)
    ]
    sections = layouts.problems(written.report.sections or (), written.report.hidden)
    problems = [*taken, *sections, *known.problems(written)]
    if problems:
        _refuse(path, text, problems)
    return written


def _problem(kind: str, place: Place, message: str, given: object) -> tuple[Place, str, str]:
    """Return where, what, and what to do about it (or nothing)."""
    key = str(place[-1]) if place else ""
    if kind in _BRACKETS and len(place) == 1 and key in _TABLES:
        left, right, words = _BRACKETS[kind]
        return place, f"{key}: {_WORDS[kind]}", f"write {left}{key}{right}, in {words}"
    if place == ("repository",):
        return place, "there is no repository to read", 'add one: [[repository]] with url = "https://..."'
    if kind == "extra_forbidden":
        keys = list(_TABLES[str(place[0])].model_fields if len(place) > 1 else File.model_fields)
        return place, f"unknown key {key!r}", _near(key, keys) or f"known: {', '.join(keys)}"
    words = _WORDS.get(kind, message.removeprefix("Value error, "))
    if kind == "greater_than_equal":
        words = f"must be {message.rpartition(' ')[2]} or more"
    if kind == "less_than_equal":
        words = f"must be {message.rpartition(' ')[2]} or less"
    if kind == "literal_error":
        words = f"must be {message.removeprefix('Input should be ')}"
    hint = _near(str(given), re.findall(r"'([^']+)'", message)) if kind == "literal_error" else ""
    return place, words if isinstance(place[-1], int) else f"{key}: {words}", hint


def _near(word: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(word, list(known), n=1)
    return f"did you mean {near[0]}?" if near else ""


def _refuse(path: Path, text: str, problems: list[tuple[Place, str, str]]) -> NoReturn:
    told = sorted((line_of(text, place), f"{_owner(place)}{what}", hint) for place, what, hint in problems)
    (line, message, hint), *others = told
    raise ConfigError(f"{path}:{line}: {message}", hint="\n".join(_hints(hint, others)) or None)


def _hints(first: str, others: list[tuple[int, str, str]]) -> Iterator[str]:
    if first:
        yield first
    for line, message, hint in others[:_TOLD]:
        yield f"also line {line}: {message}{f' ({hint})' if hint else ''}"
    if len(others) > _TOLD:
        yield f"and {len(others) - _TOLD} more"


def _owner(place: Place) -> str:
    if (
        place[:1] in (("repository",), ("project",), ("person",), ("claim",), ("alert",))
        and len(place) > 1
        and isinstance(place[1], int)
    ):
        return f"{place[0]} {place[1] + 1}: "
    return ""
