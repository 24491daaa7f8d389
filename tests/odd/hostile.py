"""Troubles that somebody made on purpose: names that are code somewhere, trees that git would not write."""

from __future__ import annotations

from tests.odd.troubles import trouble
from tests.repos import EPOCH, RepoBuilder, submodule, symlink

WORDS = (
    "<script>alert(1)</script>",
    "</script><img src=x onerror=alert(1)>",
    "'; DROP TABLE commits; --",
    '" OR 1=1 --',
    "=HYPERLINK(1)",
    "+1+1",
    "-2+3",
    "@SUM(1)",
    "$(touch canary)",
    "`touch canary`",
    "|touch canary",
    "; touch canary #",
    "\x1b]0;title\x07\x1b[2J\x1b[31m",
    "\u202egnp.exe\u202c",
    "\u2066\u200f\u061c",
    "[a](javascript:alert(1)) | ![b](http://example.invalid/)",
    "# *a* _b_ ~~c~~",
    "{{ 7 * 7 }}{% raw %}",
    "%s%n%x",
    "a\rb",
    "\x7f\x01\x02\u0085\u2028",
    "--output=canary",
    "[bold red]rich[/]",
    "\u200b",
)
"""Each means something to a browser, a database, a spreadsheet, a shell, a terminal, Markdown, a template or Rich."""


@trouble
def hostile_names(repo: RepoBuilder) -> None:
    """People, files, messages, tags and branches named like code."""
    for number, word in enumerate(WORDS):
        address = word.replace("<", "(").replace(">", ")").replace("\n", "")
        by = f"{word.replace('<', '(').replace('>', ')')} <{address}@example.org>"
        message = f"{word}\n\nCo-authored-by: {by}\n{word}: {word}\n"
        name = word.replace("/", "\u2215")
        mark = repo.commit(
            {f"{name}.py": f"# {word}\nx{number} = 1\n", f"{name}/a.js": "//x\n"}, by=by, message=message
        )
        if number in (0, 2, 4, 8, 9):
            repo.tag(word.replace("/", "-").replace(" ", "_"), mark, annotated=number % 4 == 0, message=word)


@trouble
def hostile_author_markup(repo: RepoBuilder) -> None:
    """Markup, quotes and formulas as a name and as an address, brackets and all."""
    repo.commit({"a.py": "x = 1\n"})
    for word in (
        b"<script>alert(1)</script>",
        b'"><svg onload=alert(1)>',
        b"=1+1",
        b"\x1b[2J",
        b"a\xffb",
        b"\xe2\x80\xae",
    ):
        repo.strange_commit(b"%s <%s> 1577836800 +0000" % (word, word), message=b"%s\n" % word)


@trouble
def control_paths(repo: RepoBuilder) -> None:
    """A file for every control character, direction mark and quote, and names as long as a tree can hold."""
    letters = [
        *map(chr, (*range(1, 32), 127, *range(128, 160))),
        *"\u200e\u200f\u202a\u202e\u2066\u2069\u2028\u061c'\"\\",
    ]
    repo.commit({f"a{letter}b.py": f"x = {number}  # one\n" for number, letter in enumerate(letters)})
    long = {
        "n" * 255 + ".py": "x = 1\n",
        "é" * 2000 + ".py": "x = 2\n",
        "/".join(["d" * 200] * 30) + "/a.py": "x = 3\n",
    }
    repo.commit(long)
    repo.commit({"a" + "~" * 3_000: "x = 1\n", "a.py" + ".in" * 1_000: "x = 1\n"})
    repo.commit(
        {"\\..\\..\\canary.py": "x = 1\n", "C:\\canary.py": "x = 1\n", "~/canary.py": "x = 1\n", ":(top)a.py": "1\n"}
    )


@trouble
def climbing_paths(repo: RepoBuilder) -> None:
    """Trees with `..`, `.`, `.git` and slashes as names: git would neither write nor check them out."""
    repo.commit({"a.py": "x = 1\n"})
    for name in (b"..", b".", b".git", b"b/c", b"/etc", b"GIT~1"):
        repo.strange_tree((b"100644", b"a.py", b"x = 1\n"), (b"100644", name, b"y = %d\n" % len(name)))
    repo.strange_tree((b"40000", b"..", ((b"40000", b"..", ((b"100644", b"canary.py", b"x = 1  # out\n"),)),)))
    repo.strange_tree((b"40000", b".git", ((b"100644", b"config", b"[core]\n\tfsmonitor = touch canary\n"),)))


@trouble
def nameless_entry(repo: RepoBuilder) -> None:
    """A tree with a name of no letters, which git refuses to read at all."""
    repo.commit({"a.py": "x = 1\n"})
    repo.strange_tree((b"100644", b"", b"x = 1\n"))


@trouble
def odd_modes(repo: RepoBuilder) -> None:
    """Modes that old or hostile programs wrote: group-writable files, none at all, bits of every kind."""
    repo.commit({"a.py": "x = 1\n"})
    modes = (b"100664", b"100600", b"100777", b"0100644", b"100000", b"120777")
    repo.strange_tree(*((mode, b"m%d.py" % number, b"x = %d\n" % number) for number, mode in enumerate(modes)))
    repo.strange_tree((b"100664", b"m0.py", b"x = 0\ny = 1\n"), (b"0", b"none.py", b"x = 1\n"))


@trouble
def twice_the_same_path(repo: RepoBuilder) -> None:
    """A tree that names a file twice, and one that is not sorted."""
    repo.commit({"a.py": "x = 1\n"})
    repo.strange_tree((b"100644", b"a.py", b"x = 1\n"), (b"100644", b"a.py", b"y = 2\nz = 3\n"))
    repo.strange_tree((b"100644", b"z.py", b"x = 1\n"), (b"100644", b"a.py", b"y = 2\n"))


@trouble
def deep_folders(repo: RepoBuilder) -> None:
    """A file below nine hundred folders."""
    place = "/".join(["d"] * 900)
    repo.commit({f"{place}/a.py": "x = 1\n", "b.py": "# b\n"})
    repo.commit({f"{place}/a.py": None, f"{place}/b.py": "x = 1\n"})


WHENS = (
    b"-1 +0000",
    b"-9223372036854775808 +0000",
    b"4133980800 +1400",
    b"9223372036854775807 -0000",
    b"99999999999999999999999 +0000",
    b"253402300800 +9999",
    b"1577836800 -9999",
    b"1577836800 +2147483647",
    b"1577836800 -99999999999999999999",
    b"0 +0000",
)


@trouble
def extreme_dates(repo: RepoBuilder) -> None:
    """Times before 1970 and after 2100, at the ends of what a number holds, in zones that are none."""
    repo.commit({"a.py": "x = 1\n"})
    for number, when in enumerate(WHENS):
        repo.strange_commit(b"Ada %d <ada%d@example.org> %s" % (number, number, when), committed=when)


@trouble
def dates_before_1970(repo: RepoBuilder) -> None:
    """A whole history that is older than the clock of computers."""
    for year in range(3):
        repo.commit({"a.py": "x = 1\n" * (year + 1)}, time=-86_400 * 365 * (10 - year))


@trouble
def dates_after_2100(repo: RepoBuilder) -> None:
    """A whole history that has not happened yet."""
    for year in range(3):
        repo.commit({"a.py": "x = 1\n" * (year + 1)}, time=4_133_980_800 + 86_400 * 365 * year)


@trouble
def hostile_attributes(repo: RepoBuilder) -> None:
    """A .gitattributes with filters, drivers, macros, markup and lines without end."""
    rules = (
        "* filter=evil diff=evil merge=evil export-subst text eol=crlf working-tree-encoding=UTF-7\n"
        "[attr]binary -binary linguist-generated\n"
        "*.py linguist-language=<script>alert(1)</script>\n"
        "../../canary linguist-generated\n"
        "[attr]evil evil\n"
        '"unfinished linguist-vendored\n'
        "*.js linguist-generated=\x1b[31m\n"
        f"{'*' * 3000} linguist-vendored\n"
        f"{'a' * 200_000} linguist-vendored\n"
    )
    repo.commit({".gitattributes": rules, "a.py": "# a\nx = 1\n", "b.js": "// b\nx\n"})
    repo.commit({"deep/.gitattributes": b"\0\xff\xfe* binary\n", "deep/a.py": "x = 1\n"})
    repo.commit({".gitattributes": symlink("/etc/passwd"), "a.py": "# a\nx = 2\n"})


@trouble
def hostile_mailmap(repo: RepoBuilder) -> None:
    """A .mailmap with rings, markup, no names, no addresses, and bytes of every kind."""
    lines = (
        b"A <a@example.org> <b@example.org>\nB <b@example.org> <a@example.org>\n"
        b"<script>alert(1)</script> <c@example.org> <d@example.org>\n"
        b"<> <>\n<\n>\nName\n# comment\n = <=1+1> <a@example.org>\n\xff\xfe <\xff> <\xff>\n"
        b"\x1b[2J <e@example.org> \x1b[31m <f@example.org>\n\0\n" + b"x" * 100_000 + b"\n"
    )
    for number in range(3):
        repo.commit({"a.py": "x\n" * (number + 1)}, by=f"{'abc'[number]} <{'abc'[number]}@example.org>")
    repo.commit({".mailmap": lines})


@trouble
def mailmap_is_a_link(repo: RepoBuilder) -> None:
    """A .mailmap, .gitattributes and .gitmodules that lead out of the repository, and a .mailmap that is a folder."""
    repo.commit({name: symlink("../../../../etc/passwd") for name in (".mailmap", ".gitattributes", ".gitmodules")})
    repo.commit(
        {"a.py": "x = 1\n", ".mailmap": None, ".mailmap/a": "A <a@example.org>\n", ".git-blame-ignore-revs/x": "1\n"}
    )


@trouble
def hostile_submodules(repo: RepoBuilder) -> None:
    """A .gitmodules with helper transports, options as addresses, and places outside."""
    modules = (
        '[submodule "a"]\n\tpath = a\n\turl = ext::sh -c touch% canary\n'
        '[submodule "../../b"]\n\tpath = ../../b\n\turl = --upload-pack=touch canary\n'
        '[submodule "c"]\n\tpath = -c\n\turl = file:///etc\n\tupdate = !touch canary\n'
        "[core]\n\tfsmonitor = touch canary\n\tsshCommand = touch canary\n[include]\n\tpath = /etc/passwd\n"
    )
    repo.commit({".gitmodules": modules, "a": submodule("1" * 40), "-c": submodule("2" * 40), "a.py": "x = 1\n"})
    repo.commit({".git-blame-ignore-revs": "--output=canary\n" + "f" * 40 + "\n" + "../../x\n" * 50, "a.py": "x = 2\n"})


@trouble
def odd_refs(repo: RepoBuilder) -> None:
    """Tags that look like branches, hashes, options, dates and versions without end."""
    first = repo.commit({"a.py": "x = 1\n"})
    repo.commit({"a.py": "x = 2\n"}, branch="refs/heads/main", parents=(first,))
    second = repo.commit({"a.py": "x = 3\n"})
    for number, name in enumerate(
        ("main", "HEAD", "1" * 40, "2020-01-01", "v" + "9" * 200, "1." * 60 + "1", "v1.0-é\u202e", "heads/main")
    ):
        repo.tag(
            name, second if number % 2 else first, annotated=bool(number % 2), day=400_000 if number == 3 else None
        )


@trouble
def ring_of_copies(repo: RepoBuilder) -> None:
    """The same lines in many files that move on in every commit: what renames and survival are slow on."""
    text = "".join(f"x{line} = {line}\n" for line in range(200))
    names = [f"f{number}.py" for number in range(40)]
    repo.commit(dict.fromkeys(names, text))
    for turn in range(3):
        repo.commit({**dict.fromkeys(names), **{f"t{turn}{name}": f"{text}y = {turn}\n" for name in names}})
        names = [f"t{turn}{name}" for name in names]


@trouble
def one_second(repo: RepoBuilder) -> None:
    """A hundred commits at the same second, some by people who share name or address."""
    for number in range(100):
        by = f"{'Ada' if number % 3 else 'ada'} <{'a' if number % 5 else 'A'}@example.org>"
        repo.commit({"a.py": f"x = {number}\n"}, time=EPOCH, by=by)


@trouble
def symlink_loops(repo: RepoBuilder) -> None:
    """Links to themselves, to each other, to the folder they lie in, and through a link that leads out."""
    repo.commit({
        "a.py": "# a\nx = 1\n",
        "self.py": symlink("self.py"),
        "one.py": symlink("two.py"),
        "two.py": symlink("one.py"),
        "here": symlink("."),
        "folder/up": symlink(".."),
        "folder/round.py": symlink("up/folder/round.py"),
        "out": symlink("../../../../../../etc"),
        "deep.py": symlink("/".join(["here"] * 1_000) + "/a.py"),
        "long.py": symlink("x" * 100_000),
        "nul.py": symlink(b"a\0b.py"),
        "proc.py": symlink("/proc/self/environ"),
        "zero.py": symlink("/dev/zero"),
        "LICENSE": symlink("/dev/zero"),
        ".mailmap": symlink(".mailmap"),
        ".gitattributes": symlink("/dev/zero"),
    })  # fmt: skip
    repo.commit({"one.py": "x = 1\n", "self.py": symlink("one.py")})
    repo.commit({"here": None, "here/b.py": "y = 1\n"})


@trouble
def names_of_other_systems(repo: RepoBuilder) -> None:
    """Names that mean devices, streams or the same file on other systems, and letters that are written in two ways."""
    names = (
        "CON.py",
        "aux",
        "nul.py",
        "COM1.js",
        "a.py:stream",
        "trail.py.",
        "space.py ",
        "A.PY",
        "a.py",
        "*?.py",
        "~1",
    )
    repo.commit({name: f"# {number}\nx = {number}\n" for number, name in enumerate(names)})
    repo.commit(
        {"caf\u00e9.py": "x = 1\n", "cafe\u0301.py": "y = 2\n", "\ufeff.py": "z = 3\n", "\ud7ff\ue000.py": "1\n"}
    )
    repo.commit({"caf\u00e9.py": None, "cafe\u0301.py": "y = 2\nz = 3\n"}, by="Jose\u0301 <jose@example.org>")
    repo.commit({"b.py": "x = 1\n"}, by="Jos\u00e9 <jose@example.org>")


@trouble
def huge_messages(repo: RepoBuilder) -> None:
    """A subject of a megabyte without an end, and thousands of trailers, headers and references in a message."""
    repo.commit({"a.py": "x = 1\n"}, message="s" * 1_000_000)
    repo.commit({"a.py": "x = 2\n"}, message="Subject\n\n" + "Co-authored-by: B <b@example.org>\n" * 5_000)
    repo.commit(
        {"a.py": "x = 3\n"}, message="Fix " + " ".join(f"#{number} CVE-2020-{number:04}" for number in range(5_000))
    )
    repo.commit({"a.py": "x = 4\n"}, message="Subject\n\n" + "Key: value\n  folded\n" * 5_000 + "\n" * 5_000)
    repo.commit({"a.py": "x = 5\n"}, by="N" * 10_000 + " <" + "e" * 10_000 + "@example.org>", message=": " * 50_000)


@trouble
def many_parents(repo: RepoBuilder) -> None:
    """A merge of a hundred, one of a commit with itself, and merges that meet again and again."""
    base = repo.commit({"a.py": "x = 1\n"})
    arms = [repo.commit({f"b{arm}.py": f"x = {arm}\n"}, parents=(base,), branch=f"b{arm}") for arm in range(100)]
    repo.commit({f"b{arm}.py": f"x = {arm}\n" for arm in range(100)}, parents=(base, *arms))
    left, right = repo.commit({"l.py": "x = 1\n"}), repo.commit({"r.py": "x = 1\n"}, parents=(base,), branch="right")
    for turn in range(40):
        # A graph with as many ways from one end to the other as two to the power of the merges.
        left, right = (
            repo.commit({"l.py": f"x = {turn}\n"}, parents=(left, right)),
            repo.commit({"r.py": f"x = {turn}\n"}, parents=(right, left), branch="right"),
        )


@trouble
def pointers_to_what_is_not_there(repo: RepoBuilder) -> None:
    """What git-lfs, git-annex and partial checkouts leave in the place of a file."""
    pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:" + "4" * 64 + "\nsize 99999999999\n"
    repo.commit(
        {"big.py": pointer, "a.py": "# a\nx = 1\n", ".gitattributes": "*.bin filter=lfs diff=lfs merge=lfs -text\n"}
    )
    repo.commit({"annexed.py": symlink(".git/annex/objects/aa/bb/SHA256E-s1--" + "0" * 64), "big.py": pointer + "x\n"})
    repo.commit({"big.py": "# now it is one\nx = 1\n"})
