"""planparse show: a plan for reading on the terminal."""

from typing import Annotated

import typer

from planparse.cli.options import Lang, Plans
from planparse.cli.speaking import language
from planparse.cli.streams import for_each, plan_at, write_data


def show(
    plans: Plans,
    targets: Annotated[bool, typer.Option("--targets")] = False,  # noqa: FBT002
    _lang: Lang = None,
) -> None:
    """Show plans as a tree, or their targets as a table."""
    from planparse.cli.views import rendered, target_table, tree  # noqa: PLC0415 - rich is slow to import

    view = target_table if targets else tree
    for_each(plans, lambda plan: write_data(rendered(view(plan_at(plan), language()))))
