"""The schema of `diptych.toml` as editors read it: JSON Schema, made of the tables that the file is checked by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from analyzer import registry
from analyzer.config.layouts import SECTIONS
from analyzer.config.meanings import MEANINGS
from analyzer.config.schema import File

FILE = "diptych.schema.json"
_EITHER = {"Repository": ("url", "path"), "AlertTable": ("value", "change"), "ScheduleTable": ("cron", "every")}
"""Tables that need one of two keys, and not both."""


def schema(metrics: Iterable[str], definitions: Iterable[str]) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of the configuration; `metrics` and `definitions` are the known names."""
    names = {
        "settings.definition": sorted(definitions),
        "claim.definition": ["any", *sorted(definitions)],
        "claim.metric": sorted(metrics),
        "alert.metric": sorted(metrics),
        "alert.definition": sorted(definitions),
        "report.sections": registry.names(SECTIONS),
        "report.hidden": registry.names(SECTIONS),
    }
    made = File.model_json_schema(schema_generator=_ForToml)
    tables = made.pop("$defs")
    for name, table in tables.items():
        table["title"] = name.removesuffix("Table")
    # What a validator of ours refuses, as far as a schema can say it.
    for name, pair in _EITHER.items():
        tables[name]["oneOf"] = [{"required": [key]} for key in pair]
    for prefix, table in _tables(made, tables):
        for key, one in table["properties"].items():
            if meaning := MEANINGS.get(f"{prefix}{key}"):
                one["description"] = meaning
            if known := names.get(f"{prefix}{key}"):
                one.get("items", one)["enum"] = known
            if "ge" in one:  # pydantic has no word of JSON Schema for a bound of what may be left out
                one["minimum"] = one.pop("ge")
    head = {"$schema": GenerateJsonSchema.schema_dialect, "title": "diptych.toml"}
    return {**head, "description": "One comparison of git repositories.", **_without_titles(made), "$defs": tables}


def _without_titles(made: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in made.items() if key not in ("title", "description")}


def _tables(made: dict[str, Any], tables: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each table with what stands before its keys: "", "repository.", ..."""
    yield "", made
    for key, one in made["properties"].items():
        reference = one.get("$ref") or one.get("items", {}).get("$ref", "")
        if reference:
            yield f"{key}.", tables[reference.rpartition("/")[2]]


class _ForToml(GenerateJsonSchema):
    """TOML has numbers and dates and no null; a key that is not wanted is left out."""

    def decimal_schema(self, schema: core_schema.DecimalSchema) -> JsonSchemaValue:
        made: JsonSchemaValue = {"type": "number"}
        self.update_with_validations(made, schema, self.ValidationsMapping.numeric)
        return made

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        if schema.get("default") is None or isinstance(schema.get("default"), BaseModel):
            return self.generate_inner(schema["schema"])
        return super().default_schema(schema)

    def field_title_should_be_set(self, schema: object) -> bool:
        return False
