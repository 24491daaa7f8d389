"""Names of tags read as versions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.measure.versions import Version, releases, version
from tests.build import at, facts

NUMBER = st.integers(0, 999)


@pytest.mark.parametrize(
    ("name", "project", "numbers", "kind"),
    [
        ("1.0", "", (1, 0, 0, 0), "major"),
        ("v1.2.0", "", (1, 2, 0, 0), "minor"),
        ("V1.2.3", "", (1, 2, 3, 0), "patch"),
        ("1.2.3.4", "", (1, 2, 3, 4), "patch"),
        ("0.1", "", (0, 1, 0, 0), "minor"),
        ("v250", "", (250, 0, 0, 0), "major"),
        ("release-1.2", "", (1, 2, 0, 0), "minor"),
        ("rel_1_4_0", "", (1, 4, 0, 0), "minor"),
        ("releases/v1.2", "", (1, 2, 0, 0), "minor"),
        ("project-1.2", "project", (1, 2, 0, 0), "minor"),
        ("my-project-1.2.3", "my-project", (1, 2, 3, 0), "patch"),
        ("pkg@1.2.3", "pkg", (1, 2, 3, 0), "patch"),
        ("@scope/pkg@1.2.3", "@scope/pkg", (1, 2, 3, 0), "patch"),
        ("1.2-final", "", (1, 2, 0, 0), "minor"),
        ("1.2.post1", "", (1, 2, 0, 0), "patch"),
        ("v1.0.0+build.5", "", (1, 0, 0, 0), "major"),
        ("1.2rc1", "", (1, 2, 0, 0), "pre-release"),
        ("1.7c2", "", (1, 7, 0, 0), "pre-release"),
        ("1.10a1", "", (1, 10, 0, 0), "pre-release"),
        ("1.2.0-beta.1", "", (1, 2, 0, 0), "pre-release"),
        ("1.2.0-anything.else", "", (1, 2, 0, 0), "pre-release"),
        ("v1.2.3-SNAPSHOT", "", (1, 2, 3, 0), "pre-release"),
        ("django-1.2-alpha-1", "django", (1, 2, 0, 0), "pre-release"),
    ],
)
def test_a_name_that_spells_a_version_is_one(name, project, numbers, kind):
    found = version(name)
    assert (found.project, found.numbers, found.kind) == (project, numbers, kind)


@pytest.mark.parametrize(
    "name",
    ["", "nightly", "1.2.x", "0.12.x", "archive/attic/gis", "build-123", "20200101", "1", "1.2.3.4.5", "٣.١", "v1..2"],
)
def test_other_names_are_none(name):
    assert version(name) is None


@pytest.mark.parametrize("name", ["a-" * 100_000, "1." * 5_000_000, "v1.0" + "-a" * 98, "a.1-" * 49 + "1.x"])
def test_hostile_names_are_read_at_once(name):
    version(name)


@given(NUMBER, NUMBER, NUMBER, st.sampled_from(["", "v", "V", "release-", "rel_", "version-"]))
def test_prefixes_say_nothing(first, second, third, prefix):
    assert version(f"{prefix}{first}.{second}.{third}") == Version("", (first, second, third, 0), "")


def test_one_version_counts_once_by_its_earliest_tag():
    tags = [("v1.0", "2020-03-01"), ("1.0.0", "2020-02-01"), ("other-1.0", "2020-02-02"), ("1.0.post1", "2020-02-03")]
    found = releases(facts(tags=[{"name": name, "time": at(on)} for name, on in tags]))
    assert found["name"].tolist() == ["1.0.0", "other-1.0", "1.0.post1"]


def test_tags_without_a_date_that_can_be_true_are_left_out():
    assert len(releases(facts(tags=[{"name": "1.0", "time": 0}, {"name": "1.1", "time": at("2021-01-01")}]))) == 0
