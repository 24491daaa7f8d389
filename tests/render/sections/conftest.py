"""What tests of sections share."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from analyzer.model.blocks import Block, Section
from analyzer.model.comparison import Comparison
from tests import gold
from tests.render import build


@pytest.fixture
def check_gold(request: pytest.FixtureRequest) -> Callable[[Section], None]:
    """Compare the blocks of a section, for two small repositories, with their gold."""

    def check(section: Section) -> None:
        text = as_json(section.blocks(small()))
        gold.compare(text, f"sections/{section.name}.json", update=request.config.getoption("--update-gold"))

    return check


def small() -> Comparison:
    return build.judged(build.comparison(months=14, commits=4))


def as_json(blocks: Sequence[Block]) -> str:
    def plain(value: Any) -> Any:
        if dataclasses.is_dataclass(value) and not isinstance(value, type):
            fields = {field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
            return {"kind": type(value).__name__, **{name: item for name, item in fields.items() if item != []}}
        if isinstance(value, tuple | list):
            return [plain(item) for item in value]
        return {key: plain(item) for key, item in value.items()} if isinstance(value, dict) else value

    return json.dumps(plain(list(blocks)), indent=1, ensure_ascii=False) + "\n"
