"""What no document does any more, so far as is known: one that ends the process that reads it, and one that never ends."""

from __future__ import annotations

import os
import signal
import time

from planparse.corpus import batches

KILLS, HANGS = b"kills", b"hangs"


def read(document: batches.Document) -> batches.Read:
    """What the process does with a document, if it comes back."""
    if document.data == KILLS:
        os.kill(os.getpid(), signal.SIGKILL)
    if document.data == HANGS:
        time.sleep(10**6)
    return batches.read_document(document)
