"""A run over addresses into tables: what is written, what a second run does, and what is told. `test_ray.py` has Ray itself do it."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import dataset, parquet
from typer.testing import CliRunner, Result

import planparse
from planparse.cli import app
from planparse.corpus import cluster
from planparse.exporting import TABLES, tables
from planparse.exporting.arrow import arrow_of
from running import WORDS

pytestmark = pytest.mark.slow  # processes are started


class _Parts:
    """What Ray Data makes of tables, done at once and in order."""

    def __init__(self, parts: Sequence[pa.Table]) -> None:
        self.parts = parts

    def map_batches(self, work: Callable[[pa.Table], pa.Table], **_: Any) -> _Parts:
        return _Parts([work(part) for part in self.parts])

    def iter_batches(self, **_: Any) -> Iterator[pa.Table]:
        return iter(self.parts)


class RayError(Exception):
    """As Ray raises it."""


@pytest.fixture(autouse=True)
def ray(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Stands in for Ray, which the tests can do without."""
    module = ModuleType("ray")
    context = SimpleNamespace(enable_progress_bars=True)
    module.__dict__.update(
        data=SimpleNamespace(
            from_arrow=_Parts,
            TaskPoolStrategy=lambda size: size,
            DataContext=SimpleNamespace(get_current=lambda: context),
        ),
        exceptions=SimpleNamespace(RayError=RayError),
        init=lambda *_, **__: None,
        shutdown=lambda: None,
    )
    monkeypatch.setitem(sys.modules, "ray", module)
    monkeypatch.setattr(cluster, "_AT_ONCE", 2)
    return module


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    for number, place in enumerate(("a.txt", "b.txt", "c/d.txt", "c/.hidden.txt", "e.json")):
        path = folder / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{WORDS}第{number}份\n", "utf-8")
    (folder / "c" / "broken.txt").write_bytes(b"hello")
    return folder


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app(), ["extract", *map(str, arguments), "--engine", "ray"])


def rows(out: Path, name: str) -> list[dict[str, Any]]:
    return dataset.dataset(out / name, partitioning="hive").to_table().sort_by("document").to_pylist()


def written(out: Path) -> dict[str, bytes]:
    return {str(path.relative_to(out)): path.read_bytes() for path in out.rglob("*") if path.is_file()}


def test_every_document_is_a_row_or_an_error_and_rows_are_those_of_export(documents: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"

    result = run(documents, "-o", out)

    assert result.exit_code == 1
    assert (
        "planparse: c/broken.txt: does not look like a plan: no outline, measure or target found; check the file"
        in result.stderr
    )
    assert f"planparse: failures are logged to {out}/errors" in result.stderr
    plans = [planparse.extract(documents / place) for place in ("a.txt", "b.txt", "c/d.txt")]
    assert [json.loads(row["plan"]) for row in rows(out, "plans")] == [json.loads(plan.model_dump_json()) for plan in plans]
    assert [row["document"] for row in rows(out, "errors")] == ["c/broken.txt"]
    for table in tables(plans):
        expected = arrow_of(table, pa).to_pylist()
        found = [{name: row[name] for name in table.columns} for row in rows(out, table.name)]
        assert sorted(found, key=str) == sorted(expected, key=str)
    assert {path.name for path in out.iterdir()} == {"errors", *TABLES}
    assert {path.name for path in (out / "plans").iterdir()} == {cluster._edition()}


def test_a_second_run_reads_only_what_has_changed_and_clears_what_a_killed_one_has_left(
    documents: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, whole = tmp_path / "out", tmp_path / "whole"
    run(documents, "-o", out)
    parts = (out / "plans").rglob("*.parquet")
    next(
        part for part in parts if "a.txt" in parquet.read_table(part)["document"].to_pylist()
    ).unlink()  # as if it had been killed before this, the last file of a part
    (out / "targets" / cluster._edition() / "half.parquet.part").write_bytes(b"PAR1")
    (documents / "c" / "d.txt").write_text(f"{WORDS}改动\n", "utf-8")
    read: list[str] = []
    fetch = cluster._written

    def noted(here: Any, there: Any, limit: float, part: pa.Table) -> pa.Table:
        read.extend(part["document"].to_pylist())
        return fetch(here, there, limit, part)

    monkeypatch.setattr(cluster, "_written", noted)
    result = run(documents, "-o", out)

    assert result.exit_code == 1
    assert sorted(read) == ["a.txt", "b.txt", "c/broken.txt", "c/d.txt"]  # two parts: one without its end, one with a change
    run(documents, "-o", whole)
    for name in ("errors", *TABLES):
        assert rows(out, name) == rows(whole, name)
    read.clear()
    before = written(out)
    (documents / "a.txt").unlink()
    os.utime(documents / "b.txt", (0, 0))
    run(documents, "-o", out)
    assert read == ["b.txt"]  # what was in a part with what is gone
    read.clear()
    result = run(documents, "-o", out)
    assert (read, result.exit_code) == ([], 1)
    assert "2  done before" in result.stderr
    assert "no outline, measure or target found" in result.stderr
    assert before.keys() != written(out).keys()


def test_other_rules_write_beside_what_stands_there(
    documents: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    run(documents, "-o", out)
    before = written(out)

    monkeypatch.setattr(cluster, "version", lambda: "later")
    run(documents, "-o", out)

    assert before.items() < written(out).items()
    assert {path.name for path in (out / "plans").iterdir()} > {"rules=later"}


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("IN",), "needs one folder or address to read, and -o OUT for its results"),
        (("IN", "IN", "-o", "OUT"), "needs one folder or address"),
        (("IN", "-o", "OUT", "--format", "json", "--force"), "leave out --format, --force"),
        (("none", "-o", "OUT"), "none: there is no such file; check the path"),
        (("EMPTY", "-o", "OUT"), "contains no readable document; check the address"),
        (("IN", "-o", "ftp://host/out"), "ftp://host/out: cannot be read"),
        (("IN", "-o", "FILE"), "FILE: cannot be written"),
    ],
)
def test_what_cannot_be_has_a_line(
    arguments: Sequence[str], told: str, documents: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    documents.rename("IN")
    Path("EMPTY").mkdir()
    Path("FILE").touch()

    result = run(*arguments)

    assert result.exit_code in {1, 2}
    assert told in " ".join(result.stderr.split())
    assert "Traceback" not in result.stderr


def test_what_goes_wrong_on_the_cluster_has_a_line(documents: Path, tmp_path: Path, ray: ModuleType) -> None:
    def fails(*_: Any, **__: Any) -> None:
        raise RayError("a trace\nof lines\nOSError: no room")

    ray.data.from_arrow = fails
    result = run(documents, "-o", tmp_path / "out")
    assert result.stderr.startswith(f"planparse: {tmp_path / 'out'}: the Ray run failed: OSError: no room; the same")

    ray.init = fails  # type: ignore[attr-defined]  # as the fixture has made it
    result = run(documents, "-o", tmp_path / "out", "--address", "ray://nowhere:1")
    assert result.stderr.startswith("planparse: ray://nowhere:1: the Ray run failed")


def test_without_ray_it_says_how_to_get_it(documents: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)

    result = run(documents, "-o", tmp_path / "out")

    assert result.stderr == "planparse: --engine ray needs 'planparse[ray]'; run: python -m pip install 'planparse[ray]'\n"
    assert not (tmp_path / "out").exists()
