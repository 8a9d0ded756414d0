"""Ray, object storage and dask themselves: `make test-ray` runs it in an environment that has them; elsewhere it is skipped."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from pyarrow import dataset, fs
from typer.testing import CliRunner

import planparse
import traps
from planparse.cli import app
from planparse.corpus import cluster
from planparse.exporting import TABLES
from running import WORDS

ray = pytest.importorskip("ray", reason="Ray weighs more than all else; make test-ray")
moto = pytest.importorskip("moto.server")
dask = pytest.importorskip("dask")

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("default")]  # theirs are not ours


def rows(out: Path, name: str) -> list[dict[str, Any]]:
    return dataset.dataset(out / name).to_table().sort_by("document").to_pylist()


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    """Forty documents, one of which ends the process that reads it, and one of which is no plan."""
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number:02}.txt").write_text(f"{WORDS}第{number}份\n", "utf-8")
    (folder / "07.txt").write_bytes(traps.KILLS)
    (folder / "30.txt").write_bytes(b"hello")
    return folder


@pytest.fixture
def s3(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a bucket on a server of our own, with what one asks of it behind a question mark."""
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "testing")
    server = moto.ThreadedMotoServer(port=0)
    server.start()
    host, port = server.get_host_and_port()
    options = f"scheme=http&endpoint_override={quote(f'{host}:{port}')}&region=us-east-1&allow_bucket_creation=true"
    files, _ = fs.FileSystem.from_uri(f"s3://plans?{options}")
    files.create_dir("plans")
    yield f"s3://plans/{{}}?{options}"
    server.stop()


def test_a_run_on_ray_from_and_to_object_storage_is_the_run_on_folders(
    documents: Path, s3: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "_connect", traps.connect)
    monkeypatch.setattr(cluster, "_AT_ONCE", 8)
    there = cluster.place_at(s3.format("in"))
    fs.copy_files(str(documents), there.path, destination_filesystem=there.files)

    for source, out in ((documents, tmp_path / "out"), (s3.format("in"), s3.format("out"))):
        for done in ("38  plans done", "0  plans done"):
            arguments = ["extract", str(source), "-o", str(out), "--engine", "ray", "--jobs", "2"]
            result = CliRunner().invoke(app(), arguments)
            assert result.exit_code == 1
            assert done in result.stderr
            assert "the process reading it died (SIGKILL)" in result.stderr
    copied = cluster.place_at(s3.format("out"))
    fs.copy_files(copied.path, str(tmp_path / "copied"), source_filesystem=copied.files)
    for name in ("errors", *TABLES):
        found = rows(tmp_path / "out", name)
        assert found == rows(tmp_path / "copied", name)
        assert name != "errors" or [row["document"] for row in found] == ["07.txt", "30.txt"]
    assert [row["plan"] for row in rows(tmp_path / "out", "plans")] == [
        planparse.extract(path).model_dump_json() for path in sorted(documents.iterdir()) if path.stat().st_size > 9
    ]


def test_extract_batch_runs_in_workers_of_dask(documents: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from dask import bag  # noqa: PLC0415
    from distributed import Client, LocalCluster  # noqa: PLC0415

    monkeypatch.setenv("PYTHONPATH", str(Path(traps.__file__).parent))  # its workers do not find the tests
    paths = [*map(str, sorted(documents.iterdir()))]
    with (
        dask.config.set({"distributed.worker.daemon": False}),
        LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as local,
        Client(local),
    ):
        found = bag.from_sequence(paths, partition_size=10).map_partitions(traps.extracted).compute()

    assert [row["path"] for row in found] == paths
    assert [row["path"][-6:] for row in found if row["status"] == "failed"] == ["07.txt", "30.txt"]
