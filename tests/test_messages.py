"""What people are told: in both languages, with the fields that stand where it is told."""

from __future__ import annotations

import ast
import errno
import pickle
import string
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import planparse
from planparse import InputError, InvalidPlanError, OutputError
from planparse.errors import reason
from planparse.messages import Message
from planparse.messages.catalogue import MESSAGES
from planparse.messages.diagnostics import DIAGNOSTICS
from planparse.parsing.diagnostics import SEVERITIES

SOURCE = Path(planparse.__file__).parent
ERRORS = {name for name in planparse.__all__ if name.endswith("Error")} | {"_ProblemError"}


def gaps(words: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(words) if name is not None}


@cache
def nodes() -> list[tuple[Path, ast.Call | ast.Constant]]:
    """The calls and the constants in our source, each with its file."""
    return [
        (path.relative_to(SOURCE), node)
        for path in sorted(SOURCE.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call | ast.Constant)
    ]


def told() -> Iterator[tuple[str, str, set[str]]]:
    """Each place that tells a message by its id: the place, the id, the fields that it gives."""
    for path, call in nodes():
        if isinstance(call, ast.Constant):
            continue
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        first = call.args[0] if call.args else None
        if name in {"Message", "Refused"} or name in ERRORS:
            for id_ in (first.body, first.orelse) if isinstance(first, ast.IfExp) else (first,):
                if isinstance(id_, ast.Constant) and isinstance(id_.value, str):
                    yield f"{path}:{call.lineno}", id_.value, {str(word.arg) for word in call.keywords}


@pytest.mark.parametrize("id_", MESSAGES)
def test_both_languages_have_the_same_gaps(id_: str) -> None:
    chinese, english = MESSAGES[id_]

    assert chinese
    assert english
    assert gaps(chinese) == gaps(english)


@pytest.mark.parametrize("code", DIAGNOSTICS)
def test_diagnostics_have_the_same_gaps_in_both_languages(code: str) -> None:
    chinese, english = DIAGNOSTICS[code]

    assert gaps(chinese) == gaps(english)


def test_every_diagnostic_has_a_severity_and_words() -> None:
    assert set(DIAGNOSTICS) == set(SEVERITIES)


def test_a_diagnostic_is_told_in_both_languages_whatever_the_plan_says() -> None:
    (gap,) = (d for d in planparse.parse("一、总体{0}目标（{x}\n三、重点任务\n").diagnostics if d.code == "numbering-gap")
    (bracket,) = (d for d in planparse.parse("一、目标（{x}{0\n").diagnostics if d.code == "broken-bracket")

    assert (gap.message, gap.message_zh) == ("found 三、, expected number 2", "序号为 三、，应为第 2")
    assert (bracket.message, bracket.message_zh) == ("unclosed bracket: （{x}{0", "（{x}{0 的括号没有闭合")


@pytest.mark.slow
def test_every_message_has_the_fields_that_it_needs() -> None:
    places = [*told()]

    assert len(places) > 100
    assert [place for place in places if gaps(MESSAGES[place[1]][0]) != place[2]] == []


@pytest.mark.slow
def test_every_id_that_is_told_has_words_and_all_words_are_told() -> None:
    constants = {node.value for path, node in nodes() if path.parent.name != "messages" and isinstance(node, ast.Constant)}

    assert {id_ for _, id_, _ in told()} <= set(MESSAGES)
    assert set(MESSAGES) - set(errno.errorcode.values()) <= constants


def test_words_of_a_plan_and_names_of_files_are_no_format_strings() -> None:
    error = OutputError("gold-same-name", "{0}.txt", other="{other!r} {self.__class__}")

    assert str(error) == "{0}.txt: has the same name as {other!r} {self.__class__}; leave one of them out"
    assert error.words("zh") == "{0}.txt: 与 {other!r} {self.__class__} 同名；请去掉其中一个"
    assert Message("at", where="{x}", what=Message("no-field", record=Message("a-plan"), advice="{y}")).words("zh") == (
        "{x}: 规划没有这个字段；{y}"
    )


def test_errors_come_whole_out_of_another_process() -> None:
    for error in (
        InputError("too-large", "plan.txt", limit=16),
        InputError("looks-like", "plan.txt", kind=Message("image/png")),
        InvalidPlanError("plan.json", [Message("at", where="id", what=Message("twice")), Message("too-deep")]),
    ):
        came = pickle.loads(pickle.dumps(error))

        assert type(came) is type(error)
        assert (str(came), came.words("zh"), came.where) == (str(error), error.words("zh"), error.where)


def test_the_system_speaks_both_languages_where_it_refuses() -> None:
    full = reason(OSError(errno.ENOSPC, "No space left on device"))
    odd = reason(OSError(errno.ENOTTY, "Inappropriate ioctl for device"))

    assert isinstance(full, Message)
    assert (full.words("en"), full.words("zh"), odd) == (
        "No space left on device",
        "磁盘空间不足",
        "Inappropriate ioctl for device",
    )
