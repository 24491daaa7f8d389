"""Code in files without a comment, the longest first."""

from analyzer.measure.metrics.uncommented_code import LEAST_LINES, uncommented_code
from tests.build import facts, file, options

FILES = [
    file("a.py", code=20, blank=3),
    file("deep/b.py", code=30),
    file("c.py", code=500, comment=1),
    file("t.py", scope="tests", code=50),
    file("short.py", code=LEAST_LINES - 1),
]


def measured(files=FILES, **asked):
    return uncommented_code.measure(facts(files=files), options(**asked)).to_dict("records")


def test_the_lines_of_all_such_files_are_summed():
    assert measured() == [{"value": 100, "files": 3, "code": 609}]


def test_by_file_only_these_are_there_the_longest_first():
    assert [(row["path"], row["value"]) for row in measured(by="file")] == [
        ("t.py", 50),
        ("deep/b.py", 30),
        ("a.py", 20),
    ]


def test_by_folder_what_has_none_is_zero():
    assert [(row["folder"], row["value"], row["files"]) for row in measured(by="folder")] == [
        (".", 70, 2),
        ("deep", 30, 1),
    ]
    assert measured([file("c.py", code=500, comment=1)], by="scope") == [
        {"scope": "source", "value": 0, "files": 0, "code": 500}
    ]


def test_a_docstring_is_a_comment_where_the_definition_says_so():
    assert measured([file("a.py", code=20, docstring=1)], by="file") == []
