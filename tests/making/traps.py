"""What no document does any more, so far as is known: one that ends the process that reads it, and one that never ends."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path
from typing import Any

import pyarrow as pa

import planparse
from planparse.corpus import batches

KILLS, HANGS = b"kills", b"hangs"


def read(document: batches.Document) -> batches.Read:
    """What the process does with a document, if it comes back."""
    if document.data == KILLS:
        os.kill(os.getpid(), signal.SIGKILL)
    if document.data == HANGS:
        time.sleep(10**6)
    return batches.read_document(document)


def install() -> None:
    """Have this process hand documents to `read`: what a worker of Ray does at its start."""
    batches.read_document = read


def extracted(part: list[str]) -> list[dict[str, object]]:
    """What docs/scale.md shows: a part of a bag of dask as a batch, with traps."""
    install()
    return planparse.extract_batch(pa.table({"path": part})).to_pylist()


def connect(ray: Any, _address: str | None, jobs: int) -> None:
    """In place of `cluster._connect`: Ray on this machine, with traps."""
    env = {"PYTHONPATH": str(Path(__file__).parent)}
    setup = {"worker_process_setup_hook": "traps.install", "env_vars": env}
    for left in (2, 1, 0):  # Ray gives itself half a minute, which a busy machine may not have
        try:
            ray.init(num_cpus=jobs, include_dashboard=False, log_to_driver=False, logging_level="ERROR", runtime_env=setup)
        except Exception:
            if not left:
                raise
            ray.shutdown()
        else:
            return
