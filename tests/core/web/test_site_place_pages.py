"""A page for each decided environment, one for the routes, and the signs that lead there."""

import re

import pytest
from web_sites import a_site, square

from lyngby_heritage.core.web import write_site

RINGS = [square(12.503, 55.7699)]
DECIDED = {
    "id": "kilen",
    "name": "Kilen & <åen>",
    "rings": RINGS,
    "decided": True,
    "story": "Her lå møllen.",
    "values": "Dammen.",
    "vulnerability": "Nye hegn.",
    "advice": "Friholdes.",
    "reason": "Den er hel.",
    "source": "Referat",
    "day": "3. oktober 2024",
}
ADDRESS = "https://kommune.dk/plan/"


def written(folder, **changes):
    write_site(folder, a_site(environments=(DECIDED,), **changes))
    return folder


def words(folder, name):
    page = (folder / name).read_text(encoding="utf-8")
    body = page[page.index("<main") : page.index("</main>")]
    return " ".join(re.sub(r"<[^>]+>", " ", body).replace("\xa0", " ").split())


def test_a_decided_environment_has_a_page_with_its_story_and_the_decision(tmp_path):
    said = words(written(tmp_path), "liste/miljoe-kilen.html")
    assert "Kilen &amp; &lt;åen&gt;" in said
    assert "Her lå møllen. Bærende bevaringsværdier Dammen. Sårbarhed Nye hegn. Anbefaling Friholdes." in said
    assert "Beslutningen: Referat, 3. oktober 2024." in said
    assert "Scan koden" not in said
    assert not (tmp_path / "qr").exists()


@pytest.mark.parametrize(("hidden", "there"), [(0, False), (2, True)])
def test_a_place_says_how_many_buildings_the_site_does_not_show(tmp_path, hidden, there):
    write_site(tmp_path, a_site(environments=({**DECIDED, "hidden": hidden},)))
    for name in ("miljoe-kilen.html", "omraader.html"):
        danish, english = (words(tmp_path, f"{folder}/{name}") for folder in ("liste", "list"))
        assert ("Ikke vist: 2 bygninger, som registret holder uden for offentligheden." in danish) == there
        assert ("Not shown: 2 buildings that the register keeps from the public." in english) == there


@pytest.mark.parametrize(
    ("count", "danish", "english"),
    [
        (2, "2 bygninger, som begge foreslås udpeget", "2 buildings, both proposed for designation"),
        (3, "3 bygninger, som alle foreslås udpeget", "3 buildings, all of them proposed for designation"),
    ],
)
def test_where_all_buildings_of_a_place_are_designated_the_pages_say_all(tmp_path, count, danish, english):
    houses = [{"id": f"h{n}", "ensemble": "kilen", "designated": True, "ground": "vaerdi_1_3"} for n in range(count)]
    write_site(tmp_path, a_site(houses, environments=(DECIDED,)))
    for name in ("miljoe-kilen.html", "omraader.html"):
        assert danish in words(tmp_path, f"liste/{name}")
        assert english in words(tmp_path, f"list/{name}")


def test_the_page_is_linked_from_the_list_and_leads_to_the_map(tmp_path):
    folder = written(tmp_path)
    assert 'href="miljoe-kilen.html"' in (folder / "liste" / "omraader.html").read_text(encoding="utf-8")
    assert 'href="../index.html#miljoe=kilen"' in (folder / "liste" / "miljoe-kilen.html").read_text(encoding="utf-8")
    assert (folder / "list" / "miljoe-kilen.html").exists()


def test_with_an_address_the_page_has_its_code_and_the_address_in_words(tmp_path):
    folder = written(tmp_path, web_address=ADDRESS)
    page = (folder / "liste" / "miljoe-kilen.html").read_text(encoding="utf-8")
    assert 'src="../qr/kilen-kode.svg"' in page
    assert ">https://kommune.dk/plan/liste/miljoe-kilen.html</a>" in page
    sign = (folder / "qr" / "kilen.svg").read_text(encoding="utf-8")
    assert "Kilen &amp; &lt;åen&gt;" in sign
    assert ">https://kommune.dk/plan/liste/miljoe-kilen.html<" in sign


def test_what_an_earlier_site_had_more_of_is_gone(tmp_path):
    written(tmp_path, web_address=ADDRESS)
    (tmp_path / "liste" / "egen.html").write_text("x", encoding="utf-8")
    write_site(tmp_path, a_site(environments=()))
    left = {path.name for path in (tmp_path / "liste").iterdir()} | {path.name for path in (tmp_path / "qr").iterdir()}
    assert left == {"index.html", "001.html", "egen.html"} | ({"omraader.html"} & left)


def test_the_routes_stand_in_order_with_their_stories(tmp_path):
    rows = [
        {"address": f"Ågade {number}", "lon": 12.5 + number / 1000, "story": f"Historie {number}", "designated": True}
        for number in (2, 1, 3)
    ]
    write_site(tmp_path, a_site(rows))
    said = words(tmp_path, "liste/ruter.html")
    assert "i luftlinje" in said
    assert [said.index(f"Historie {number}") for number in (1, 2, 3)] == sorted(
        said.index(f"Historie {number}") for number in (1, 2, 3)
    )
    assert 'href="../liste/ruter.html"' in (tmp_path / "liste" / "001.html").read_text(encoding="utf-8")
