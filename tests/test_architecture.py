"""The house stands: imports flow one way, and names that are promised in one place exist in the other."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
import tomllib
from hashlib import sha256
from pathlib import Path

import pytest
import typer
import yaml
from importlinter.cli import lint_imports

import planparse
from planparse.cli import app
from planparse.cli.speaking import LANGUAGES
from planparse.formats import FORMATS
from planparse.messages.help import HELP, help_of
from planparse.writers import WRITERS

ROOT = Path(__file__).parent.parent
GROUP = typer.main.get_command(app())
COMMANDS = {name: GROUP.get_command(None, name) for name in GROUP.list_commands(None)}  # type: ignore[attr-defined]


def test_imports_flow_one_way(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)

    status = lint_imports(no_cache=True)

    assert status == 0, capsys.readouterr().out


PROBE = """
import json, sys, planparse.cli
for arguments in json.loads(sys.argv[1]):
    planparse.cli.app()(arguments, standalone_mode=False)
print(*sys.modules, file=sys.stderr)
"""


def loaded_by(*commands: list[str]) -> list[str]:
    """The modules that are loaded when one process has done what these commands ask for."""
    command = [sys.executable, "-c", PROBE, json.dumps(commands)]
    return subprocess.run(command, capture_output=True, check=True, text=True).stderr.split()


@pytest.mark.slow
def test_extract_starts_without_what_it_does_not_need() -> None:
    heavy = {
        "planparse.messages.catalogue",
        "rich",
        "filelock",
        "multiprocessing",
        "planparse.cli.batch",
        "planparse.corpus.runs",
        "planparse.corpus.workers",
        "hypothesis",
        "jieba",
        "planparse.comparing",
        "planparse.validating",
        "planparse.cli.diff",
        "planparse.cli.compare",
        "planparse.cli.evaluate",
        "planparse.cli.export",
        "planparse.evaluating",
        "planparse.exporting",
        "planparse.readers.web.article",
        "email.policy",
        "planparse.pages",
        "planparse.readers.word.document",
        "planparse.readers.layout",
        "ofdkit",
        "jinja2",
        "xlsxwriter",
        "pyarrow",
    }
    assert heavy.isdisjoint(loaded_by(["extract", str(ROOT / "seeds" / "jining.txt")]))


@pytest.mark.slow
def test_the_process_that_starts_the_others_leaves_the_rules_to_them() -> None:
    probe = "import sys, planparse.cli.batch; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", probe], capture_output=True, check=True, text=True).stdout.split()

    assert {"planparse.parsing", "planparse.validating", "jieba", "pyarrow"}.isdisjoint(loaded)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_has_help(name: str) -> None:
    command = COMMANDS[name]

    with command.make_context(name, [], resilient_parsing=True) as context:
        parameters = command.get_params(context)

    assert {parameter.name for parameter in parameters} >= {"help", "_lang"}
    for language in LANGUAGES:
        assert help_of(language, name)
        assert all(help_of(language, name, parameter.name) for parameter in parameters)


def test_all_help_is_of_a_command_or_an_option() -> None:
    asked = {"planparse", *COMMANDS}
    for name, command in {"planparse": GROUP, **COMMANDS}.items():
        with command.make_context(name, [], resilient_parsing=True) as context:
            own = [parameter.name.lstrip("_") for parameter in command.get_params(context)]
        asked |= {*own, *(f"{name}.{parameter}" for parameter in own)}

    assert set(HELP) <= asked


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_stands_in_both_readmes(name: str, readme: str) -> None:
    assert f".venv/bin/planparse {name}" in (ROOT / readme).read_text("utf-8")


def test_the_front_door_names_all_that_it_opens() -> None:
    tree = ast.parse((ROOT / "src/planparse/__init__.py").read_text("utf-8"))
    [typed] = [node for node in tree.body if isinstance(node, ast.If)]  # what type checkers see; it is loaded when asked for
    imported = {alias.name for node in ast.walk(typed) if isinstance(node, ast.ImportFrom) for alias in node.names}

    assert {*planparse.__all__, "SCHEMA"} == imported | {"__version__"}  # which * leaves out: it needs pyarrow
    assert all(hasattr(planparse, name) for name in planparse.__all__)


def test_the_errors_are_drawn_as_they_are() -> None:
    errors = [
        value
        for value in vars(planparse.errors).values()
        if isinstance(value, type) and issubclass(value, planparse.PlanparseError)
    ]

    for error in errors:
        assert re.search(rf"\b{error.__name__} ", planparse.errors.__doc__ or "")
        assert error.__name__ in planparse.__all__


def test_the_makefile_lists_its_verbs() -> None:
    verbs = {
        "demo",
        "check",
        "test",
        "test-newest",
        "test-lowest",
        "lock",
        "score",
        "measure",
        "bench",
        "growth",
        "bench-corpus",
        "corpus",
        "schema",
        "golden",
        "browser",
        "wheel",
    }
    listed = set(re.findall(r"^([\w-]+):.*## ", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))

    assert verbs <= listed


def test_the_version_is_the_same_wherever_it_stands() -> None:
    release = re.search(r"^## ([\d.]+)", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))

    assert release
    assert release[1] == citation["version"] == planparse.__version__


def test_the_tables_that_others_made_are_those_with_a_notice() -> None:
    package = ROOT / "src" / "planparse"
    noted = re.findall(r"^\| `(\S+)` \|", (ROOT / "THIRD_PARTY.md").read_text("utf-8"), re.MULTILINE)

    ours = {"language/lexicons/indicator_names.tsv"}  # made of indicators.yaml
    assert set(noted) == {path.relative_to(package).as_posix() for path in package.rglob("*.tsv")} - ours


def test_the_seeds_are_those_that_their_readme_describes() -> None:
    rows = re.findall(r"^\| (\w+\.txt) .*`([0-9a-f]{64})`", (ROOT / "seeds/README.md").read_text("utf-8"), re.MULTILINE)

    assert {name: sha256((ROOT / "seeds" / name).read_bytes()).hexdigest() for name, _ in rows} == dict(rows)
    assert {name for name, _ in rows} == {path.name for path in (ROOT / "seeds").glob("*.txt")}


@pytest.mark.slow
def test_rich_and_workbooks_are_loaded_only_by_the_formats_that_need_them() -> None:
    plans = [str(ROOT / "output" / f"{plan}.json") for plan in ("jining", "bozhou")]
    commands = [[name, *plans, "--format", "csv"] for name in ("diff", "compare")]

    assert {"rich", "xlsxwriter", "pyarrow", "jinja2"}.isdisjoint(loaded_by(*commands))


def test_no_module_gives_one_name_to_two_values() -> None:
    for path in (ROOT / "src").rglob("*.py"):
        assigned = [
            target.id
            for statement in ast.parse(path.read_text("utf-8")).body
            if isinstance(statement, ast.Assign | ast.AnnAssign)
            for target in (statement.targets if isinstance(statement, ast.Assign) else [statement.target])
            if isinstance(target, ast.Name)
        ]
        assert sorted({name for name in assigned if assigned.count(name) > 1}) == [], path


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_the_readmes_say_which_command_writes_which_format_and_what_it_needs(readme: str) -> None:
    written = {
        name: {*option.metavar.split("|")}
        for name, command in COMMANDS.items()
        for option in command.params
        if "--format" in option.opts
    }
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    rows = re.findall(r"^\| `(\w+)` \| ((?:`\w+`(?:, )?)+) \| (.*)\|$", (ROOT / readme).read_text("utf-8"), re.MULTILINE)

    assert {name: {*re.findall(r"\w+", commands)} for name, commands, _ in rows} == {
        form: {name for name, forms in written.items() if form in forms} for form in FORMATS
    }
    for name, _, needs in rows:
        packages, extra = FORMATS[name].packages, FORMATS[name].extra
        assert needs.strip() == (f"`pip install '.[{extra}]'`" if extra else "")
        assert bool(extra) == bool(packages)
        assert {*packages.split()} <= {re.split("[<>=]", wanted)[0] for wanted in extras.get(extra, ())}


def test_every_writer_is_offered_as_a_format(seeds: Path) -> None:
    formats = [argument for name in WRITERS for argument in ("--format", name)]

    with COMMANDS["extract"].make_context("extract", [str(seeds), *formats]) as context:
        assert [*context.params["formats"]] == [*WRITERS]
