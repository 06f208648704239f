"""What a receiver sees of a document: LibreOffice opens it, and poppler reads the pages."""

import re
import subprocess
from pathlib import Path

SECONDS = 120


def converted(path, folder, ending):
    """A document in another format, in `folder`. LibreOffice has a profile of its own there: many may run at once."""
    profile = f"-env:UserInstallation=file://{Path(folder).resolve()}/.office-{Path(path).stem}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", ending, "--outdir", str(folder), str(path)],
        check=True,
        capture_output=True,
        timeout=SECONDS,
    )
    made = Path(folder) / f"{Path(path).stem}.{ending}"
    assert made.exists(), f"LibreOffice did not convert {path}"
    return made


def as_pdf(path, folder):
    """The pages of a document as LibreOffice prints them."""
    return converted(path, folder, "pdf")


def page_texts(pdf):
    """The text of each page, its lines joined."""
    text = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, timeout=SECONDS)
    return [" ".join(page.split()) for page in text.stdout.decode("utf-8").split("\f")[:-1]]


def pdf_lines(pdf):
    """The lines of all pages as they are printed."""
    told = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, timeout=SECONDS)
    return told.stdout.decode("utf-8").replace("\f", "\n").split("\n")


def page_sizes(pdf):
    """The width and height of each page, in mm."""
    told = subprocess.run(["pdfinfo", "-l", "-1", str(pdf)], check=True, capture_output=True, timeout=SECONDS).stdout
    sizes = re.findall(r"size:\s+([0-9.]+) x ([0-9.]+) pts", told.decode("utf-8"))
    return [tuple(round(float(one) * 25.4 / 72) for one in size) for size in sizes]
