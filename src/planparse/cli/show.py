"""planparse show: a plan for eyes."""

from pathlib import Path
from typing import Annotated

import typer

from planparse.cli.options import Lang, locale_language
from planparse.cli.streams import for_each, plan_at, write_data


def show(
    plans: Annotated[
        list[Path], typer.Argument(metavar="PLAN", help="Texts of plans or extracted files; - is standard input.")
    ],
    targets: Annotated[bool, typer.Option("--targets", help="Show the targets as a table instead of the tree.")] = False,  # noqa: FBT002
    lang: Lang = None,
) -> None:
    """Show plans as a tree, or their targets as a table."""
    from planparse.cli.views import rendered, target_table, tree  # noqa: PLC0415 - rich is slow to import

    view = target_table if targets else tree
    language = lang or locale_language()
    for_each(plans, lambda plan: write_data(rendered(view(plan_at(plan), language))))
