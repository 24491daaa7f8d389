"""The schema that editors read is that of this version, or the check says how to write it."""

import json

import pytest

from analyzer.config import published
from analyzer.doctor.checks.editors import CHECK
from analyzer.stages import measurement


@pytest.fixture
def named(tmp_path):
    (tmp_path / "diptych.toml").write_text("#:schema ./diptych.schema.json\n")
    return tmp_path / "diptych.schema.json"


def made() -> dict[str, object]:
    return published.schema(measurement.metrics(), measurement.definitions())


def test_that_of_this_version_is_good(found, named):
    named.write_text(json.dumps(made()))
    assert found(CHECK) == [("ok", "diptych.schema.json is the schema of this version", "")]


@pytest.mark.parametrize(
    ("content", "words"), [(None, "cannot be read"), ("{", "cannot be read"), ("{}", "is of another version")]
)
def test_any_other_is_a_warning_with_the_command(found, named, content, words):
    if content is not None:
        named.write_text(content)
    ((level, told, advice),) = found(CHECK)
    assert (level, told) == ("warning", f"./diptych.schema.json, which the first line names, {words}")
    assert advice.endswith("diptych config schema > ./diptych.schema.json")


def test_a_folder_that_is_not_there_is_not_written_to(found, tmp_path):
    (tmp_path / "diptych.toml").write_text("#:schema ./gone/diptych.schema.json\n")
    ((level, _, advice),) = found(CHECK)
    assert (level, advice.split(",")[1]) == ("warning", " diptych config schema > diptych.schema.json")


@pytest.mark.parametrize(
    "first", ["", "title = 'x'\n", "#:schema https://example.org/schema.json\n", "#:schema ./x;touch\n"]
)
def test_a_configuration_that_names_no_file_is_no_mistake(found, tmp_path, first):
    (tmp_path / "diptych.toml").write_text(first)
    assert found(CHECK) == []


def test_no_configuration_is_for_another_check_to_tell(found):
    assert found(CHECK) == []
