"""Troubles with people, dates and messages."""

from __future__ import annotations

from tests.odd.troubles import trouble
from tests.repos import EPOCH, RepoBuilder


@trouble
def strange_authors(repo: RepoBuilder) -> None:
    """Names that are no UTF-8, empty, or meant to hurt."""
    repo.commit({"a": "1\n"}, by=b"Jos\xe9 <jose@example.org>")
    repo.commit({"a": "2\n"}, by=" <nobody@example.org>")
    repo.commit({"a": "3\n"}, by="No Mail <>")
    repo.commit({"a": "4\n"}, by='"; DROP TABLE commits; -- <bobby@example.org>')
    repo.commit({"a": "5\n"}, by="\x1b[31mRed\x1b[0m <red@example.org>")
    repo.commit({"a": "6\n"}, by="\u202eevil\u202c & <amp&quot;@example.org>")


@trouble
def script_author(repo: RepoBuilder) -> None:
    """Author lines that git would not write: markup as a name, no date, no address."""
    repo.commit({"a": "1\n"})
    repo.strange_commit(b"<script>alert(1)</script> <script@example.org> 1577836800 +0000")
    repo.strange_commit(b"Ada <<script>alert(1)</script>> 1577836800 +0000")
    repo.strange_commit(b"No Date <no-date@example.org>")
    repo.strange_commit(b"nothing at all")
    repo.strange_commit(b"Words <words@example.org> yesterday evening")
    repo.strange_commit(b"Zone <zone@example.org> 1577836800 +9999999999")


@trouble
def latin_1_commit(repo: RepoBuilder) -> None:
    """Commits with an encoding header: right, wrong, and unknown."""
    name = "José <jose@example.org>"
    repo.commit({"a": "1\n"}, by=name.encode("latin-1"), message="é\n".encode("latin-1"), encoding="ISO-8859-1")
    repo.commit({"a": "2\n"}, by=name.encode(), message="é\n".encode(), encoding="x-unknown")
    repo.commit({"a": "3\n"}, by=name.encode("latin-1"), message="é\n".encode("latin-1"), encoding="UTF-8")
    repo.commit({"a": "4\n"}, by="山田".encode("shift-jis") + b" <y@example.org>", message="山\n".encode("shift-jis"),
                encoding="Shift_JIS")  # fmt: skip


@trouble
def strange_dates(repo: RepoBuilder) -> None:
    """Before 1970, far ahead, in odd zones, and parents younger than their children."""
    repo.commit({"a": "1\n"}, time=-86_400 * 365)
    repo.commit({"a": "2\n"}, time=0, offset=-720)
    repo.commit({"a": "3\n"}, time=EPOCH + 86_400, committed=EPOCH, offset=345)
    repo.commit({"a": "4\n"}, time=4_102_444_800, offset=840)
    repo.commit({"a": "5\n"}, time=1_000_000_000)


@trouble
def mailmap(repo: RepoBuilder) -> None:
    """Two addresses of one person, which a mailmap would fold."""
    repo.commit({".mailmap": "Ada Lovelace <ada@example.org> <ada@old.example.org>\n"})
    repo.commit({"a": "1\n"}, by="ada <ada@old.example.org>")
    repo.commit({"a": "2\n"}, by="Ada Lovelace <ada@example.org>")


@trouble
def bots(repo: RepoBuilder) -> None:
    """Programs that commit, and a person whose name sounds like one."""
    bot = "dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>"
    repo.commit({"a": "1\n"}, by="Ada Abbott <ada@example.org>")
    repo.commit({"a": "2\n"}, by=bot, message="Bump a\n\nSigned-off-by: dependabot[bot] <support@github.com>\n")


MESSAGES = (
    "",
    "\n\n  \n",
    "No newline",
    "\n\n  Two lines\nof subject  \n\nBody\n",
    "Subject\n\nCo-authored-by: Bob <bob@example.org>\nSigned-off-by: Ada <ada@example.org>\n",
    "Subject\n\nBody: it goes on\nand on\nand on\n\n",
    "Subject\n\nFixes #1\n\nKey: one\n  folded\n\tagain\nOther-key : two\nEmpty:\n",
    "Key: in the subject\n",
    "Subject\nKey: glued to the subject\n",
    "Subject\n\nnoise\nSigned-off-by: A <a@example.org>\nnoise\n",
    "Subject\n\nnoise\nnoise\nnoise\nnoise\nSigned-off-by: A <a@example.org>\n",
    "Subject\n\nKey: value\nnoise\n",
    "Subject\n\nKey: value\n(cherry picked from commit 0123456789012345678901234567890123456789)\n",
    "Subject\n\nKey: value\n\n---\nafter: the divider\n",
    "Subject\n\nKey: value\n# comment: line\n\n# Another\n",
    "Subject\r\n\r\nKey: value\r\nOther: value\r\n",
    "Subject\n\n Key: indented\n",
    "Subject\n\nKey with space: value\nK\u00e9y: value\nKey-2: value\n: nothing\n",
    "Subject\n\nhttps://example.org/a\nhttps://example.org/b\n",
    "Subject\n\nKey: value\n\nConflicts:\n\ta.py\n",
    "Subject\n\nKey: value\n \nOther: value\n",
    "Subject with \x1b[31mcolour\x1b[0m and <b>markup</b>\n",
)


@trouble
def strange_messages(repo: RepoBuilder) -> None:
    """No message, no newline, trailers of many kinds, and things that only look like them."""
    for number, message in enumerate(MESSAGES):
        repo.commit({"a": f"{number}\n"}, message=message)
