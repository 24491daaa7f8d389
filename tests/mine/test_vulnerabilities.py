"""CVE numbers in messages."""

import pytest

from analyzer.mine.vulnerabilities import MOST, vulnerabilities


@pytest.mark.parametrize(
    ("message", "found"),
    [
        ("Fixed CVE-2024-12345 -- mitigated it", ["CVE-2024-12345"]),
        ("[3.2.x] Fixed CVE-2021-1234, cve-2021-1235", ["CVE-2021-1234", "CVE-2021-1235"]),
        ("Fixed CVE-2021-1234 and CVE-2021-1234", ["CVE-2021-1234"]),
        ("Fixed a hole\n\nIt is known\nas cve-2021-1234567.\n\nThanks: Ada", ["CVE-2021-1234567"]),
        ("CVE-2021-123", []),
        ("CVE-3021-1234", []),
        ("XCVE-2021-1234", []),
        ("CVE-2021-1234567890", []),
        ("CVE-\u0662\u0660\u0662\u0661-1234", []),
        ("Fixed CVE", []),
    ],
)
def test_numbers_are_read_as_the_programme_writes_them(message, found):
    assert list(vulnerabilities(message)) == found


def test_of_a_long_list_the_first_are_kept():
    message = " ".join(f"CVE-2021-{number:04d}" for number in range(5_000))
    assert vulnerabilities(message) == tuple(f"CVE-2021-{number:04d}" for number in range(MOST))
