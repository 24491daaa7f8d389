"""People counted as git's own commands count them: with and without mailmaps, merges and trailers."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from analyzer.measure.credit import credited, credits_of
from analyzer.measure.identities import grouping, mailmap
from analyzer.measure.proposals import proposals
from analyzer.model.commit import Commit
from analyzer.model.frames import Facts
from analyzer.model.identity import Identity
from analyzer.model.mailmap import Mailmap, decoded
from analyzer.model.moment import Moment
from analyzer.model.people import People
from tests.against_git.checks import _text, all_commits
from tests.build import Row, options, rows_as_table
from tests.repos import git

_PLAIN = ("-c", "mailmap.file=", "-c", "i18n.logOutputEncoding=UTF-8")

Check = Callable[[Path], None]


def facts_of(git_dir: Path) -> Facts:
    """Return what the rules for people read, straight from the history."""
    history = all_commits(git_dir)
    text = _mailmap_of(git_dir)
    tables = {
        "commits": rows_as_table("commits", [_row(number, one) for number, one in enumerate(history, 1)]),
        "trailers": rows_as_table("trailers", [
            {"commit_id": number, "key": key, "value": value}
            for number, one in enumerate(history, 1) for key, value in one.trailers
        ]),
        "mailmap": rows_as_table("mailmap", [{"text": text}] if text else []),
    }  # fmt: skip
    last = history[-1]
    return Facts("one", Moment(last.sha, last.committer.time, 0, last.committer.time), tables)


def _row(number: int, one: Commit) -> Row:
    return {
        "commit_id": number,
        "sha": one.sha,
        "author_name": one.author.name,
        "author_email": one.author.email,
        "author_time": one.author.time,
        "committer_name": one.committer.name,
        "committer_email": one.committer.email,
        "commit_time": one.committer.time,
        "parents": len(one.parents),
    }


def _mailmap_of(git_dir: Path) -> str:
    listed = git(git_dir, "ls-tree", "HEAD", ".mailmap")
    return decoded(git(git_dir, "cat-file", "blob", "HEAD:.mailmap")) if listed.startswith(b"100") else ""


def shortlog(git_dir: Path, *words: str) -> Counter[str]:
    """Return person -> commits, as `git shortlog -s` prints them."""
    found: Counter[str] = Counter()
    for line in git(git_dir, *_PLAIN, "shortlog", "-s", *words, "HEAD").splitlines():
        number, _, person = line.partition(b"\t")
        found[_text(person)] += int(number)
    return found


def by_us(facts: Facts, *, mapped: bool = True, **chosen: object) -> Counter[str]:
    """Return the same for raw identities, or what the mailmap makes of them, with no rule beyond that."""
    given = credits_of(facts, options(**chosen))
    known = mailmap(facts, options(**chosen)) if mapped else Mailmap()
    who = [known.proper(one) for one in given.recorded.identities]
    pairs = {(row, who[code]) for row, code in zip(given.rows.tolist(), given.recorded.codes[given.kept], strict=True)}
    return Counter(_written(one) for _, one in pairs)


def _written(who: Identity) -> str:
    return f"{who.name} <{who.email}>" if who.email else who.name


def counts(git_dir: Path) -> None:
    facts = facts_of(git_dir)
    for merges, words in ((True, ()), (False, ("--no-merges",))):
        number = int(git(git_dir, "rev-list", "--count", *words, "HEAD"))
        assert len(credits_of(facts, options(merges=merges)).commits) == number


def people_with_the_mailmap(git_dir: Path) -> None:
    facts = facts_of(git_dir)
    for merges, words in ((True, ()), (False, ("--no-merges",))):
        expected = shortlog(git_dir, "-e", *words)
        assert _closed(by_us(facts, merges=merges)) == _closed(expected)
        assert _people(facts, "mailmap", merges=merges) == len(expected)


def people_without_the_mailmap(git_dir: Path) -> None:
    facts = facts_of(git_dir)
    expected = (
        shortlog(git_dir, "-e", "--group=format:%an <%ae>") if _modern(git_dir) else _logged(git_dir, "%an <%ae>")
    )
    assert _closed(by_us(facts, mapped=False)) == _closed(expected)
    assert _people(facts, "raw") == len(expected)


def committers(git_dir: Path) -> None:
    facts = facts_of(git_dir)
    assert _closed(by_us(facts, credit="committer")) == _closed(shortlog(git_dir, "-e", "-c"))


def authors_and_co_authors(git_dir: Path) -> None:
    facts = facts_of(git_dir)
    groups = ("--group=author", "--group=trailer:co-authored-by")
    assert _closed(by_us(facts, credit="co-authors")) == _closed(shortlog(git_dir, "-e", *groups))


def names_as_open_hub_tells_them(git_dir: Path) -> None:
    facts = facts_of(git_dir)
    recorded = {(one or email) for one, email in (line.split("\x00") for line in _logged(git_dir, "%an%x00%ae"))}
    assert _people(facts, "openhub") == len(recorded)


def every_identity_as_check_mailmap(git_dir: Path) -> None:
    facts = facts_of(git_dir)
    recorded = [who for who in credits_of(facts, options()).recorded.identities if _plain(who)]
    asked = "".join(f"{_written(who)}\n" for who in recorded)
    printed = git(git_dir, *_PLAIN, "check-mailmap", "--stdin", stdin=asked.encode()).decode().splitlines()
    known = mailmap(facts, options())
    assert [f"{one.name} <{one.email}>".lstrip() for one in map(known.proper, recorded)] == printed


def proposals_make_git_count_as_folding_does(git_dir: Path) -> None:
    facts = facts_of(git_dir)
    chosen = options(identity="folded")
    found = grouping(facts, chosen, credits_of(facts, chosen).recorded.counts())
    if not all(_plain(who) for who in found.identities):
        return
    with tempfile.NamedTemporaryFile(suffix=".mailmap") as file:
        text = proposals(found, mailmap(facts, chosen))
        Path(file.name).write_text(text, encoding="utf-8")
        printed = git(git_dir, *_PLAIN, "-c", f"mailmap.file={file.name}", "shortlog", "-sne", "HEAD").splitlines()
    assert len(printed) == len(found.proper)
    assert _people(facts, "mailmap", people=People(mailmap=text)) == len(printed)


def _people(facts: Facts, identity: str, **chosen: object) -> int:
    return len(credited(facts, options(identity=identity, **chosen)).persons.names)


def _logged(git_dir: Path, form: str) -> Counter[str]:
    lines = git(git_dir, *_PLAIN, "log", f"--format={form}%x01", "HEAD").split(b"\x01\n")[:-1]
    return Counter(_text(line) for line in lines)


def _modern(git_dir: Path) -> bool:
    version = git(git_dir, "--version").split()[2].decode().split(".")
    return (int(version[0]), int(version[1])) >= (2, 39)


def _closed(found: Mapping[str, int]) -> Mapping[str, int]:
    """Return the counts with "Name <>" written as "Name", as a co-author without an address is."""
    total: Counter[str] = Counter()
    for person, number in found.items():
        total[person.removesuffix(" <>").lstrip()] += number
    return total


def _plain(who: Identity) -> bool:
    return (
        bool(who.email)
        and not any(sign in part for part in who for sign in "<>\n\0\r")
        and who.name.strip() == who.name
    )


CHECKS: Sequence[Check] = (
    counts,
    people_with_the_mailmap,
    people_without_the_mailmap,
    committers,
    authors_and_co_authors,
    names_as_open_hub_tells_them,
    every_identity_as_check_mailmap,
    proposals_make_git_count_as_folding_does,
)
