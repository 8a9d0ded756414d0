"""The wheel holds all that belongs to the package, and works in an environment that has nothing else.

python tests/bench/wheel.py FOLDER    # that holds one sdist and one wheel
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tarfile
import venv
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

from golden import without_rules
from planparse.producer import __version__, producer

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "planparse"
# What the licences ask for, and what whoever gets the source needs to build and check it.
NOTICES = ("LICENSE", "LICENSES/Apache-2.0.txt", "THIRD_PARTY.md")
SOURCES = (
    *NOTICES,
    "CHANGELOG.md",
    "CITATION.cff",
    "CONTRIBUTING.md",
    "Makefile",
    "README.md",
    "pyproject.toml",
    "seeds/jining.txt",
)


def files_of_the_package() -> dict[str, bytes]:
    """Every file below src/, code, lexicons, templates and py.typed alike, by its place in the wheel."""
    paths = (path for path in PACKAGE.rglob("*") if path.is_file() and path.suffix not in {".pyc", ".pyo"})
    return {path.relative_to(PACKAGE.parent).as_posix(): path.read_bytes() for path in paths}


def missing(wheel: Path, sdist: Path) -> Iterator[str]:
    """What one of the two lacks, or holds otherwise than it stands here."""
    with ZipFile(wheel) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    info = f"planparse-{__version__}.dist-info"
    wanted = files_of_the_package() | {f"{info}/licenses/{name}": (ROOT / name).read_bytes() for name in NOTICES}
    yield from (f"{wheel.name}: {name}" for name, content in wanted.items() if held.get(name) != content)
    for name in held.keys() - wanted.keys():
        if not name.startswith(f"{info}/"):
            yield f"{wheel.name}: {name} is no file of the package"
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    yield from (f"{sdist.name}: {name}" for name in SOURCES if name not in names)


def try_out(wheel: Path, folder: Path) -> None:
    """Install the wheel alone, and use it from a folder that has nothing of this one. Raises where a command fails."""
    venv.create(folder / "venv", with_pip=True)
    programs = folder / "venv" / ("Scripts" if os.name == "nt" else "bin")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}

    def run(program: str, *arguments: str | Path) -> str:
        command = (programs / program, *arguments)
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)
        if done.returncode:
            raise SystemExit(f"{program} {' '.join(map(str, arguments))}: {done.stderr.decode()}")
        return done.stdout.decode("utf-8")

    run("python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wheel)
    assert run("planparse", "--version") == f"planparse {__version__}\n"

    extracted = run("planparse", "extract", ROOT / "seeds" / "jining.txt")
    assert json.loads(extracted)["producer"] == json.loads(producer().model_dump_json())
    assert without_rules(extracted) == (ROOT / "output" / "jining.json").read_text("utf-8")
    (folder / "jining.json").write_text(extracted, "utf-8")
    run("planparse", "validate", "jining.json")
    assert "济宁市" in run("planparse", "show", "--targets", "jining.json")
    for part in ("plan", "diff", "matrix"):
        assert run("planparse", "schema", part) == (ROOT / "schemas" / f"{part}.schema.json").read_text("utf-8")
    run("planparse", "diff", "jining.json", ROOT / "seeds" / "bozhou.txt", "--format", "json", "-o", "diff.json")
    compared = (folder / "diff.json").read_text("utf-8")
    assert without_rules(compared) == (ROOT / "output" / "jining-bozhou.diff.json").read_text("utf-8")
    run("planparse", "report", "jining.json", "-o", "jining.html")
    assert "<script" in (folder / "jining.html").read_text("utf-8")


def main(folder: Path) -> int:
    """Check what lies in the folder; 1 where something is missing."""
    [wheel], [sdist] = folder.glob("*.whl"), folder.glob("*.tar.gz")
    lacks = [*missing(wheel, sdist)]
    print(*(f"missing or different: {line}" for line in lacks), sep="\n", end="\n" if lacks else "", file=sys.stderr)
    if lacks:
        return 1
    with TemporaryDirectory() as name:
        try_out(wheel.resolve(), Path(name))
    print(f"{wheel}: complete, and extracts, validates, shows, compares and reports in an empty environment")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
