"""Lines filled up to one width become the paragraphs that they were, also where a printer's squeezed lines stand in pieces."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

import pytest

import planparse

WIDTH = 40


def width(words: str) -> float:
    return sum(0.5 if character.isascii() else 1 for character in words)


def filled(paragraph: str, random: Random, *, pieces: float) -> list[str]:
    """A paragraph as lines of one width, the first one indented by two; a share of the lines stands in pieces."""
    lines, line, room = [], "", float(WIDTH - 2)
    for character in paragraph:
        # A mark of punctuation hangs at the end of its line.
        if width(line) + width(character) > room and character not in "，。；：、）”》":
            lines.append(line)
            line, room = "", float(WIDTH)
        line += character
    lines.append(line)
    return [
        piece for line in lines for piece in (re.split("(?<=[，。；、])(?=.)", line) if random.random() < pieces else [line])
    ]


def printed(plan: planparse.Plan, pieces: float) -> str:
    random = Random(7)
    return "\n".join(line for words in plan.text.split("\n") for line in filled(words, random, pieces=pieces))


def outline(plan: planparse.Plan) -> list[tuple[str, str, int]]:
    measures = [
        (m.path, m.title.replace(" ", ""), sum(len(clause.units) for clause in m.responsibilities)) for m in plan.measures
    ]
    return [*((s.path, s.heading, 0) for s in plan.sections), *measures]


@pytest.mark.parametrize("name", ["jining", "bozhou"])
@pytest.mark.parametrize("pieces", [0.0, 0.3, 0.5])
def test_a_plan_printed_in_lines_of_one_width_says_what_it_says(seeds: Path, name: str, pieces: float) -> None:
    plan = planparse.parse((seeds / f"{name}.txt").read_text("utf-8"))

    read = planparse.parse(printed(plan, pieces))

    assert outline(read) == outline(plan)
    lines, printed_lines = len(plan.text.split("\n")), len(printed(plan, pieces).split("\n"))
    assert len(read.text.split("\n")) < 1.6 * lines < 0.5 * printed_lines


def test_headings_labels_annexes_and_marks_stay_on_lines_of_their_own(seeds: Path) -> None:
    plan = planparse.parse((seeds / "jining.txt").read_text("utf-8"))
    text = printed(plan, 0.3) + (
        "\n八、其他说明\n有关事项由市卫生健康委按规定办理，未尽事宜另行通知，以后有新的规定的从其新的规定。\n"
        "九、建立联动机制\n1.完善市民服务热线。建立服务热线与公安、消防、急救热线之间的联动，畅通市民热线与110、\n119、120等紧急热线的转接。\n"
        "2.公开办事结果。\n责任单位：市卫生健康委\n完成时限：2025年\n附件：任务分工表\n"
    )

    items = {path: (title, units) for path, title, units in outline(planparse.parse(text))}

    assert items["八、"] == ("其他说明", 0)
    assert items["九、/1."] == ("完善市民服务热线", 0)
    assert items["九、/2."] == ("公开办事结果", 1)
    assert [path for path in items if path.startswith("九、")] == ["九、", "九、/1.", "九、/2."]


def test_a_text_of_short_lines_that_are_paragraphs_stays_as_it_is() -> None:
    lines = [f"{number}.推动事项{number}落实到位，建立台账，定期调度。\n强化保障。" for number in range(1, 60)]

    assert planparse.parse("\n".join(lines)).text.split("\n") == "\n".join(lines).split("\n")
