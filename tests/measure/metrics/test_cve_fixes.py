"""CVE numbers in subjects."""

import pytest

from analyzer.measure.metrics.cve_fixes import cve_fixes
from analyzer.model.metric import THIRTY_DAYS
from tests.build import commit, facts, options


def of(*subjects):
    return facts(commits=[commit(n, on=on, subject=subject) for n, (on, subject) in enumerate(subjects, 1)])


def row(made, **asked):
    return cve_fixes.measure(made, options(**asked)).iloc[0].to_dict()


@pytest.mark.parametrize(
    ("subject", "value"),
    [
        ("Fixed CVE-2024-12345 -- mitigated it", 1),
        ("[3.2.x] Fixed CVE-2021-1234, cve-2021-1235", 2),
        ("Fixed CVE-2021-1234 and CVE-2021-1234", 1),
        ("CVE-2021-1234567", 1),
        ("CVE-2021-123", 0),
        ("CVE-3021-1234", 0),
        ("XCVE-2021-1234", 0),
        ("CVE-\u0662\u0660\u0662\u0661-1234", 0),
        ("Fixed CVE", 0),
    ],
)
def test_numbers_are_read_as_the_programme_writes_them(subject, value):
    assert row(of(("2020-06-01", subject)))["value"] == value


def test_a_number_counts_once_and_each_commit_that_names_it():
    made = of(("2019-01-01", "Fixed CVE-2019-0001"), ("2020-06-10", "Added CVE-2019-0001 to the archive"))
    assert row(made) == {"value": 1, "commits": 2}
    assert row(made, window=THIRTY_DAYS) == {"value": 1, "commits": 1}


def test_years_count_a_number_where_it_is_first_named():
    made = of(
        ("2020-06-10", "Added CVE-2018-0001 to the archive"),
        ("2018-01-01", "Fixed CVE-2018-0001"),
        ("2020-06-11", "Fixed CVE-2020-0002"),
    )
    measured = cve_fixes.measure(made, options(by="year"))
    assert measured["value"].tolist() == [1, 0, 1]
    assert measured["commits"].tolist() == [1, 0, 2]
