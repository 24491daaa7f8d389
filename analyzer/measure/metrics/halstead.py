"""Halstead's measures: how much there is to read, counted in operators and operands."""

from __future__ import annotations

import pandas as pd

from analyzer.measure.folding import key_columns
from analyzer.measure.radon_files import python_files, sums
from analyzer.model.frames import Facts
from analyzer.model.metric import Options, metric

_SECONDS_A_STEP = 18
"""Stroud's number: so many mental steps a second."""


@metric(title="Halstead volume", unit="bits", needs=("radon",), by=("file", "folder", "scope"))
def halstead(facts: Facts, options: Options) -> pd.DataFrame:
    """The Halstead volume of Python files by Radon, in bits, with effort, time and "bugs".

    ## Why it matters
    It measures the size of a program without its layout, and others' reports and the maintainability index use it.

    ## How it is counted
    The totals of `radon hal`, summed over files: the volume of a file is N log2(n), of N operators and operands in all
    and n different ones; its effort is volume times difficulty, the time, in seconds, effort / 18, "bugs" volume /
    3,000. By file also what these are made of: N1 operators (h1 different ones), N2 operands (h2), vocabulary, length,
    calculated length and difficulty. One value is that of the scope `source`; by file, folder and scope every Python
    file is there.

    ## What can mislead
    Radon takes arithmetic, comparisons and logic for operators, and neither calls, assignments nor statements: much
    code has a volume of 0. "Bugs" and time are guesses of 1977 about other languages, kept as a curiosity; nobody has
    found that they hold.
    """
    files = python_files(facts, options)
    files = files.assign(
        time=files["effort"] / _SECONDS_A_STEP,
        vocabulary=files["distinct_operators"] + files["distinct_operands"],
        length=files["operators"] + files["operands"],
    )
    summed = ["volume", "operators", "operands", "length", "effort", "time", "bugs", "files", "not_parsed"]
    own = ["distinct_operators", "distinct_operands", "vocabulary", "calculated_length", "difficulty"]
    total = sums(files, options.by, [*summed, *(own if options.by == "file" else [])])
    keys = key_columns(options.by)
    total["value"] = total["volume"].where(total["files"] > 0)
    return total[[*keys, "value", *(name for name in total.columns if name not in {*keys, "value", "volume"})]]
