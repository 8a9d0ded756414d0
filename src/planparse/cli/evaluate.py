"""planparse evaluate: plans against gold."""

import json
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planparse.cli.gold_files import EXTRACTED, GOLD, PLANS, Matching, files_in
from planparse.cli.options import Lang, one_of
from planparse.cli.speaking import Refused, language, say
from planparse.cli.streams import Failures, in_time, plan_at, write_data
from planparse.errors import InvalidGoldError, NotAPlanError, UnsoundError
from planparse.labels import Language
from planparse.messages import Message
from planparse.readers.inputs import Input
from planparse.writers.as_json import escaped
from planparse.writers.files import write_whole

if TYPE_CHECKING:
    from planparse.evaluating import Evaluation, NumbersEvaluation, PlanEvaluation, Progress

_WIDE = 1000  # columns where there is no terminal: what a program reads is better not folded


def evaluate(
    gold: Annotated[list[Path] | None, typer.Option("--gold", metavar="DIR|FILE")] = None,
    plans: Annotated[list[Path] | None, typer.Option("--plans", metavar="DIR|FILE")] = None,
    reviewed: Annotated[list[Path] | None, typer.Option("--reviewed", metavar="DIR|FILE")] = None,
    output: Annotated[str, one_of(("table", "json"), "--format")] = "table",
    by_plan: Annotated[bool, typer.Option("--by-plan")] = False,  # noqa: FBT002
    misses: Annotated[bool, typer.Option("--misses")] = False,  # noqa: FBT002
    save: Annotated[Path | None, typer.Option("--save", metavar="FILE")] = None,
    against: Annotated[Path | None, typer.Option("--against", metavar="FILE")] = None,
    _lang: Lang = None,
) -> None:
    """Measure plans against gold: precision, recall and F1 of each list."""
    for name, one, other in (("--gold", gold, plans or not reviewed), ("--plans", plans, gold)):
        if other and not one:
            raise Refused("missing-parameter", name=name)
    from planparse import evaluating  # noqa: PLC0415 - only where it is needed

    failures = Failures()
    golds = [*dict.fromkeys(chain(*failures.of(gold or [], partial(files_in, suffixes=GOLD))))]
    found = [*chain(*failures.of(plans or [], partial(files_in, suffixes=PLANS)))]
    checked = [*dict.fromkeys(chain(*failures.of(reviewed or [], partial(files_in, suffixes=EXTRACTED))))]
    earlier = failures.of(
        [against] if against else [], partial(in_time, evaluating.read_evaluation)
    )  # first: --save may take its place
    evaluated = failures.of(golds, partial(_evaluated, matching=Matching(golds, found, plans or []))) if found else []
    evaluated += failures.of(checked, _against_review)
    if evaluated:
        run = evaluating.gathered(evaluated)
        change = evaluating.progress(earlier[0], run) if earlier else None
        failures.of([save] if save else [], lambda path: write_whole(path, run.model_dump_json(indent=2) + "\n", "--save"))
        for limit in _limits(change) if change else ():
            say(Message("at", where=against, what=limit))
        as_text = partial(_as_text, language=language(), by_plan=by_plan, misses=misses)
        write_data(_as_json(run, change) if output == "json" else as_text(run, change))
    failures.end()


def _evaluated(gold: Path, matching: Matching) -> "PlanEvaluation | NumbersEvaluation":
    from planparse import evaluating  # noqa: PLC0415

    plan = matching.plan_of(gold)
    wanted = in_time(evaluating.read_any_gold, gold)
    if isinstance(wanted, evaluating.Gold):
        return evaluating.evaluate(wanted, plan_at(plan), gold.stem)
    try:
        found = plan_at(plan)
    except NotAPlanError as error:  # which is a reading like any other where only paragraphs are annotated
        say(error)
        found = None
    try:
        return evaluating.evaluate_numbers(wanted, found, gold.stem)
    except UnsoundError as error:
        raise InvalidGoldError(str(gold), error.problems) from error


def _against_review(path: Path) -> "PlanEvaluation":
    """What the rules read today in the text of a reviewed plan, against what people left standing in it."""
    from planparse import evaluating  # noqa: PLC0415
    from planparse.api import load, parse  # noqa: PLC0415
    from planparse.evaluating.reviewed import gold_of  # noqa: PLC0415

    def evaluation(source: Input) -> "PlanEvaluation":
        plan = load(source)
        return evaluating.evaluate(gold_of(plan, str(path)), parse(plan.text, plan.source.name), path.stem)

    return in_time(evaluation, path)


def _limits(change: "Progress") -> list[Message]:
    """What to know before one believes the gains and losses."""
    limits = {
        "run-lacks": change.only_now,
        "run-has-besides": change.only_before,
        "run-other-gold": change.gold_changed,
    }
    return [Message(limit, plans=", ".join(plans)) for limit, plans in limits.items() if plans]


def _as_json(run: "Evaluation", change: "Progress | None") -> bytes:
    """The run as --save keeps it, with gains and losses where there are any to tell."""
    document = run.model_dump(mode="json")
    if change:
        document["against"] = change.model_dump(mode="json")
    return escaped(json.dumps(document, indent=2, ensure_ascii=False).encode()) + b"\n"


def _as_text(run: "Evaluation", change: "Progress | None", language: Language, *, by_plan: bool, misses: bool) -> str:
    from planparse.cli import figures  # noqa: PLC0415 - rich is slow to import
    from planparse.cli.views import rendered  # noqa: PLC0415

    views = [figures.lists(run, language), figures.fields(run.fields, language)] if run.plans else []
    if run.numbers.documents:
        views += figures.numbers(run.numbers, language)
    if by_plan:
        views += figures.plans(run, language)
    if misses:
        views.append(figures.misses(run, language))
    if change:
        views.append(figures.progress(change, language))
    return "\n".join(rendered(view, _WIDE) for view in views)
