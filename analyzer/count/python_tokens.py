"""Python text -> its skeleton: the same lines, with comments and strings reduced to marks.

One alternation over bytes finds comments and strings in C; it is linear on any input, because every repetition is
possessive and every open token may end at the end of its line or of the text.

In a skeleton white space is the space character alone, a string of one line is its quote (and a COLON byte, if it
begins its line and a colon is all that it holds), a comment is `#` (nothing to
read in it), `#` up to its first letter or digit (words), or the whole of it (code put out of use). A triple-quoted text
stands between OPEN and CLOSE, with a WORD byte for each letter or digit, an OTHER byte for any other character, and a
HASH byte for a `#` that begins a line and a COLON byte for a colon that Pygments reads alone.
"""

from __future__ import annotations

import re
from functools import cache

from analyzer.count.possessive import compiled

WORD, OTHER, OPEN, CLOSE, HASH, COLON = b"\x01", b"\x02", b"\x03", b"\x04", b"\x05", b"\x06"
START = b"\xef\xbb\xbf"
"""UTF-8's byte order mark."""


def _plain(byte: int) -> int:
    if byte >= 0x80:
        return ord("x")
    if byte in b"\t\v\f":
        return ord(" ")
    return byte if (byte >= 0x20 and byte != 0x7F) or byte == 0x0A else ord("?")


def _shape(byte: int) -> int:
    if byte in (ord("\n"), HASH[0], COLON[0]):
        return byte
    return WORD[0] if bytes((byte,)).isalnum() else OTHER[0]


PLAIN = bytes(map(_plain, range(256)))
SHAPE = bytes(map(_shape, range(256)))

# What follows `#` and white space in a line of code put out of use. Prose that looks so is rare: each form needs the
# punctuation that Python demands and prose lacks.
_NAME = r"[A-Za-z_][\w.]*+"
_CODE = rf"""
    @{_NAME}(?:\([^\n]*+)?+(?=\n)
  | (?:async\ )?+def\ ++\w++\ *+\(
  | class\ ++\w++\ *+[(:]
  | import\ ++{_NAME}(?:\ ++as\ ++\w++)?+(?:,\ *+{_NAME})*+\ *+(?=\n)
  | from\ ++[\w.]++\ ++import\ ++[\w(*]
  | (?:if|elif|while|with)\ ++(?=[^\n]*+(?<=:))[^\n=<>(\[.]*+[=<>(\[.]
  | for\ ++\w++(?:,\ *+\w++)*+\ ++in\ (?=[^\n]*+(?<=:))
  | except(?:\ ++[\w.(][^\n]*+)?+(?<=:)(?=\n)
  | (?:else|try|finally):\ *+(?=\n)
  | (?:return|raise|yield|del|assert)\ ++[\w.]++(?:[(\[][^\n]*+(?<=[)\]]))?+(?=\n)
  | (?:return|pass|break|continue)(?=\n)
  | {_NAME}(?:\[[^\n\]]*+\])?+\ *+(?:[-+*/%|&^@]|//|\*\*|<<|>>)?+=(?!=)\ *+[^\s=]
  | {_NAME}\([^\n]*+(?<=[(),:])(?=\n)
  | print\ ++["'(]
"""
_TRIPLE = "|".join(rf"{q * 3}[^{q}\\]*+(?:(?:\\.?+|{q}(?!{q * 2}))[^{q}\\]*+)*+(?:{q * 3}|\Z)" for q in ('"', "'"))
_CONTINUED = "|".join(
    rf"{q}[^{q}\\\n]*+(?:\\[^\n][^{q}\\\n]*+)*+\\\n[^{q}\\\n]*+(?:\\.?+[^{q}\\\n]*+)*+{q}?+" for q in ('"', "'")
)
# A replacement field of an f-string may hold the quotes that enclose it (since Python 3.12).
_FIELD = r"""\{(?:[^{}"'\n]++|"[^"\n]*+"|'[^'\n]*+'|\{[^{}\n]*+\})*+\}"""
_SIMPLE = "|".join(
    rf"(?:(?<=[fF]{q})(?<![A-QS-Za-qs-z0-9_][fF]{q})|(?<=[fF][rR]{q}))(?:[^{q}\\\n{{]++|\\[^\n]|\{{\{{|{_FIELD})*+{q}"
    rf"|(?<={q})[^{q}\\\n]*+(?:\\[^\n][^{q}\\\n]*+)*+{q}?+"
    for q in ('"', "'")
)


@cache
def _tokens(continued: bool, silenced: bool) -> re.Pattern[bytes]:
    """Return the pattern whose groups are: a text of several lines, a quote, the mark that a comment leaves.

    Texts without a backslash at a line's end, and without the word NOSONAR, need a simpler one.
    """
    long = f"{_TRIPLE}|{_CONTINUED}" if continued else _TRIPLE
    bare = r"(?![^\n]*?NOSONAR)" if silenced else ""
    comment = rf"\#(?:{bare}(?:(?=\ *+(?:{_CODE}))[^\n]*+|[^\n0-9A-Za-z]*+[0-9A-Za-z]))?+"
    return compiled(
        # The text behind the last token is a match, too: looked for from each of its bytes, it would cost their square.
        rf"""(?!\Z)([^"'\#]*+)(?:({long})|(["']\x06|["'])(?:(?<=\x06)["']|{_SIMPLE})|({comment})[^\n]*+|\Z)""".encode(),
        re.DOTALL | re.VERBOSE,
    )


# An f-string without a field is no more than bytes are: a string that is no docstring.
_WITHOUT_FIELD = compiled(
    rb"""[fF](?<![0-9A-Za-z_][fF])(?=(["'])(?!\1\1)(?:[^"'{\n\\]++|\\[^\n]|\{\{|(?!\1)["'])*+\1)"""
)
_COLON_ALONE = compiled(rb"""\n *+(["']):(?=\1)""")
# A colon that stands alone between what Pygments takes for pieces of a text: quotes, escapes, formats, line ends.
_COLON_IN_TEXT = compiled(
    rb"""[:\x06](?:(?<=[\n'"}].)|(?<=%[A-Za-z%].)|(?<=\)[sdr].)|(?<=\\[\\nt'"].))(?=[\\'"%{\n])""", re.DOTALL
)
_SPACES_AT_END = compiled(rb"(?<! ) ++\n")
_HASH_AT_START = compiled(rb"\n *+#")


def universal(data: bytes) -> bytes:
    """Return the text without its byte order mark, every line ended by one newline."""
    if data.startswith(START):
        data = data[len(START) :]
    if b"\r" in data:
        data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return data if data.endswith(b"\n") or not data else data + b"\n"


def skeleton(text: bytes) -> tuple[bytes, bool]:
    """Return the skeleton of whole lines, and whether a string is still open behind the last of them."""
    text = text.translate(PLAIN)
    if b'f"' in text or b"f'" in text:
        text = _WITHOUT_FIELD.sub(b"b", text)
    if b"':'" in text or b'":"' in text:
        text = _COLON_ALONE.sub(lambda match: match.group()[:-1] + COLON, text)
    parts = _tokens(b"\\\n" in text, b"NOSONAR" in text).split(text)
    unclosed = len(parts) > 1 and any(part is not None for part in parts[-4:-1])
    for index, long in enumerate(parts[2::5]):
        if long:
            # A string continued onto an empty line ends with a newline, too; that one is not the text's last.
            within = long.endswith(b"\n") and not (unclosed and 5 * index + 6 == len(parts))
            parts[5 * index + 2] = _marks(long) + (b"\n" if within else b"")
    if unclosed:
        parts[-1] = b"\n"
    bones = b"".join(filter(None, parts))
    if b" \n" in bones:
        bones = _SPACES_AT_END.sub(b"\n", bones)
    return bones, unclosed


def _marks(long: bytes) -> bytes:
    """Return what stands for a string of several lines; the newline that ends an unclosed one is left to the caller."""
    if not long.startswith((b'"""', b"'''")):
        return b'"' + b'\\\n"' * long.count(b"\n", 0, -1) + (b"\\" if long.endswith(b"\n") else b"")
    if b"#" in long:
        long = _HASH_AT_START.sub(b"\n" + HASH, long)
    if b":" in long or COLON in long:
        long = _COLON_IN_TEXT.sub(b"\x07", long).replace(COLON, b":").replace(b"\x07", COLON)
    return OPEN + long.removesuffix(b"\n").translate(SHAPE, b" ") + CLOSE
