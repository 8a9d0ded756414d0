"""requirements/ pins what pyproject.toml asks for: by hashes, from no place but the index that pip knows."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent


def pinned(name: str) -> dict[str, str]:
    """The packages of a file of pins with their versions."""
    lines = (ROOT / "requirements" / name).read_text("utf-8")
    return dict(re.findall(r"^([\w.-]+)==(\S+)", lines, re.MULTILINE))


def asked(name: str) -> list[Requirement]:
    """What pyproject.toml asks for in a file of pins."""
    said = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    project = said["project"]
    extras = {
        name: wishes for name, wishes in project["optional-dependencies"].items() if name != "ray"
    }  # has its environment
    lists = {
        "build.txt": [said["build-system"]["requires"], said["dependency-groups"]["build"]],
        "dev.txt": [project["dependencies"], *extras.values()],
    }
    requirements = [Requirement(line) for lines in lists[name] for line in lines]
    return [requirement for requirement in requirements if requirement.name != project["name"]]


def test_what_is_asked_for_is_pinned_within_its_bounds() -> None:
    for name in ("build.txt", "dev.txt"):
        pins = pinned(name)
        unmet = [
            str(wish) for wish in asked(name) if not wish.specifier.contains(pins.get(canonicalize_name(wish.name), "0"))
        ]

        assert unmet == [], f"requirements/{name}: make lock"


def test_each_requirement_has_a_lower_bound_that_can_be_tried() -> None:
    assert [str(wish) for name in ("build.txt", "dev.txt") for wish in asked(name) if ">=" not in str(wish.specifier)] == []


def test_a_package_that_both_files_pin_has_one_version() -> None:
    build, dev = pinned("build.txt"), pinned("dev.txt")

    assert {name: build[name] for name in build.keys() & dev.keys()} == {
        name: dev[name] for name in build.keys() & dev.keys()
    }


def test_every_pin_has_hashes_and_none_names_a_place() -> None:
    pin = r"[\w.-]+==[\w.]+(?: ; [^\n\\]+)? \\\n(?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+"

    for name in ("build.txt", "dev.txt"):
        lines = (ROOT / "requirements" / name).read_text("utf-8")

        assert re.fullmatch(rf"(?:#.*\n)+(?:{pin})+", lines)
