"""Who counts as one person, and who as a program: the rules that are applied to recorded identities."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

IDENTITIES: Mapping[str, str] = {
    "raw": "name and e-mail as recorded, as `git shortlog -sne` does without a mailmap",
    "openhub": "the author name alone, or the e-mail where it is empty, as Open Hub does",
    "email": "the e-mail address, whatever its case",
    "mailmap": "name and e-mail as the repository's .mailmap has them, as `git shortlog -sne` does with it",
    "folded": "the mailmap, then one address, one account of a forge, or one full name at one domain",
}
"""The rules that tell people apart, the most literal first."""

CREDITS = ("author", "committer", "co-authors")
"""Whom a commit counts for: its author, its committer, or its author and all that its trailers name as co-authors."""

BOTS = ("with", "without", "only")
"""What becomes of programs among people."""

_LONGEST = 500
"""Characters of a name or address that patterns look at."""

DEFAULT_BOTS = (
    "*[bot]",
    "*-bot",
    "allcontributors*",
    "bors",
    "codecov-io",
    "dependabot*",
    "github-actions*",
    "greenkeeper*",
    "hosted weblate",
    "imgbot*",
    "mergify*",
    "noreply@github.com",
    "pre-commit-ci*",
    "pyup.io bot",
    "renovate",
    "snyk bot",
    "transifex-integration*",
    "weblate",
)
"""Programs that commit by themselves; "noreply@github.com" is the committer of what is merged on that site."""

DEFAULT_ASSISTANTS = (
    "aider (*",
    "*@aider.chat",
    "amp@ampcode.com",
    "chatgpt-codex-connector*",
    "codex@openai.com",
    "noreply@openai.com",
    "noreply@anthropic.com",
    "copilot",
    "github copilot",
    "copilot@github.com",
    "copilot-swe-agent*",
    "cursoragent@cursor.com",
    "devin-ai-integration*",
    "gemini-code-assist*",
    "gemini-cli*",
    "google-labs-jules*",
    "jules[bot]",
    "openhands@all-hands.dev",
    "noreply@opencode.ai",
    "qwen-coder@alibabacloud.com",
    "sweep-ai*",
)
"""Assistants of artificial intelligence, by what they call themselves in commits and trailers.

Where a name is also that of people (Claude, Devin), only the address tells."""


@dataclass(frozen=True)
class Patterns:
    """Names and addresses with `*` for anything, whatever their case; "!" before one takes it out again."""

    patterns: tuple[str, ...]

    def match(self, texts: Iterable[str]) -> bool:
        """Whether the last pattern that fits one of the texts is not one with "!"."""
        looked_at = [text[:_LONGEST] for text in texts]
        for negative, form in reversed(self._groups):
            if any(form.fullmatch(text) for text in looked_at):
                return not negative
        return False

    @cached_property
    def _groups(self) -> list[tuple[bool, re.Pattern[str]]]:
        """The patterns, those of one kind that follow each other as one expression."""
        runs: list[tuple[bool, list[str]]] = []
        for pattern in self.patterns:
            negative = pattern.startswith("!")
            literal = _expression(pattern.removeprefix("!"))
            if not runs or runs[-1][0] != negative:
                runs.append((negative, []))
            runs[-1][1].append(literal)
        return [(negative, re.compile("|".join(forms), re.IGNORECASE | re.DOTALL)) for negative, forms in runs]


def _expression(pattern: str) -> str:
    """Return the pattern as a regular expression that takes no longer for having many stars."""
    first, *rest = (re.escape(part) for part in pattern.split("*"))
    if not rest:
        return first
    # Once a part is found, no later place for it could help: so nothing is tried twice.
    return first + "".join(f"(?>.*?{part})" for part in rest[:-1] if part) + f".*{rest[-1]}"


@dataclass(frozen=True, slots=True)
class Alias:
    """One person as the user knows them."""

    name: str
    aliases: tuple[str, ...] = ()
    """Names, addresses, or "Name <address>"."""


@dataclass(frozen=True, slots=True)
class People:
    """What the user says about people: `[people]` and `[[person]]` of the configuration."""

    mailmap: str = ""
    """Text of the user's own mailmap, whose entries win over the repository's."""
    bots: tuple[str, ...] = DEFAULT_BOTS
    """Patterns, as in `Patterns`."""
    assistants: tuple[str, ...] = DEFAULT_ASSISTANTS
    """Likewise."""
    persons: tuple[Alias, ...] = field(default=())
