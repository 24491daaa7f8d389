"""What it is mostly written in."""

from __future__ import annotations

import pandas as pd

from analyzer.measure.folding import NOT_KNOWN, one_value
from analyzer.measure.main_languages import code_by_language, main_of
from analyzer.model.frames import Facts
from analyzer.model.metric import Options, metric


@metric(title="Mostly written in", unit="label", needs=("files",), defined=True)
def main_language(facts: Facts, options: Options) -> pd.DataFrame:
    """The language with the most lines of code.

    ## Why it matters
    It is the first thing to know before reading or running the code.

    ## How it is counted
    Lines of code by language under the definition; XML and HTML are passed over, as at Open Hub. The part "share" is
    the language's percentage of the lines of code in all languages, these two among them.

    ## What can mislead
    A large test suite or a copied library can be in another language than what the project is about.
    """
    code = code_by_language(facts, options)
    language = main_of(code)
    if language is None:
        return one_value(None, share=NOT_KNOWN, code=0)
    return one_value(language, share=100.0 * code[language] / code.sum(), code=int(code[language]))
