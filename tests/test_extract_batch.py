"""Batches of documents as Arrow tables: a row a document, whatever becomes of it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pyarrow as pa
import pyarrow.compute
import pytest

import planparse
import traps
from planparse import InputError, OutputError
from planparse.corpus import batches, workers
from planparse.corpus.batches import Document, read_each, rows_of
from planparse.exporting import TABLES, tables
from planparse.exporting.arrow import arrow_of
from running import WORDS

pytestmark = pytest.mark.slow  # processes are started


def test_a_row_is_what_extract_gives_and_the_tables_are_those_of_export(seeds: Path) -> None:
    paths = sorted(seeds.glob("*.txt"))
    batch = pa.table(
        {"path": [*map(str, paths), "none.txt", "b.txt"], "bytes": [None] * len(paths) + [None, WORDS.encode()]}
    )

    found = planparse.extract_batch(batch)

    assert found.schema == planparse.SCHEMA
    assert found["status"].to_pylist() == ["done", "done", "failed", "done"]
    assert found["path"] == batch["path"]
    plans = [*map(planparse.extract, paths), planparse.parse(WORDS, "b.txt")]
    done = found.filter(pa.compute.equal(found["status"], "done"))
    assert [json.loads(plan) for plan in done["plan"].to_pylist()] == [json.loads(plan.model_dump_json()) for plan in plans]
    assert done["sha256"].to_pylist() == [plan.source.sha256 for plan in plans]
    for table in tables(plans):
        rows = pa.Table.from_struct_array(pa.compute.list_flatten(found[table.name].combine_chunks()))
        assert rows == arrow_of(table, pa)


def test_a_document_that_fails_is_a_row_that_says_why() -> None:
    [row] = planparse.extract_batch(pa.table({"bytes": [b"Dear Sir, buy milk."]})).to_pylist()

    assert (row.pop("path"), row.pop("sha256")[:8], row.pop("status")) == (None, "8a7a42b4", "failed")
    assert row.pop("error").startswith("does not look like a plan: ")
    assert row.pop("error_zh").startswith("不是规划")
    assert {*row} == {"plan", *TABLES}
    assert {*row.values()} == {None}


def test_what_kills_its_process_or_hangs_costs_only_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "read_document", traps.read)
    times: list[float] = []
    monkeypatch.setattr(workers, "time", SimpleNamespace(monotonic=lambda: times.pop() if times else 1000.0))

    def documents() -> Iterator[Document]:
        for number, data in enumerate((WORDS.encode(), traps.KILLS, WORDS.encode(), traps.HANGS, WORDS.encode())):
            # Its time is over as soon as somebody looks at the clock again.
            times[:] = [0.0] if data == traps.HANGS else []
            yield Document(f"{number}.txt", data)

    found = rows_of((document.path, read) for document, read in read_each(documents(), 600))

    assert found["status"].to_pylist() == ["done", "failed", "done", "failed", "done"]
    assert [error and error.partition(";")[0] for error in found["error"].to_pylist()] == [
        None,
        "the process reading it died (SIGKILL)",
        None,
        "took longer than 600 seconds",
        None,
    ]
    assert None not in found["sha256"].to_pylist()
    assert [len(rows) for rows in found["targets"].to_pylist() if rows is not None] == [2, 2, 2]


def test_an_empty_batch_gives_an_empty_table_and_one_without_its_columns_a_line() -> None:
    assert planparse.extract_batch(pa.table({"path": pa.array([], pa.string())})) == planparse.SCHEMA.empty_table()
    with pytest.raises(InputError, match="neither a bytes column nor a path column; add one of them"):
        planparse.extract_batch(pa.table({"content": [b""]}))


@pytest.mark.parametrize(
    "batch",
    [
        pa.table({"path": [1]}),
        pa.table({"path": [["a.txt"]]}),
        pa.table({"path": [b"a.txt"]}),
        pa.table({"bytes": ["甲"]}),
        pa.table({"bytes": [[b"a"]]}),
        pa.table({"bytes": [1.5]}),
        pa.Table.from_arrays([pa.array(["a.txt"])] * 2, names=["path", "path"]),
    ],
    ids=lambda batch: str(batch.schema).replace("\n", " "),
)
def test_a_column_of_another_kind_is_refused_before_anything_is_read(batch: pa.Table) -> None:
    with pytest.raises(InputError, match=r"^the batch should have one column (?:path, of strings|bytes, of binary)$"):
        planparse.extract_batch(batch)


def test_a_row_without_bytes_and_path_reads_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / batches._NAMELESS).write_text(WORDS, "utf-8")
    paths = pa.array([None, ""]).dictionary_encode()

    found = planparse.extract_batch(pa.table({"path": paths, "bytes": pa.nulls(2)}))

    assert found["error"].to_pylist() == ["has neither bytes nor a path"] * 2


def test_only_who_asks_for_batches_needs_pyarrow(monkeypatch: pytest.MonkeyPatch) -> None:
    everything = "import sys; from planparse import *; extract_batch; assert 'pyarrow' not in sys.modules"
    subprocess.run((sys.executable, "-c", everything), check=True)

    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(OutputError, match=r"^extract_batch needs pyarrow; run: python -m pip install pyarrow$"):
        planparse.extract_batch(pa.table({"path": ["a.txt"]}))
    with pytest.raises(OutputError, match="needs pyarrow"):
        _ = planparse.SCHEMA
