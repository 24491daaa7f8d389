"""Figures by git and the shell alone: command lines that a metric names as its receipt.

A command line is made of words of ours, a commit's hash (or a shell variable that holds it) and whole numbers: nothing
that a repository says is part of it. It runs in a clone, with no more than git and POSIX's awk, sort, uniq, grep, head,
tail, wc and tr, and prints one number.
"""

from __future__ import annotations

import re
from functools import wraps

from analyzer.measure.windows import bounds, whole
from analyzer.model.metric import TWELVE_MONTHS, Options, Plain
from analyzer.model.trunk_time import EARLIEST

_COMMIT = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}|\$C")
_YEAR = 31_556_952
"""Seconds of 365.2425 days."""
_UNIQUE = "LC_ALL=C sort -u | wc -l"
# Renames as Diptych finds them, whatever the user's configuration says.
_DIFF = "-M -l1000 --diff-algorithm=myers"
# Identity rule -> what git prints of each commit's author, and what awk makes of that.
_NAMED = {
    "raw": ("%an <%ae>", "$2"),
    "openhub": ("%an%x09%ae", '$2==""?$3:$2'),
    "mailmap": ("%aN <%aE>", "$2"),
}


def _of_people(plain: Plain) -> Plain:
    """Return the same for the rules that git itself can follow: it knows nothing of what the user says about people."""

    @wraps(plain)
    def checked(commit: str, end: int, options: Options) -> str:
        told = options.people.persons or options.people.mailmap
        return plain(commit, end, options) if options.identity in _NAMED and not told else ""

    return checked


def all_commits(commit: str, end: int, options: Options) -> str:
    """Count commits by author date."""
    if whole(options.window):
        return f"git rev-list --count {_checked(commit)}"
    return f"{_times(commit)} | awk '{_inside(options, end)}' | wc -l"


def at_dates(tail: str) -> Plain:
    """Return what hands the believable author dates, sorted, to the end of a pipeline; `{end}` in that is the end."""

    def plain(commit: str, end: int, _options: Options) -> str:
        return f"{_times(commit)} | awk '$1>={EARLIEST} && $1<={end:d}' | sort -n | {tail.replace('{end}', str(end))}"

    return plain


def years(commit: str, end: int, options: Options) -> str:
    """Reckon the age from the first believable date."""
    return at_dates(f"""awk 'NR==1 {{printf "%.6f\\n", ({{end}}-$1)/{_YEAR}}}'""")(commit, end, options)


def longest_gap(commit: str, end: int, options: Options) -> str:
    """Find the longest span without a commit, in days."""
    longest = "NR>1 && $1-last>most {most=$1-last} {last=$1}"
    tail = 'if ({end}-last>most) most={end}-last; printf "%.6f\\n", most/86400'
    return at_dates(f"awk '{longest} END {{{tail}}}'")(commit, end, options)


def commit_change(commit: str, end: int, _options: Options) -> str:
    """Set the commits of twelve months against those of the twelve before, in percent."""
    middle, start = _years_back(end)
    counted = f"$1>{middle} && $1<={end:d} {{now++}} $1>{start} && $1<={middle} {{then++}}"
    return f"""{_times(commit)} | awk '{counted} END {{printf "%.6f\\n", 100*(now-then)/then}}'"""


@_of_people
def people_change(commit: str, end: int, options: Options) -> str:
    """Set the authors of twelve months against those of the twelve before, in percent."""
    middle, start = _years_back(end)
    counted = f"$1>{middle} && $1<={end:d} && !now[who]++ {{a++}} $1>{start} && $1<={middle} && !then[who]++ {{b++}}"
    return _by_author(commit, options, f"""{counted} END {{printf "%.6f\\n", 100*(a-b)/b}}""")


@_of_people
def all_people(commit: str, end: int, options: Options) -> str:
    """Count different authors."""
    if whole(options.window):
        log = _log(commit, options, _NAMED[options.identity][0])
        if options.identity != "openhub":
            return f"{log} | {_UNIQUE}"
        log = _log(commit, options, "x%x09%an%x09%ae")
        return f"{log} | awk -F'\\t' '{{print ({_NAMED['openhub'][1]})}}' | {_UNIQUE}"
    return f"{_by_author(commit, options, f'{_inside(options, end)} {{print who}}')} | {_UNIQUE}"


@_of_people
def team(commit: str, end: int, options: Options) -> str:
    """Count different authors of twelve months."""
    return f"{_by_author(commit, options, f'{_year(end)} {{print who}}')} | {_UNIQUE}"


@_of_people
def newcomers(commit: str, end: int, options: Options) -> str:
    """Count authors whose first believable commit lies in the window."""
    first = f"$1>={EARLIEST} && $1<={end:d} && (!(who in first) || $1<first[who]) {{first[who]=$1}}"
    after = EARLIEST - 1 if whole(options.window) else bounds(options.window, end)[0]
    return _by_author(commit, options, f"{first} END {{for (w in first) if (first[w]>{after}) n++; print n+0}}")


@_of_people
def mean_commits(commit: str, end: int, options: Options) -> str:
    """Divide commits by their authors."""
    counted = f'{_inside(options, end)} {{n++; if (!seen[who]++) p++}} END {{printf "%.6f\\n", n/p}}'
    return _by_author(commit, options, counted)


@_of_people
def half_of_commits(commit: str, end: int, options: Options) -> str:
    """Count the people whom half of the commits take, those with most first."""
    most = "{n[NR]=$1; all+=$1} END {for (i=1; 2*sum<all; i++) sum+=n[i]; print i-1}"
    return f"{_shares(commit, end, options)} | sort -rn | awk '{most}'"


@_of_people
def gini(commit: str, end: int, options: Options) -> str:
    """Reckon the Gini index of commits by author, in percent."""
    index = '{ranked+=NR*$1; all+=$1} END {printf "%.6f\\n", 100*(2*ranked-(NR+1)*all)/(NR*all)}'
    return f"{_shares(commit, end, options)} | sort -n | awk '{index}'"


def lines(column: int) -> Plain:
    """Return what sums a column of `--numstat`: 1 for lines added, 2 for lines removed."""

    def plain(commit: str, end: int, options: Options) -> str:
        keep, log = _changes(commit, end, options, "--numstat")
        rule = f"{keep} {{sum+=${column}}}" if keep else f"{{sum+=${column}}}"
        return f"""{log} | awk '{rule} END {{printf "%.0f\\n", sum}}'"""

    return plain


def paths(commit: str, end: int, options: Options) -> str:
    """Count the different paths that commits changed."""
    keep, log = _changes(commit, end, options, "--name-only")
    return f"{log} | awk '{keep or 'NF'}' | {_UNIQUE}"


def median_size(commit: str, end: int, options: Options) -> str:
    """Find the median of lines added plus lines removed."""
    log = f"git log --no-merges {_DIFF} --numstat --format=%x09%at {_checked(commit)}"
    inside = _inside(options, end).replace("$1", "$2") or "1"
    each = f"/^\\t/ {{if (on) print sum; on=({inside}); sum=0; next}} {{sum+=$1+$2}} END {{if (on) print sum}}"
    middle = "{n[NR]=$1} END {print (n[int((NR+1)/2)]+n[int(NR/2)+1])/2}"
    return f"{log} | awk -F'\\t' '{each}' | sort -n | awk '{middle}'"


def named_cves(commit: str, _end: int, options: Options) -> str:
    """Count the different CVE numbers in messages."""
    if not whole(options.window):
        return ""
    number = "(^|[^0-9a-z])cve-(19|20)[0-9]{2}-[0-9]{4,9}([^0-9]|$)"
    found = f"git log --format=%B {_checked(commit)} | tr A-Z a-z | grep -oE '{number}'"
    return f"{found} | grep -oE 'cve-[0-9]+-[0-9]+' | {_UNIQUE}"


def _checked(commit: str) -> str:
    if not _COMMIT.fullmatch(commit):
        raise ValueError("a command is made for a whole hash")
    return commit


def _times(commit: str) -> str:
    return f"git log --format=%at {_checked(commit)}"


def _log(commit: str, options: Options, form: str) -> str:
    mailmap = f'-c "mailmap.blob={_checked(commit)}:.mailmap" ' if options.identity == "mailmap" else ""
    return f"git {mailmap}log --format='{form}' {_checked(commit)}"


def _by_author(commit: str, options: Options, program: str) -> str:
    """Return what runs an awk program on each commit, with its author's time in $1 and its author in `who`."""
    form, who = _NAMED[options.identity]
    return f"{_log(commit, options, f'%at%x09{form}')} | awk -F'\\t' '{{who=({who})}} {program}'"


def _shares(commit: str, end: int, options: Options) -> str:
    """Return what prints each author's number of commits."""
    counted = f"{_inside(options, end)} {{n[who]++}} END {{for (w in n) print n[w]}}"
    return _by_author(commit, options, counted)


def _inside(options: Options, end: int) -> str:
    if whole(options.window):
        return ""
    after, until = bounds(options.window, end)
    return f"$1>{after} && $1<={until}"


def _year(end: int) -> str:
    return f"$1>{bounds(TWELVE_MONTHS, end)[0]} && $1<={end:d}"


def _years_back(end: int) -> tuple[int, int]:
    middle, _ = bounds(TWELVE_MONTHS, end)
    return middle, bounds(TWELVE_MONTHS, middle)[0]


def _changes(commit: str, end: int, options: Options, what: str) -> tuple[str, str]:
    """Return a condition for the lines that count, empty for all, and what prints them.

    Where there is a window, a line with a tab and the author's time stands before each commit's.
    """
    log = f"git log --no-merges {_DIFF} {what}"
    if whole(options.window):
        return "", f"{log} --format= {_checked(commit)}"
    inside = _inside(options, end)
    return f"/^\\t/ {{on=({inside}); next}} on && NF", f"{log} --format=%x09%at {_checked(commit)}"
