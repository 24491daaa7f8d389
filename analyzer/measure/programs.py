"""Commits by programs, and commits that say that artificial intelligence helped."""

from __future__ import annotations

import re

import numpy as np

from analyzer.measure.identities import Recorded
from analyzer.measure.windows import Mask
from analyzer.model.frames import Facts
from analyzer.model.identity import Identity, account, parsed
from analyzer.model.people import Patterns, People

NAMING = frozenset({"co-authored-by", "co-developed-by"})
"""Trailers that name people and assistants alike."""
TELLING = frozenset(
    {"ai-assisted-by", "ai-assistant", "ai-generated-by", "assisted-by", "generated-by", "generated-with"}
)
"""Trailers that are there to tell of tools, and name people only by the way."""
_TOOLS = re.compile(
    r"\b(ai|aider|amazon q|amp|chatgpt|claude|cline|codeium|codex|copilot|cursor|deepseek|devin|gemini|gpt|grok|jules|"
    r"kimi|llama|llm|mistral|openai|opencode|openhands|qwen|windsurf)\b",
    re.IGNORECASE,
)
_LONGEST = 500


def is_program(who: Identity, patterns: Patterns) -> bool:
    """Whether a name, an address, or the login in a forge's no-reply address fits one of the patterns."""
    forge = account(who.email)
    return patterns.match([*filter(None, (*who, forge.login if forge else ""))])


def program_patterns(people: People) -> Patterns:
    """Return what programs are called: bots, and assistants, who are nobody either."""
    return Patterns((*people.assistants, *people.bots))


def are_programs(recorded: Recorded, people: People) -> Mask:
    """Return for each event whether a program is behind it."""
    patterns = program_patterns(people)
    which = np.array([is_program(who, patterns) for who in recorded.identities], np.bool_)
    mask: Mask = which[recorded.codes]
    return mask


def assisted(facts: Facts, people: People) -> Mask:
    """Return for each commit whether it says that an assistant took part: as its author, or in a trailer."""
    patterns = Patterns(people.assistants)
    commits, trailers = facts["commits"], facts["trailers"]
    authors = Recorded.of(commits["author_name"], commits["author_email"])
    mine = np.array([is_program(who, patterns) for who in authors.identities], np.bool_)[authors.codes]
    keys = trailers["key"].str.lower()
    telling = trailers[keys.isin(NAMING | TELLING)]
    said = {
        pair: _tells(*pair, patterns) for pair in dict.fromkeys(zip(keys[telling.index], telling["value"], strict=True))
    }
    named = [
        commit
        for commit, key, value in zip(telling["commit_id"], keys[telling.index], telling["value"], strict=True)
        if said[key, value]
    ]
    mask: Mask = mine | commits["commit_id"].isin(named).to_numpy()
    return mask


def _tells(key: str, value: str, patterns: Patterns) -> bool:
    who = parsed(value)
    if is_program(who, patterns):
        return True
    # Who has an address that is no assistant's is a person, whatever the name: some are called Claude.
    return key in TELLING and not who.email and "@" not in value and _TOOLS.search(value[:_LONGEST]) is not None
