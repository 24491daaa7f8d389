"""CVE numbers in messages."""

import re

from analyzer.measure.metrics.cve_fixes import cve_fixes
from analyzer.model.metric import THIRTY_DAYS
from tests.build import commit, facts, options


def of(*messages):
    """Return facts of commits whose messages, each with its date, name what they name."""
    named = [
        {"commit_id": number, "cve": cve}
        for number, (_, message) in enumerate(messages, 1)
        for cve in re.findall("CVE[0-9-]+", message)
    ]
    commits = [commit(number, on=on) for number, (on, _) in enumerate(messages, 1)]
    return facts(commits=commits, vulnerabilities=named)


def row(made, **asked):
    return cve_fixes.measure(made, options(**asked)).iloc[0].to_dict()


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
