"""A plan written is a plan kept: nothing lost, the same bytes each time, files whole or not at all."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from planparse import OutputError, Plan
from planparse.writers import WRITERS
from planparse.writers.as_yaml import as_yaml
from planparse.writers.files import make_folder, write_whole

READ = {"json": json.loads, "yaml": yaml.safe_load}


@pytest.mark.parametrize("name", WRITERS)
def test_what_is_written_reads_back_as_the_same_values(plan: Plan, values: dict[str, Any], name: str) -> None:
    written = WRITERS[name](plan)

    assert READ[name](written) == values
    assert list(READ[name](written)) == list(Plan.model_fields)


@pytest.mark.parametrize("name", WRITERS)
def test_the_bytes_are_the_same_each_time_and_chinese_is_chinese(plan: Plan, name: str) -> None:
    again = Plan.model_validate_json(plan.model_dump_json())

    assert WRITERS[name](plan) == WRITERS[name](again)
    assert "title: 甲市医疗服务实施方案".replace(": ", '": "' if name == "json" else ": ") in WRITERS[name](plan).decode()
    assert WRITERS[name](plan).endswith(b"\n")


def test_yaml_keeps_lines_as_lines(plan: Plan) -> None:
    assert "text: |\n  甲市医疗服务实施方案\n  一、主要目标\n" in as_yaml(plan).decode()


@given(st.text())
@example("\x85")
@example("一\x85二\n")
@example(" 一\n\n二 \n")
@example("\u2028")
@example("\ufeff一\n")
@example("\t\n一")
@example("\n")
@example("一\n\n\n")
@example("null")
@example("2025-12-31")
@example("1:30")
@example("=")
@example("一" * 5000)
def test_yaml_loses_no_character(text: str) -> None:
    empty = Plan.model_construct(text=text)

    assert yaml.safe_load(as_yaml(empty))["text"] == text


@pytest.mark.parametrize("title", ["\n", "甲\n\n", "甲\n", "\n甲", " \n"])
def test_yaml_goes_on_behind_a_text_that_ends_in_empty_lines(values: dict[str, Any], title: str) -> None:
    values["metadata"]["title"] = title

    assert yaml.safe_load(as_yaml(Plan.model_validate_json(json.dumps(values)))) == values


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "plan.json"
    path.write_text("old")

    write_whole(path, "新\n")

    assert path.read_bytes() == "新\n".encode()
    assert [*tmp_path.iterdir()] == [path]


@pytest.mark.skipif(os.name != "posix", reason="permissions of Unix")
@pytest.mark.parametrize("mode", [0o600, 0o664, 0o444])
def test_a_file_that_is_replaced_keeps_its_permissions(tmp_path: Path, mode: int) -> None:
    path, link = tmp_path / "plan.json", tmp_path / "link.json"
    path.write_text("before", "utf-8")
    path.chmod(mode)
    link.symlink_to(path)

    for place in (path, link):
        write_whole(place, "after")
        assert stat.S_IMODE(path.stat().st_mode) == mode


@pytest.mark.skipif(os.name != "posix", reason="permissions of Unix")
def test_a_new_file_has_the_permissions_that_the_user_gives_new_files(tmp_path: Path) -> None:
    (beside := tmp_path / "beside").touch()
    write_whole(tmp_path / "plan.json", "new")

    assert (tmp_path / "plan.json").stat().st_mode == beside.stat().st_mode


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away")
def test_a_file_that_root_replaces_keeps_its_owner(tmp_path: Path) -> None:
    (path := tmp_path / "plan.json").touch(0o600)
    os.chown(path, 4321, 8765)

    write_whole(path, "after")

    status = path.stat()
    assert (status.st_uid, status.st_gid, stat.S_IMODE(status.st_mode)) == (4321, 8765, 0o600)


def test_a_failed_write_leaves_what_was_there_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "plan.json"
    path.write_text("old")

    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", fail)

    with pytest.raises(OutputError, match=r"plan\.json: cannot be written \(No space left on device\); choose"):
        write_whole(path, "new")

    assert path.read_text() == "old"
    assert [*tmp_path.iterdir()] == [path]


def test_a_folder_in_the_way_has_a_line(tmp_path: Path) -> None:
    (tmp_path / "plan.json").mkdir()

    with pytest.raises(OutputError, match=r"plan\.json: is a folder; move it"):
        write_whole(tmp_path / "plan.json", "new")

    assert [path.name for path in tmp_path.iterdir()] == ["plan.json"]


def test_a_folder_that_cannot_be_made_has_a_line(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")

    make_folder(tmp_path / "new" / "deep")
    with pytest.raises(OutputError, match="out: the folder cannot be created"):
        make_folder(tmp_path / "out")

    assert (tmp_path / "new" / "deep").is_dir()
