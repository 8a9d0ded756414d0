"""The command, run within the process of the tests, and a short plan to run it on."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

from typer.testing import CliRunner, Result

from planparse.cli import app

WORDS = """甲市人民政府关于印发甲市医疗服务实施方案的通知
一、主要目标
到2025年，县域内住院率达到90%以上。
二、主要任务
（一）建设区域医疗中心。建成区域医疗中心3家。（牵头单位：市卫生健康委，配合单位：市财政局）
"""

Command = Callable[..., subprocess.CompletedProcess[str]]


def run(*arguments: str | Path, stdin: bytes = b"", **env: str) -> Result:
    """Run a command within this process, with these variables in its environment."""
    return CliRunner(env=env).invoke(app(), [str(argument) for argument in arguments], input=stdin, prog_name="planparse")
