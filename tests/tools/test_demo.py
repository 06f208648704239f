"""The demo's folders say what in them may be published."""

import re
from pathlib import Path

DEMO = Path(__file__).resolve().parents[2] / "tools" / "demo"


def test_the_read_me_beside_the_white_book_names_every_file_there():
    script = DEMO.read_text(encoding="utf-8")
    (told,) = re.findall(r"hvidbog/LAES_MIG\.txt\" <<'END'\n(.*?)\nEND\n", script, re.DOTALL)
    public, own = told.split("Kommunens egne, må ikke offentliggøres:")
    written = set(re.findall(r"\$out/hvidbog/([\w.]+)", script)) - {"LAES_MIG.txt"}
    assert written == {"hvidbog.docx", "hvidbog.html", "beslutninger.gpkg", "bygninger.gpkg", "naboer.gpkg", "intern"}
    assert all(name in (public if name.startswith("hvidbog") else own) for name in written)
