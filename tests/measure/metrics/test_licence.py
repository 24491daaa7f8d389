"""The licences nearest to the top."""

import pytest

from analyzer.measure.metrics.licence import licence
from tests.build import facts, options


def texts(*pairs):
    return facts(licences=[{"path": path, "licence": name} for path, name in pairs])


@pytest.mark.parametrize(
    ("pairs", "value", "elsewhere"),
    [
        ([("LICENSE", "MIT")], "MIT", 0),
        ([("LICENSE.python", "PSF-2.0"), ("LICENSE", "BSD-3-Clause")], "BSD-3-Clause, PSF-2.0", 0),
        ([("COPYING.LESSER", "LGPL-3.0"), ("LICENSE", "GPL-3.0")], "GPL-3.0, LGPL-3.0", 0),
        ([("COPYING", "MIT"), ("vendor/x/LICENSE", "Apache-2.0")], "MIT", 1),
        ([("docs/license.rst", "MIT"), ("a/b/LICENSE", "Apache-2.0")], "MIT", 1),
        ([("LICENSE", "MIT"), ("LICENSE.txt", "MIT")], "MIT", 0),
        ([], None, 0),
    ],
)
def test_the_texts_nearest_to_the_top_are_named(pairs, value, elsewhere):
    row = licence.measure(texts(*pairs), options()).iloc[0]
    assert (row["value"], row["elsewhere"]) == (value, elsewhere)


def test_every_text_is_there_by_file():
    measured = licence.measure(texts(("a/b", "X"), ("c", "Y"), ("c", "Z")), options(by="file"))
    assert measured.to_dict("list") == {"path": ["c", "c", "a/b"], "value": ["Y", "Z", "X"]}
