"""A run over many machines: documents at an address become partitioned Parquet at another.

Ray Data spreads the work, tries again what was lost with a machine and limits what is in memory; pyarrow.fs lists, reads and writes.
An address is a folder, or s3://…, gs://…, hdfs://…. Documents are read by parts; of a part each table gets a file of the part's name,
that in `plans` last: what has none there is no part, and is removed by the next run.
"""

from __future__ import annotations

import logging
import os
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from planparse.corpus.batches import Document, read_each, rows_of
from planparse.corpus.discovery import is_taken_by_name
from planparse.corpus.journal import version
from planparse.corpus.reading import COUNTED
from planparse.corpus.results import Outcome
from planparse.corpus.runs import Limits
from planparse.errors import InputError, OutputError, reason
from planparse.exporting import TABLES
from planparse.messages import Message, Told
from planparse.readers.inputs import read_bytes
from planparse.writers.files import PART

if TYPE_CHECKING:
    import pyarrow as pa

FOLDERS: Final = (
    "errors",
    *(name for name in TABLES if name != "plans"),
    "plans",
)  # in the order in which a part is written
_AT_ONCE: Final = 500  # documents of a part: some seconds of work, and some MB of plans
_DONE: Final = ("document", "sha256", *COUNTED)
_FAILED: Final = ("document", "sha256", "error", "error_zh")
_ENDING: Final = ".parquet"
_AHEAD: Final = 16  # documents that are fetched while one is read


class Place(NamedTuple):
    """A folder of a file system of pyarrow; it pickles."""

    files: Any
    path: str

    def below(self, *names: str) -> str:
        """The path of what lies there."""
        return "/".join((self.path.rstrip("/"), *names))


def place_at(address: str) -> Place:
    """Where an address leads. Raises InputError for one that pyarrow does not know, and OutputError where it is not installed."""
    try:
        from pyarrow import fs  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise OutputError("needs-library", what="--engine ray", library="'planparse[ray]'") from error
    if "://" not in address:
        return Place(fs.LocalFileSystem(), str(Path(address).absolute()))
    try:
        return Place(*fs.FileSystem.from_uri(address))
    except (ValueError, OSError, NotImplementedError) as error:
        raise InputError("cannot-read", address, reason=str(error)) from error


def documents_at(address: str) -> list[str]:
    """The paths, below the address, of all that a run over a folder would take. Raises InputError where there is none."""
    from pyarrow import fs  # noqa: PLC0415

    place = place_at(address)
    try:
        found = place.files.get_file_info(fs.FileSelector(place.path, recursive=True))
    except FileNotFoundError as error:
        raise InputError("no-such-file", address) from error
    except OSError as error:
        raise InputError("cannot-read", address, reason=reason(error)) from error
    own = sorted(info.path[len(place.below()) :].lstrip("/") for info in found if info.is_file)
    if not (taken := [path for path in own if is_taken_by_name(path)]):
        raise InputError("holds-no-documents", address)
    return taken


def into_parquet(
    source: str, documents: list[str], out: str, limits: Limits, address: str | None
) -> Generator[Outcome, None, None]:
    """Read the documents below an address into tables below another, unless what stands there is of the same bytes and rules.

    Outcomes come as parts are written. Of a document whose bytes have changed, or that is gone, the whole part is read anew; what has
    failed stays failed. `limits.jobs` parts are read at once, 0: as many as Ray has processors for; `address` is that of a cluster,
    None: one is made up of this machine. Raises OutputError where the tables cannot be written or the cluster gives up.
    """
    try:
        import ray  # noqa: PLC0415 - an extra
        from ray import data  # noqa: PLC0415
    except ImportError as error:
        raise OutputError("needs-library", what="--engine ray", library="'planparse[ray]'") from error
    import pyarrow as pa  # noqa: PLC0415

    here, there = place_at(source), place_at(out)

    def spread(work: Callable[[pa.Table], pa.Table], table: pa.Table) -> Iterator[pa.Table]:
        """What the work gives for each part of a table, as it comes; a part is a task of Ray."""
        if parts := [table.slice(at, _AT_ONCE) for at in range(0, table.num_rows, _AT_ONCE)]:
            pool = data.TaskPoolStrategy(size=min(limits.jobs, len(parts)) or None)
            done = data.from_arrow(parts).map_batches(work, batch_size=None, batch_format="pyarrow", compute=pool)
            yield from done.iter_batches(batch_size=None, batch_format="pyarrow")

    try:
        _connect(ray, address or os.environ.get("RAY_ADDRESS"), limits.jobs)
        data.DataContext.get_current().enable_progress_bars = False
        wanted = pa.table({"document": pa.array(documents, pa.string())})
        if (standing := _standing(there)).num_rows:
            hashed = pa.concat_tables(spread(partial(_hashed, here), wanted))
            standing = _sound(there, standing, hashed)
            yield from _outcomes(standing, before=True)
            wanted = hashed.join(standing, "document", join_type="left anti").sort_by("document")
        for done in spread(partial(_written, here, there, limits.limit), wanted):
            yield from _outcomes(done)
    except (ConnectionError, ray.exceptions.RayError) as error:
        raise OutputError("cluster-gave-up", out, reason=_last_line(error)) from error
    except OSError as error:
        raise OutputError("cannot-write", out, reason=reason(error), option="-o") from error
    finally:
        ray.shutdown()


def _connect(ray: Any, address: str | None, jobs: int) -> None:
    own = {} if address else {"num_cpus": jobs or None, "include_dashboard": False}
    logging.getLogger("ray.data").setLevel(logging.ERROR)  # people are told of what they asked for
    try:
        ray.init(address, log_to_driver=False, logging_level=logging.ERROR, **own)
    except Exception as error:  # Ray has no name for a node that does not come up
        raise OutputError("cluster-gave-up", address or "ray", reason=_last_line(error)) from error


def _last_line(error: BaseException) -> str:
    return str(error).strip().rpartition("\n")[2]


def _hashed(here: Place, part: pa.Table) -> pa.Table:
    """The documents with the sha256 of their bytes, empty where those cannot be read."""
    digests = [
        sha256(document.data).hexdigest() if isinstance(document.data, bytes) else ""
        for document in _fetched(here, part["document"].to_pylist())
    ]
    return part.append_column("sha256", [digests])


def _written(here: Place, there: Place, limit: float, part: pa.Table) -> pa.Table:
    """Read the documents, write their rows, and give what is told of them."""
    import pyarrow as pa  # noqa: PLC0415
    from pyarrow import compute, parquet  # noqa: PLC0415

    documents = part["document"].to_pylist()
    rows = rows_of((document.path, read) for document, read in read_each(_fetched(here, documents), limit))
    rows = rows.rename_columns({"path": "document"}).combine_chunks()
    rows = rows.set_column(1, "sha256", compute.fill_null(rows["sha256"], ""))
    done = rows.filter(compute.equal(rows["status"], "done"))
    failed = rows.filter(compute.equal(rows["status"], "failed"))
    flat = {"errors": failed.select(_FAILED)}
    for name in TABLES:
        column = done[name].combine_chunks()
        owners = done["document"].take(compute.list_parent_indices(column))
        flat[name] = pa.Table.from_struct_array(compute.list_flatten(column)).add_column(0, "document", owners)
    flat["plans"] = flat["plans"].append_column("plan", done["plan"])

    file = f"{sha256(chr(0).join(documents).encode('utf-8', 'surrogatepass')).hexdigest()[:16]}{_ENDING}"
    for folder in FOLDERS:
        there.files.create_dir(there.below(folder, _edition()), recursive=True)
        path = there.below(folder, _edition(), file)
        parquet.write_table(flat[folder], f"{path}{PART}", filesystem=there.files, compression="zstd")
        there.files.move(f"{path}{PART}", path)
    return _told(flat["plans"], flat["errors"])


def _fetched(here: Place, documents: Iterable[str]) -> Iterator[Document]:
    """The documents with their bytes, in their order, some of them fetched at once."""
    with ThreadPoolExecutor(_AHEAD) as pool:
        waiting: deque[Future[Document]] = deque()
        for document in documents:
            waiting.append(pool.submit(_fetch, here, document))
            if len(waiting) == _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _fetch(here: Place, document: str) -> Document:
    try:
        with here.files.open_input_stream(here.below(document)) as stream:
            return Document(document, read_bytes(stream))
    except InputError as error:
        return Document(document, error.message)
    except OSError as error:
        return Document(document, Message("cannot-read", reason=reason(error)))


def _standing(there: Place) -> pa.Table:
    """What is told of the documents that runs of this edition have read, with the files of their parts; what is no part is removed."""
    import pyarrow as pa  # noqa: PLC0415
    from pyarrow import compute, dataset, fs  # noqa: PLC0415

    names = {}
    for folder in FOLDERS:
        selector = fs.FileSelector(there.below(folder, _edition()), allow_not_found=True)
        names[folder] = {info.base_name for info in there.files.get_file_info(selector) if info.is_file}
    parts = sorted(name for name in names["plans"] if name.endswith(_ENDING))
    for folder in FOLDERS:
        _remove(there, folder, names[folder].difference(parts))

    def rows(folder: str, columns: Sequence[str]) -> pa.Table:
        paths = [there.below(folder, _edition(), name) for name in parts]
        table = dataset.dataset(paths, filesystem=there.files).to_table([*columns, "__filename"])
        return table.append_column("part", compute.replace_substring_regex(table["__filename"], ".*/", ""))

    return _told(rows("plans", _DONE), rows("errors", _FAILED)) if parts else pa.table({})


def _sound(there: Place, standing: pa.Table, hashed: pa.Table) -> pa.Table:
    """What stands there of parts whose documents are all as they were; the other parts are removed."""
    from pyarrow import compute  # noqa: PLC0415

    changed = standing.join(hashed, ["document", "sha256"], join_type="left anti")["part"].unique()
    for folder in reversed(FOLDERS):
        _remove(there, folder, changed.to_pylist())
    return standing.filter(compute.invert(compute.is_in(standing["part"], changed)))


def _remove(there: Place, folder: str, names: Iterable[str]) -> None:
    for name in names:
        there.files.delete_file(there.below(folder, _edition(), name))


def _told(done: pa.Table, failed: pa.Table) -> pa.Table:
    """Of rows of `plans` and of `errors` what is told of their documents."""
    import pyarrow as pa  # noqa: PLC0415

    more = [name for name in done.column_names if name == "part"]
    return pa.concat_tables([done.select([*_DONE, *more]), failed.select([*_FAILED, *more])], promote_options="default")


def _outcomes(told: pa.Table, *, before: bool = False) -> Iterator[Outcome]:
    for row in told.to_pylist():
        if row["error"] is None:
            yield Outcome(row["document"], tuple(row[name] for name in COUNTED), before, row["sha256"])
        else:
            error = Told(row["error_zh"], row["error"])
            yield Outcome(row["document"], before=before, sha256=row["sha256"], error=error)


def _edition() -> str:
    """The folder, within that of a table, of what this release and these rules give."""
    return f"rules={version()}"
