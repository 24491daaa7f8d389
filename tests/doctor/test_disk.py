"""There is room, little room, or none."""

import pytest

from analyzer.doctor.checks.disk import CHECK, LITTLE, TOO_LITTLE, judge


@pytest.mark.parametrize(
    ("free", "level"),
    [(0, "failed"), (TOO_LITTLE - 1, "failed"), (TOO_LITTLE, "warning"), (LITTLE - 1, "warning"), (LITTLE, "ok")],
)
def test_free_bytes_are_judged(free, level):
    assert judge(free, "here").level == level


def test_the_disk_of_the_cache_is_looked_at_before_there_is_one(found, tmp_path):
    ((_, words, _),) = found(CHECK)
    assert words.endswith(f" GB are free at {tmp_path}")
