"""The picture that README.md shows: the report of a sample plan, with a target and its words marked.

python tests/bench/picture.py output/report.png
"""

from __future__ import annotations

import shutil
import sys
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import sync_playwright

from planparse import extract, pages

# The shell without windows does the same in half of the time.
CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"))), None
)
SEED = Path(__file__).resolve().parents[2] / "seeds" / "jining.txt"
# The target that README.md explains.
TARGET = "县域内患者就诊率"
SHOWN = {"width": 1280, "height": 640}


def taken(page_file: Path) -> bytes:
    """What the browser shows once the target is clicked, two dots a pixel."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM)
        page = browser.new_page(viewport=SHOWN, device_scale_factor=2)
        page.goto(page_file.as_uri())
        page.locator("[data-rows=targets] a", has_text=TARGET).first.click()
        page.mouse.move(0, 0)
        picture = page.screenshot()
        browser.close()
    return picture


def main(out: Path) -> None:
    """Take it, in as few colours as a page of text needs."""
    with TemporaryDirectory() as folder:
        page_file = Path(folder) / "report.html"
        page_file.write_text(pages.report(extract(SEED), "zh"), "utf-8")
        picture = Image.open(BytesIO(taken(page_file))).convert("RGB")
    picture.quantize(96, Image.Quantize.MAXCOVERAGE, kmeans=1, dither=Image.Dither.NONE).save(out, optimize=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
