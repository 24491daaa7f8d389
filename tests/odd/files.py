"""Troubles with files: names, modes, links, renames, binary content."""

from __future__ import annotations

from tests.odd.troubles import trouble
from tests.repos import RepoBuilder, executable, submodule, symlink


@trouble
def rename_chain(repo: RepoBuilder) -> None:
    """One file under three names, and back to the first."""
    text = "".join(f"line {number}\n" for number in range(20))
    repo.commit({"a.py": text})
    repo.commit({"a.py": None, "b.py": text + "more\n"})
    repo.commit({"b.py": None, "folder/c.py": text + "more\nand more\n"})
    repo.commit({"folder/c.py": None, "a.py": text})


@trouble
def rename_swap(repo: RepoBuilder) -> None:
    """Two files change names in one commit."""
    one, two = ("".join(f"{word} {number}\n" for number in range(20)) for word in ("one", "two"))
    repo.commit({"a.py": one, "b.py": two})
    repo.commit({"a.py": two, "b.py": one})
    repo.commit({"a.py": None, "b.py": None, "c.py": two, "d.py": one})


@trouble
def case_only_rename(repo: RepoBuilder) -> None:
    """A name that changes in case only, and two that differ in nothing else."""
    text = "".join(f"line {number}\n" for number in range(9))
    repo.commit({"readme.md": text})
    repo.commit({"readme.md": None, "README.md": text})
    repo.commit({"readme.md": "another\n"})


@trouble
def submodules(repo: RepoBuilder) -> None:
    """A submodule added, moved on, replaced by files, and put back."""
    repo.commit({".gitmodules": '[submodule "lib"]\n\tpath = lib\n\turl = https://example.org/lib\n', "a": "1\n"})
    repo.commit({"lib": submodule("1" * 40)})
    repo.commit({"lib": submodule("2" * 40)})
    repo.commit({"lib": None, "lib/file.py": "x\n"})
    repo.commit({"lib/file.py": None, "lib": submodule("3" * 40)})


@trouble
def symlinks(repo: RepoBuilder) -> None:
    """A symbolic link that becomes a file, and a file that becomes a link."""
    repo.commit({"target.py": "x = 1\n", "link.py": symlink("target.py"), "outside": symlink("/etc/passwd")})
    repo.commit({"link.py": "x = 1\ny = 2\n"})
    repo.commit({"target.py": symlink("link.py")})
    repo.commit({"outside": symlink("../..")})


@trouble
def mode_changes(repo: RepoBuilder) -> None:
    """The executable bit comes and goes without a change of content."""
    repo.commit({"run.sh": "#!/bin/sh\n"})
    repo.commit({"run.sh": executable("#!/bin/sh\n")})
    repo.commit({"run.sh": "#!/bin/sh\necho\n"})


@trouble
def binary(repo: RepoBuilder) -> None:
    """A picture beside code; text that becomes binary."""
    repo.commit({"logo.png": b"\x89PNG\r\n\x1a\n\0\0", "a.py": "x = 1\n"})
    repo.commit({"logo.png": b"\x89PNG\r\n\x1a\n\0\0\0", "a.py": b"x\0\n"})
    repo.commit({"logo.png": None})


@trouble
def only_binaries(repo: RepoBuilder) -> None:
    """Nothing that has lines."""
    repo.commit({"a.bin": bytes(range(256)), "b.bin": b"\0" * 100})
    repo.commit({"a.bin": bytes(range(255, -1, -1))})


@trouble
def strange_paths(repo: RepoBuilder) -> None:
    """Paths with newlines, tabs, quotes, arrows, bytes that are not UTF-8, and names that look like options."""
    names = (
        b"new\nline",
        b"tab\there",
        b'quo"te',
        b"a => b",
        b"{a => b}",
        b"caf\xe9",
        b"--help",
        b"\xf0\x9f\x90\x8d.py",
    )
    repo.commit(dict.fromkeys((*names, b" ", b"back\\slash", b":100644 100644 x", b"\xff\xfe/\x80"), b"1\n"))
    repo.commit(dict.fromkeys(names, b"1\n2\n"))
    moved: dict[bytes, str | bytes | None] = dict.fromkeys(names)
    repo.commit({**moved, **{b"moved/" + name: b"1\n2\n" for name in names}})


@trouble
def folder_becomes_file(repo: RepoBuilder) -> None:
    """A folder gives way to a file of its name, and the other way round."""
    repo.commit({"thing/one.py": "1\n", "thing/two.py": "2\n", "other": "3\n"})
    repo.commit({"thing/one.py": None, "thing/two.py": None, "thing": "4\n", "other": None, "other/x.py": "5\n"})


@trouble
def ten_thousand_paths(repo: RepoBuilder) -> None:
    """One commit that adds, and one that moves, ten thousand files."""
    names = [f"{number % 100:02}/{number:05}.py" for number in range(10_000)]
    repo.commit({name: f"x = {name!r}\n" for name in names})
    repo.commit({**dict.fromkeys(names), **{f"moved/{name}": f"x = {name!r}\n" for name in names}})
