"""One database: opening it at the right version, transactions, and rows in bulk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, MetaData, Table, UpdateBase, inspect, select
from sqlalchemy.engine import URL

from analyzer.errors import StoreForeign, StoreTooNew
from analyzer.store import columns, dialect, schema


class Database:
    """Transactions on the tables of `schema`; made and brought to the right version on opening."""

    def __init__(self, url: URL, busy_seconds: float, *, rebuild: bool = True) -> None:
        """Open the database; without `rebuild`, facts of another version stay as they are, and are not to be read."""
        self.place = url.database if url.get_backend_name() == "sqlite" else url.render_as_string(hide_password=True)
        self._engine = dialect.engine(url, busy_seconds)
        try:
            self.rebuilt = self._prepare(rebuild=rebuild)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Yield a connection that sees one state of the database, whatever others write meanwhile."""
        with dialect.translated(str(self.place)), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Yield a connection in a transaction: all of it is stored when the block ends, or nothing if it raises."""
        with dialect.translated(str(self.place)), self._engine.connect() as connection:
            writer = connection.execution_options(**{dialect.WRITES: True})
            with writer.begin():
                yield writer

    def _prepare(self, *, rebuild: bool) -> bool:
        with self.reading() as connection:
            if self._stays(connection, rebuild=rebuild) and self._has_history(connection):
                return False
        with self.writing() as connection:
            # Another process may have been quicker while we waited for the lock.
            if self._stays(connection, rebuild=rebuild):
                # Facts of today beside a history of an earlier Diptych: what it did not record yet begins empty.
                columns.metadata.create_all(connection, tables=self._history())
                return False
            old = [name for name in inspect(connection).get_table_names() if name not in schema.HISTORY]
            if old:
                reflected = MetaData()
                reflected.reflect(connection, only=old)
                reflected.drop_all(connection, tables=[reflected.tables[name] for name in old])
            columns.metadata.create_all(connection)
            marks = [{"key": key, "value": value} for key, value in _marks().items()]
            connection.execute(schema.meta.insert(), marks)
            return bool(old)

    def _history(self) -> list[Table]:
        return [columns.metadata.tables[name] for name in sorted(schema.HISTORY)]

    def _has_history(self, connection: Connection) -> bool:
        return set(inspect(connection).get_table_names()) >= schema.HISTORY

    def _stays(self, connection: Connection, *, rebuild: bool) -> bool:
        """Whether the facts stay: those of today, and others if nothing is to be rebuilt. Raises as `_is_current`."""
        return self._is_current(connection) or (not rebuild and bool(inspect(connection).get_table_names()))

    def _is_current(self, connection: Connection) -> bool:
        names = inspect(connection).get_table_names()
        if schema.meta.name not in names:
            if names:
                raise StoreForeign(f"{self.place} is a database of another program", hint="choose another workspace")
            return False
        found = dict(connection.execute(select(schema.meta.c.key, schema.meta.c.value)).all())
        if int(found.get("version", 0)) > schema.VERSION:
            raise StoreTooNew(f"{self.place} was written by a newer Diptych", hint=dialect.NEWER)
        return found == _marks()


def _marks() -> Mapping[str, str]:
    return {"version": str(schema.VERSION), "shape": schema.shape()}


def write_rows(
    connection: Connection, statement: UpdateBase, names: Sequence[str], rows: Iterable[tuple[Any, ...]]
) -> None:
    """Execute `statement` once for each row; `names` are the parameters that a row's values stand for, in order."""
    compiled = statement.compile(dialect=connection.dialect)
    constants = {name: value for name, value in compiled.params.items() if name not in names}
    order = [*names, *constants]
    places = [order.index(name) for name in compiled.positiontup or ()]
    tail = tuple(constants.values())
    # In C, and the second one so that the result is a tuple also of one value.
    pick = itemgetter(*places, places[0])
    values = [pick(row + tail)[:-1] for row in rows]
    if values:
        connection.exec_driver_sql(str(compiled), values)
