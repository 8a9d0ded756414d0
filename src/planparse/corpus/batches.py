"""Reads a batch of documents as an Arrow table into another: for engines with their own workers, such as Ray, Spark and dask."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from hashlib import sha256
from itertools import accumulate, repeat
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from planparse import errors
from planparse.api import extract_bytes
from planparse.corpus import workers
from planparse.corpus.reading import digest_of
from planparse.exporting import TABLES, Table, tables
from planparse.exporting.arrow import arrow_of, schema_of
from planparse.messages import Message
from planparse.readers.inputs import read_bytes
from planparse.writers.as_json import as_json_line

if TYPE_CHECKING:
    import pyarrow as pa

    SCHEMA: pa.Schema
    """What `extract_batch` gives."""

SECONDS: Final = 120.0
"""How long a document may take."""

# The kinds of Arrow that a column may have; null where all of it is.
_KINDS: Final = {
    "path": re.compile("(?:large_)?string(?:_view)?|null"),
    "bytes": re.compile(r"(?:large_|fixed_size_)?binary(?:_view)?(?:\[[0-9]+\])?|null"),
}
_NAMELESS: Final = "bytes"  # what a document without a path is called
_PRELOAD: Final = ("planparse.corpus.batches", "planparse.corpus.warming")


class Document(NamedTuple):
    """What is to be read: bytes, or else the file at the path."""

    path: str | None
    data: bytes | Message | None  # a message where those who fetch it could not: then there is nothing to read any more


class Read(NamedTuple):
    """What came of a document: a plan with its rows for each of TABLES, or an error."""

    sha256: str | None  # of its bytes; None where those could not be read
    error: Message | None = None
    plan: bytes = b""  # as JSON
    rows: Sequence[Sequence[tuple[Any, ...]]] = ()

    @property
    def counts(self) -> tuple[int, ...]:
        """How many rows each of TABLES has."""
        return tuple(map(len, self.rows))


def extract_batch(batch: pa.Table, *, limit: float = SECONDS) -> pa.Table:
    """Read documents as plans: one row each of SCHEMA, in their order, whatever becomes of them.

    The batch has a column `bytes`, or `path`, or both; where the bytes are null, the file at the path is read. In a row `status` is
    "done" or "failed"; `plan` is the plan as JSON, and the tables of `planparse export` are nested columns; of a document that failed
    they are null, and `error` and `error_zh` say why.

    They are read one after the other in a process of their own: one that takes longer than `limit` seconds, or takes that process with
    it, is a row that failed. Raises InputError for a batch without either column, or where one holds no paths or no bytes, and
    OutputError where pyarrow is not installed.
    """
    _pyarrow()  # before anything is read
    if not {"bytes", "path"} & {*batch.column_names}:
        raise errors.InputError("batch-without-columns")
    paths, contents = (_column(batch, name) for name in ("path", "bytes"))
    return rows_of((document.path, read) for document, read in read_each(map(Document, paths, contents), limit))


def _column(batch: pa.Table, name: str) -> Iterator[Any]:
    """Its values, one after the other: the bytes of all documents need not lie there twice."""
    columns = [field for field in batch.schema if field.name == name]
    if not columns:
        return repeat(None, batch.num_rows)
    kind = columns[0].type
    kind = kind.value_type if _pyarrow().types.is_dictionary(kind) else kind
    if len(columns) > 1 or not _KINDS[name].fullmatch(str(kind)):
        raise errors.InputError("batch-column", name=name, kind=Message("batch-bytes" if name == "bytes" else "batch-path"))
    return (value.as_py() for value in batch[name])


def read_each(documents: Iterable[Document], limit: float) -> Iterator[tuple[Document, Read]]:
    """Each document, in their order, with what came of it; they are taken only a few ahead."""
    found = workers.run(read_document, documents, jobs=1, limit=limit, preload=_PRELOAD, in_order=True)
    with closing(found):
        for document, read in found:
            yield document, Read(_digest(document), read.message) if isinstance(read, workers.Failure) else read


def rows_of(found: Iterable[tuple[str | None, Read]]) -> pa.Table:
    """Paths with what came of them, as a table of SCHEMA."""
    arrow = _pyarrow()
    found = [*found]
    reads = [read for _, read in found]
    columns = [
        [path for path, _ in found],
        [read.sha256 for read in reads],
        ["failed" if read.error else "done" for read in reads],
        [read.error and read.error.words("en") for read in reads],
        [read.error and read.error.words("zh") for read in reads],
        [None if read.error else read.plan.decode() for read in reads],
    ]
    arrays = [arrow.array(column, arrow.string()) for column in columns]
    failed = arrow.array([read.error is not None for read in reads], arrow.bool_())
    for number, (name, kinds) in enumerate(TABLES.items()):
        own = [() if read.error else read.rows[number] for read in reads]
        values = (
            arrow_of(Table(name, kinds, [row for rows in own for row in rows]), arrow).to_struct_array().combine_chunks()
        )
        offsets = arrow.array([0, *accumulate(map(len, own))], arrow.int32())
        arrays.append(arrow.ListArray.from_arrays(offsets, values, mask=failed))
    return arrow.Table.from_arrays(arrays, schema=_schema())


def read_document(document: Document) -> Read:
    """What the process does with a document."""
    digest = None
    where = document.path or _NAMELESS
    try:
        if isinstance(document.data, Message):
            return Read(None, document.data)
        if document.data is None and not document.path:
            return Read(None, Message("row-without-both"))
        data = read_bytes(where, pipes=False) if document.data is None else document.data
        digest = sha256(data).hexdigest()
        plan = extract_bytes(data, where)
    except errors.PlanparseError as error:
        return Read(digest, error.message if error.where == where else Message("at", where=error.where, what=error.message))
    return Read(digest, None, as_json_line(plan).rstrip(b"\n"), [table.rows for table in tables([plan])])


def _digest(document: Document) -> str | None:
    if isinstance(document.data, bytes):
        return sha256(document.data).hexdigest()
    return digest_of(document.path) if document.path and document.data is None else None


def _schema() -> pa.Schema:
    arrow = _pyarrow()
    own = [(name, arrow.string()) for name in ("path", "sha256", "status", "error", "error_zh", "plan")]
    nested = [(name, arrow.list_(arrow.struct(schema_of(columns, arrow)))) for name, columns in TABLES.items()]
    return arrow.schema([*own, *nested])


def _pyarrow() -> Any:
    try:
        import pyarrow as pa  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise errors.OutputError("needs-library", what="extract_batch", library="pyarrow") from error
    return pa


def __getattr__(name: str) -> Any:
    """SCHEMA, made only where it is asked for: pyarrow is an extra."""
    if name == "SCHEMA":
        return _schema()
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
