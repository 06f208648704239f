"""The report in a real browser: it loads in silence, asks the network for nothing, fits a phone and prints on A4."""

import re
import shutil
import socket
import subprocess
import threading

import pytest
from designation_reports import NOTHING, a_report

from lyngby_heritage.core.designation.outcome import GroundCount
from lyngby_heritage.core.report.classification import render
from lyngby_heritage.core.report.content import Finding, Input
from lyngby_heritage.core.report.page import templates

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed"),
    pytest.mark.skipif(shutil.which("pdfinfo") is None, reason="poppler-utils is not installed"),
]

# Red 1×1 picture.
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8cfc0000003010100"
    "c9fe92ef0000000049454e44ae426082"
)


class Proxy:
    """Takes every request that the browser makes, and answers none."""

    def __init__(self):
        self.seen = []
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.port = self.socket.getsockname()[1]
        threading.Thread(target=self.listen, daemon=True).start()

    def listen(self):
        while True:
            try:
                caller, _ = self.socket.accept()
            except OSError:
                return
            with caller:
                caller.settimeout(2)
                try:
                    self.seen.append(caller.recv(200))
                except OSError:
                    self.seen.append(b"?")

    def close(self):
        self.socket.close()


@pytest.fixture
def proxy():
    proxy = Proxy()
    yield proxy
    proxy.close()


def browse(page, profile, *options):
    """Run headless Chromium once on a file, in a profile of its own."""
    return subprocess.run(
        [
            CHROMIUM,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            f"--user-data-dir={profile}",
            "--enable-logging=stderr",
            *options,
            page.as_uri(),
        ],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )


def console(result):
    return [line for line in result.stderr.splitlines() if ":CONSOLE" in line]


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "rapport æøå.html"
    path.write_text(render(a_report(title="Udpegning i Ærøskøbing på Ås", map_png=PNG)), encoding="utf-8")
    return path


def test_it_loads_in_silence_and_asks_for_nothing(page, tmp_path, proxy):
    address = f"--proxy-server=127.0.0.1:{proxy.port}"
    result = browse(page, tmp_path / "profile", address, "--dump-dom")
    assert "Udpegning i Ærøskøbing på Ås" in result.stdout
    assert console(result) == []
    assert [request for request in proxy.seen if b"google" not in request] == []


def test_the_proxy_would_notice(tmp_path, proxy):
    path = tmp_path / "fetches.html"
    path.write_text('<img src="http://billeder.invalid/a.png">', encoding="utf-8")
    browse(path, tmp_path / "profile", f"--proxy-server=127.0.0.1:{proxy.port}", "--dump-dom")
    assert any(b"billeder.invalid" in request for request in proxy.seen)


@pytest.mark.parametrize(("width", "parts"), [(320, ""), (390, ".scroll"), (800, ".scroll")])
def test_nothing_sticks_out_at_the_side(page, tmp_path, width, parts):
    # A window cannot be as narrow as a phone, a frame can. The page itself forbids scripts, so the copy allows one.
    inner = page.read_text(encoding="utf-8").replace(
        "default-src 'none'", "default-src 'none'; script-src 'unsafe-inline'"
    )
    # On the narrowest phone a table may scroll within its own frame, the page never.
    probe = f"""<script>
      const wide = [document.documentElement, ...document.querySelectorAll("{parts or "none"}")];
      document.title = wide.filter((each) => each.scrollWidth > each.clientWidth).length + " too wide";
    </script></body>"""
    narrow = tmp_path / "narrow.html"
    narrow.write_text(inner.replace("</body>", probe), encoding="utf-8")
    frame = tmp_path / "frame.html"
    frame.write_text(
        f'<iframe src="narrow.html" style="width:{width}px;height:900px;border:0"></iframe>'
        "<script>onload = () => document.body.dataset.fits = frames[0].document.title</script>",
        encoding="utf-8",
    )
    dom = browse(frame, tmp_path / "profile", "--allow-file-access-from-files", "--dump-dom").stdout
    assert 'data-fits="0 too wide"' in dom


def test_on_a_phone_the_words_of_a_first_column_stand_whole(tmp_path):
    """Beside a text of many lines: a word was cut wherever the column ended."""
    table = """{% extends "base.html.j2" %}{% block content %}<div class="scroll"><table><thead>
      <tr><th style="width: 20%">Fra</th><th class="n" style="width: 8%">Rækker</th><th>Hvorfor</th></tr></thead><tbody>
      <tr><th scope="row">bygningerne i BBR</th><td class="n">14</td><td>{{ "Sag uden placering. " * 30 }}</td></tr>
      </tbody></table></div>{% endblock %}"""
    report = {"title": "x", "made_at": "i dag"}
    text = templates("templates").from_string(table).render(report=report, accent="#000")
    probe = """<script>
      const cell = document.querySelector("tbody th").firstChild, range = document.createRange();
      range.setStart(cell, 0); range.setEnd(cell, "bygningerne".length);
      document.title = range.getClientRects().length + " line";
    </script></body>"""
    narrow = tmp_path / "narrow.html"
    inner = text.replace("default-src 'none'", "default-src 'none'; script-src 'unsafe-inline'")
    narrow.write_text(inner.replace("</body>", probe), encoding="utf-8")
    frame = tmp_path / "frame.html"
    frame.write_text(
        '<iframe src="narrow.html" style="width:375px;height:900px;border:0"></iframe>'
        "<script>onload = () => document.body.dataset.words = frames[0].document.title</script>",
        encoding="utf-8",
    )
    dom = browse(frame, tmp_path / "profile", "--allow-file-access-from-files", "--dump-dom").stdout
    assert 'data-words="1 line"' in dom


def test_on_a_phone_the_sentences_of_a_last_column_are_not_crushed_and_the_caption_stays(tmp_path):
    """They stood in a strip of a word a line beside four other columns; the frame scrolls to them instead."""
    table = """{% extends "base.html.j2" %}{% block content %}<div class="scroll"><table>
      <caption>Bygninger tæt på grænsen, de mindst sikre først, og hvad der vender dem</caption><thead>
      <tr><th style="width: 19%">Bygning</th><th>Dag</th><th>I planen</th><th class="n">Antal</th>
      <th>Hvad er sket</th></tr></thead>
      <tbody><tr><th scope="row">Smøgen 1</th><td>14. september 2027</td><td>udpeget, SAVE-værdi 3</td>
      <td class="n">10</td><td>{{ "Det er nu sket. " * 6 }}</td></tr></tbody></table></div>{% endblock %}"""
    text = templates("templates").from_string(table).render(report={"title": "x", "made_at": "i dag"}, accent="#000")
    probe = """<script>
      const frame = document.querySelector(".scroll"), last = document.querySelector("td:last-child");
      const wide = last.getBoundingClientRect().width, number = document.querySelector("td.n");
      frame.scrollLeft = 9999;
      const seen = document.querySelector("caption").getBoundingClientRect(), view = frame.getBoundingClientRect();
      document.title = [wide >= 190, number.getBoundingClientRect().width < 80, frame.scrollLeft > 0,
        seen.left >= view.left - 1, seen.right <= view.right + 1,
        document.documentElement.scrollWidth <= document.documentElement.clientWidth].join(" ");
    </script></body>"""
    inner = text.replace("default-src 'none'", "default-src 'none'; script-src 'unsafe-inline'")
    (tmp_path / "narrow.html").write_text(inner.replace("</body>", probe), encoding="utf-8")
    frame = tmp_path / "frame.html"
    frame.write_text(
        '<iframe src="narrow.html" style="width:390px;height:900px;border:0"></iframe>'
        "<script>onload = () => document.body.dataset.told = frames[0].document.title</script>",
        encoding="utf-8",
    )
    dom = browse(frame, tmp_path / "profile", "--allow-file-access-from-files", "--dump-dom").stdout
    assert 'data-told="true true true true true true"' in dom


@pytest.mark.parametrize(
    ("figures", "width", "rows"), [(8, 900, 2), (8, 390, 4), (5, 900, 1), (3, 900, 1), (4, 900, 1)]
)
def test_the_first_figure_of_every_row_stands_at_the_margin(tmp_path, figures, width, rows):
    """That of the second row stood further in."""
    kind = f" of-{figures}" if figures in (3, 5) else ""
    tiles = "".join(f"<div><dt>ombygget</dt><dd>{one}</dd></div>" for one in range(figures))
    table = (
        f"""{{% extends "base.html.j2" %}}{{% block content %}}<dl class="figures{kind}">{tiles}</dl>{{% endblock %}}"""
    )
    text = templates("templates").from_string(table).render(report={"title": "x", "made_at": "i dag"}, accent="#000")
    probe = """<script>
      const left = document.querySelector("dl.figures").getBoundingClientRect().left, seen = new Map();
      for (const one of document.querySelectorAll("dl.figures dd")) {
        const box = one.getBoundingClientRect(), row = Math.round(box.top);
        const text = document.createRange(); text.selectNodeContents(one);
        if (!seen.has(row)) seen.set(row, Math.round(text.getBoundingClientRect().left - left));
      }
      document.title = [...seen.values()].join(" ");
    </script></body>"""
    assert in_frame(tmp_path, text, probe, width) == " ".join(["0"] * rows)


@pytest.mark.parametrize(("width", "shaded"), [(390, "true"), (900, "false")])
def test_on_a_phone_a_shade_says_that_a_table_goes_on(tmp_path, width, shaded):
    table = """{% extends "base.html.j2" %}{% block content %}<div class="scroll"><table><tbody><tr>
      {% for one in range(8) %}<td>bebyggelsesprocent</td>{% endfor %}</tr></tbody></table></div>{% endblock %}"""
    text = templates("templates").from_string(table).render(report={"title": "x", "made_at": "i dag"}, accent="#000")
    probe = """<script>
      const frame = document.querySelector(".scroll"), look = getComputedStyle(frame);
      document.title = look.backgroundImage.includes("gradient") && look.backgroundAttachment.includes("local");
    </script></body>"""
    assert in_frame(tmp_path, text, probe, width) == shaded


def in_frame(tmp_path, text, probe, width):
    """What a probe writes as the title of a page that is seen in a frame of a width."""
    inner = text.replace("default-src 'none'", "default-src 'none'; script-src 'unsafe-inline'")
    (tmp_path / "narrow.html").write_text(inner.replace("</body>", probe), encoding="utf-8")
    frame = tmp_path / "frame.html"
    frame.write_text(
        f'<iframe src="narrow.html" style="width:{width}px;height:900px;border:0"></iframe>'
        "<script>onload = () => document.body.dataset.told = frames[0].document.title</script>",
        encoding="utf-8",
    )
    size = f"--window-size={width + 100},1000"
    dom = browse(frame, tmp_path / "profile", "--allow-file-access-from-files", size, "--dump-dom").stdout
    return re.search(r'data-told="([^"]*)"', dom).group(1)


def test_beside_long_headings_of_numbers_the_words_of_a_first_column_stand_whole_on_a_screen(tmp_path):
    """Four headings of a white book stood in a line each, and "Udpegning" was cut into two lines."""
    table = """{% extends "base.html.j2" %}{% block content %}<div class="scroll"><table><thead><tr><th>Emne</th>
    {% for one in ("Imødekommet", "Delvist imødekommet", "Planen er ændret på anden måde", "Ingen ændring", "I alt") %}
      <th class="n">{{ one }}</th>{% endfor %}</tr></thead><tbody><tr><th scope="row">Bebyggelsesprocent</th>
      {% for one in range(5) %}<td class="n">0</td>{% endfor %}</tr></tbody></table></div>{% endblock %}"""
    text = templates("templates").from_string(table).render(report={"title": "x", "made_at": "i dag"}, accent="#000")
    probe = """<script>
      const cell = document.querySelector("tbody th").firstChild, range = document.createRange();
      range.selectNodeContents(cell);
      const frame = document.querySelector(".scroll");
      document.body.dataset.words = range.getClientRects().length + " line";
      document.body.dataset.over = frame.scrollWidth - frame.clientWidth;
    </script></body>"""
    path = tmp_path / "wide.html"
    inner = text.replace("default-src 'none'", "default-src 'none'; script-src 'unsafe-inline'")
    path.write_text(inner.replace("</body>", probe), encoding="utf-8")
    dom = browse(path, tmp_path / "profile", "--window-size=1100,800", "--dump-dom").stdout
    assert 'data-words="1 line"' in dom
    assert 'data-over="0"' in dom


FILE = "leverancer/datafordeler/BBR_V3_Ejendomsrelation_0173_TotalDownload_json_Current_646.zip"
OF_FILES = """{% extends "base.html.j2" %}{% import "contents.html.j2" as contents %}
  {% import "sections.html.j2" as sections %}{% block content %}{{ contents.used(used, roles, "Brugt") }}
  {{ contents.left(left, "Ikke brugt") }}
  {{ sections.koersel(report, {"PARCELS": "Jordstykkerne i Matriklen"}) }}{% endblock %}"""
CUT_WORDS = """<script>
  const cut = [], walk = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const text = walk.currentNode, words = /[\\wæøåÆØÅ.]+/g;
    for (let word; (word = words.exec(text.data)); ) {
      const range = document.createRange();
      range.setStart(text, word.index); range.setEnd(text, word.index + word[0].length);
      if (range.getClientRects().length > 1) cut.push(word[0]);
    }
  }
  const root = document.documentElement;
  document.title = cut.join(" ") + (root.scrollWidth > root.clientWidth ? " page too wide" : "") + " told";
</script></body>"""


@pytest.mark.parametrize("width", [390, 1280])
def test_beside_long_names_of_files_the_words_of_every_column_stand_whole(tmp_path, width):
    """What the files were taken for stood in three letters a line beside their names."""
    why = f"Filen {FILE} er nyere end denne og har de samme bygninger, så den er brugt i stedet."
    entry = {"file": FILE, "layer": None, "rows": 3, "role": "bbr", "by": "navn", "day": "01.05.2026", "why": why}
    entry |= {"title": "Fortidsmindebeskyttelseslinje", "doubtful": True}
    report = {
        "title": "x",
        "made_at": "i dag",
        "inputs": [Input("PARCELS", FILE, 1600, "EPSG:25832")],
        "parameters": [("CATALOGUE", "Temakatalog over bevaringsinteresser", FILE)],
        "versions": [],
    }
    text = (
        templates("templates")
        .from_string(OF_FILES)
        .render(report=report, accent="#000", roles={}, used=[entry], left=[entry])
    )
    inner = text.replace("default-src 'none'", "default-src 'none'; script-src 'unsafe-inline'")
    (tmp_path / "inner.html").write_text(inner.replace("</body>", CUT_WORDS), encoding="utf-8")
    frame = tmp_path / "frame.html"
    frame.write_text(
        f'<iframe src="inner.html" style="width:{width}px;height:900px;border:0"></iframe>'
        "<script>onload = () => document.body.dataset.cut = frames[0].document.title</script>",
        encoding="utf-8",
    )
    dom = browse(frame, tmp_path / "profile", "--allow-file-access-from-files", "--dump-dom").stdout
    assert 'data-cut="told"' in dom


def printed(page, tmp_path):
    pdf = tmp_path / "rapport.pdf"
    browse(page, tmp_path / "profile", "--no-pdf-header-footer", f"--print-to-pdf={pdf}")
    info = subprocess.run(["pdfinfo", pdf], capture_output=True, text=True, check=True).stdout
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True).stdout
    return dict(line.split(":", 1) for line in info.splitlines() if ":" in line), text


def test_it_prints_on_a4_with_danish_words_that_can_be_found(page, tmp_path):
    info, text = printed(page, tmp_path)
    assert "A4" in info["Page size"]
    width, height = (float(word) for word in info["Page size"].split()[:3:2])
    assert width < height
    pages = int(info["Pages"])
    assert 5 <= pages <= 10
    for words in ("Ærøskøbing på Ås", "bevaringsværdige", "Hvad betyder tærsklerne?", f"Side {pages} af {pages}"):
        assert words in text
    # A table's heading stands with its first row, a heading with what it is a heading of.
    for sheet in text.split("\f"):
        lines = [line.strip() for line in sheet.splitlines() if line.strip()]
        if len(lines) > 1:
            assert not lines[-2].startswith(("Regel ", "Reglerne side om side", "Grundlag", "Valg", "Data"))


def test_a_long_table_repeats_its_heading_on_every_sheet(tmp_path):
    findings = tuple(Finding(f"Forhold nummer {i} ved data.", i, ("a", "b")) for i in range(1, 121))
    path = tmp_path / "rapport.html"
    grounds = (GroundCount("ikke_udpeget", 7, 0),)
    path.write_text(render(a_report(grounds=grounds, **{**NOTHING, "findings": findings})), encoding="utf-8")
    _, text = printed(path, tmp_path)
    sheets = [sheet for sheet in text.split("\f") if "Forhold nummer" in sheet]
    assert len(sheets) > 2
    assert all("Antal" in sheet for sheet in sheets)
    assert all(f"Forhold nummer {i} ved data." in text for i in range(1, 121))
