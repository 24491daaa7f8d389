"""Short texts that repeat by the hundred thousand, stored once each; and text that a database takes."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, bindparam, select

from analyzer.store.database import write_rows
from analyzer.store.dialect import insert
from analyzer.store.schema import words


def clean(text: str) -> str:
    """Return text without what no database stores: NUL and halves of surrogate pairs become U+FFFD."""
    if text.isascii() and "\0" not in text:
        return text
    return text.replace("\0", "\ufffd").encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def numbers(connection: Connection, texts: Iterable[str]) -> dict[str, int]:
    """Return the number of each word, adding those that are new."""
    wanted = set(texts)
    known = dict(connection.execute(select(words.c.word, words.c.word_id)).all())
    if not wanted <= known.keys():
        statement = insert(connection, words).values(word=bindparam("b_word")).on_conflict_do_nothing()
        write_rows(connection, statement, ("b_word",), [(word,) for word in sorted(wanted - known.keys())])
        known = dict(connection.execute(select(words.c.word, words.c.word_id)).all())
    return {word: known[word] for word in wanted}


def number(connection: Connection, text: str) -> int | None:
    """Return the number of a word, or None if it was never stored; for readers, who cannot add it."""
    return connection.execute(select(words.c.word_id).where(words.c.word == text)).scalar_one_or_none()
