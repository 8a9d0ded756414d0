"""Makes tests/samples anew: one short plan in every form that a reader takes. Needs LibreOffice.

python tests/making/samples.py
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS / "bench")]

import ofd_layout  # noqa: E402 - the folder of what it imports comes first
import pdf_layout  # noqa: E402
import web_pages  # noqa: E402
from planparse.readers import office  # noqa: E402

FOLDER = TESTS / "samples"
PLAN = FOLDER / "plan.txt"
CONVERTED = {"docx": "docx:MS Word 2007 XML", "doc": "doc:MS Word 97", "odt": "odt:writer8", "rtf": "rtf:Rich Text Format"}


def main() -> None:
    """Write the plan in all forms but plain text, which is kept by hand."""
    text = PLAN.read_text("utf-8")
    page = re.sub(
        r'<table class="info">.*?</table>', "", web_pages.page(text), flags=re.DOTALL
    )  # it says more than the plan
    made = {
        "html": page.encode(),
        "mhtml": web_pages.single_file(page),
        "md": web_pages.markdown(text).encode(),
        "ofd": ofd_layout.laid_out(text, head=""),  # on a single page nothing tells a running head from a title
        "pdf": pdf_layout.laid_out(text, head=""),
    }
    for ending, data in made.items():
        PLAN.with_suffix(f".{ending}").write_bytes(data)
    program = office.find_libreoffice()
    if program is None:
        sys.exit("doc, docx, odt and rtf need LibreOffice; install it")
    with TemporaryDirectory() as folder:
        for ending, form in CONVERTED.items():
            command = [program, f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}", "--headless"]
            import_as = "--infilter=Text (encoded):UTF8,LF,,,"
            subprocess.run([*command, import_as, "--convert-to", form, "--outdir", folder, PLAN], check=True)
            shutil.copy(Path(folder, f"plan.{ending}"), FOLDER)


if __name__ == "__main__":
    main()
