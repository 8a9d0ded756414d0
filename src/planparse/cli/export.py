"""planparse export: many plans as flat tables."""

import sys
from collections.abc import Sequence
from contextlib import ExitStack
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Annotated, Final, Self

from planparse.cli.inputs import every_plan
from planparse.cli.options import Folder, Lang, Plans, each_once, one_of, stdin_once
from planparse.cli.speaking import language
from planparse.cli.streams import Failures
from planparse.exporting import EXPORTERS, Table, tables, tables_for
from planparse.model import Plan
from planparse.writers.files import make_folder

_AT_ONCE: Final = 100  # plans whose rows are held


def export(
    plans: Plans,
    out: Folder,
    formats: Annotated[list[str] | None, one_of(EXPORTERS, "--format")] = None,
    _lang: Lang = None,
) -> None:
    """Write plans as flat tables: plans, sections, measures, responsibilities, targets, deadlines."""
    stdin_once(plans)
    make_folder(out)
    failures = Failures()
    with ExitStack() as stack:
        exports = failures.of(dict.fromkeys(formats or ["csv"]), lambda name: stack.enter_context(_Export(name, out)))
        read = each_once(every_plan(plans, failures))
        while exports and (some := [*islice(read, 1)]):
            some += islice(read, _AT_ONCE - 1)
            filled = tables(some)
            exports = failures.of(exports, lambda export: export.add(some, filled))  # noqa: B023 - it is called at once
        failures.of(exports, _Export.end)
    failures.end()


class _Export:
    """An export in one format; what goes wrong with it leaves the others alone."""

    def __init__(self, name: str, out: Path) -> None:
        self._name = name
        self._stack = ExitStack()
        self._write = self._stack.enter_context(EXPORTERS[name](out, language()))

    def __str__(self) -> str:
        return self._name

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool | None:
        return self._stack.__exit__(kind, error, trace)

    def add(self, plans: Sequence[Plan], filled: Sequence[Table]) -> Self:
        """Write the rows of these plans, too. Raises OutputError where that is impossible; then there will be no file."""
        try:
            self._write(tables_for(self._name, plans, filled, language()))
        except BaseException:
            if not self._stack.__exit__(*sys.exc_info()):
                raise
        return self

    def end(self) -> None:
        """Let the files appear. Raises OutputError where that is impossible."""
        self._stack.close()
