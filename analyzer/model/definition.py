"""A published definition of "comment": arithmetic on the line vector."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Form = Mapping[str, int]
"""A linear form: line-vector field -> coefficient."""


def equation(form: Form) -> str:
    """Return a form as people write it: "code + string - slashes", what is added first; "0" if it is empty."""
    signed = sorted(((sign, name) for name, sign in form.items() if sign), key=lambda pair: pair[0] < 0)
    terms = [
        ("- " if sign < 0 else "+ ") + (name if abs(sign) == 1 else f"{abs(sign)} {name}") for sign, name in signed
    ]
    return " ".join(terms).removeprefix("+ ") or "0"


@dataclass(frozen=True, slots=True)
class Rule:
    """How a definition divides lines."""

    code: Form
    comment: Form
    blank: Form


@dataclass(frozen=True, slots=True)
class Definition:
    """One published definition, declared by one file of `count/definitions/`."""

    module: str
    """`__name__` of the file; the last part is the definition's name."""
    title: str
    """Who publishes it ("Open Hub (ohcount)")."""
    formula: str
    """The ratio in words."""
    docstrings: str
    """What happens to docstrings, in a few words; likewise below."""
    blanks: str
    trailing: str
    strings: str
    source: str
    """Where the definition was read: document or source file and version."""
    rule: Rule
    """For every language without an entry in `by_language`."""
    by_language: Mapping[str, Rule] = field(default_factory=dict)
    languages: frozenset[str] | None = None
    """The languages that the tool counts; None for all that we know."""
    numerator: Form | None = None
    """Of the ratio, on the line vector; None for the rule's comment lines."""
    denominator: Form | None = None
    """Of the ratio; None for the rule's code plus comment lines."""
    per_code: bool = False
    """Whether the ratio sets comment against the rule's code alone, where `denominator` is None."""
    variant: str = ""
    """Empty for the main one; else what is added to the name ("docstrings" makes `tokei-docstrings`)."""
    variants: tuple[Definition, ...] = ()
    """Other published forms by the same tool, each with `variant` set."""
    counts_docstrings: bool = True
    """Whether docstrings are comments here: for the sentence about rankings."""

    @property
    def name(self) -> str:
        """What users call it."""
        base = self.module.rpartition(".")[2]
        return f"{base}-{self.variant}" if self.variant else base

    def rule_for(self, language: str) -> Rule:
        """Return the rule for a language."""
        return self.by_language.get(language, self.rule)
