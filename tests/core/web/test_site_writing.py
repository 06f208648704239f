"""The files of the website: all that belongs, the same each time, safe whatever the data say."""

import json
import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest
from web_sites import HOSTILE, a_site, columns, data, hostile_site, large_site, square

from lyngby_heritage.core.common.errors import Cancelled, HeritageError
from lyngby_heritage.core.designation.shown_classes import Classes
from lyngby_heritage.core.plan.state import PlanState
from lyngby_heritage.core.web import settings, write_site
from lyngby_heritage.core.web.content import text
from lyngby_heritage.core.web.payload import TEXTS_PER_FILE, teaser

VOID = {"meta", "link", "input", "br", "img", "hr", "circle", "path", "rect"}


def content(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "web"


def test_it_names_every_file_that_it_wrote(folder):
    written = write_site(folder, a_site())
    assert written == sorted(written)
    names = {path.relative_to(folder).as_posix() for path in written}
    assert names == set(content(folder))
    assert {
        *("index.html", "indstillinger.js", "liste/index.html", "liste/001.html", "liste/omraader.html"),
        *("data/bygninger.js", "data/fodaftryk.js", "data/omraader.js", "data/tekst/000.js"),
        *("site/app.js", "site/site.css", "site/leaflet/leaflet.js", "site/leaflet/LICENSE.txt"),
    } <= names


def test_the_same_site_gives_the_same_bytes(tmp_path):
    for name in ("a", "b"):
        write_site(tmp_path / name, a_site())
    assert content(tmp_path / "a") == content(tmp_path / "b")


def test_the_time_is_said_and_changes_nothing_else(tmp_path):
    for name in ("kl. 10.00", "kl. 11.30"):
        write_site(tmp_path / name, a_site(made_at=name))
    one, other = content(tmp_path / "kl. 10.00"), content(tmp_path / "kl. 11.30")
    for name in one:
        assert one[name].replace(b"kl. 10.00", b"kl. 11.30") == other[name]
    assert b"kl. 11.30" in other["index.html"]


def test_buildings_stand_by_address_and_none_is_lost(folder):
    write_site(folder, a_site())
    town = data(folder, "bygninger")
    assert town["key"] == ["zz-1", "aa-9", "aa-9-garage", "aa-10", "uden"]
    assert town["streets"] == ["Zebravej", "Ågade"]
    assert town["street"] == [0, 1, 1, 1, -1]
    assert town["rest"] == ["1", "9", "9", "10", ""]
    assert town["save"] == "42050"
    assert town["designated"] == "01000"
    assert town["year"] == [1890, 1912, 0, 1961, 0]
    assert town["environment"] == [-1, 0, -1, -1, -1]
    assert town["themes"][town["theme"][1]] == ["fredning", "moelleaadal"]
    assert town["teaser"] == {"1": "Her boede byens første fotograf. Atelieret ligger endnu i haven."}
    assert town["x"] == [4000, 0, 200, 2000, None]  # in millionths of a degree from the westernmost
    assert town["origin"] == [12_502_000, 55_770_000]


def test_the_colours_are_the_legend_s(folder):
    write_site(folder, a_site())
    text_of = (folder / "indstillinger.js").read_text(encoding="utf-8")
    classes = json.loads(text_of[text_of.index(",") + 1 : -3])["classes"]
    town = data(folder, "bygninger")
    assert [classes[int(digit)]["key"] for digit in town["class"]] == [
        *("til_vurdering", "vaerdi_1_3", "ikke_registreret", "ikke_udpeget", "ikke_registreret")
    ]
    assert "--accent: #7c2320" in (folder / "site" / "tema.css").read_text(encoding="utf-8")


def test_the_lists_say_of_each_building_whether_it_is_designated(folder):
    in_force = PlanState(2, adopted=date(2027, 3, 1), published=date(2027, 3, 8))
    rows = [
        {"address": "Vej 1", "save": 4, "ground": "til_vurdering"},
        {"address": "Vej 2", "save": None, "ground": "ikke_registreret"},
        {"address": "Vej 3", "save": 4, "ground": "beslutning"},
    ]
    write_site(folder, a_site(rows, state=in_force))
    told = {
        "liste": ["Ikke udpeget i denne plan: til vurdering", "Ikke udpeget i denne plan: uden SAVE-værdi"],
        "list": ["Not designated in this plan: to be assessed", "Not designated in this plan: without a SAVE value"],
    }
    left_out = {"liste": "Fravalgt: særskilt beslutning", "list": "Left out: separate decision"}
    settings_file = {"liste": "indstillinger.js", "list": "settings.js"}
    for name, words in told.items():
        page = (folder / name / "001.html").read_text(encoding="utf-8").replace("\u2060", "").replace("\xa0", " ")
        assert re.findall("<strong>(.*?)</strong>", page) == [*words, left_out[name]]
        handed = (folder / settings_file[name]).read_text(encoding="utf-8")
        assert all(f'"told":["{one}"' in handed for one in (*words, left_out[name]))


def test_reasons_and_stories_are_with_their_buildings(folder):
    rows = [{"address": f"Vej {i + 1}", "reason": f"Grund {i % 3}"} for i in range(TEXTS_PER_FILE + 2)]
    rows[TEXTS_PER_FILE] |= {"story": "En historie.", "ground": "ny_kode"}
    write_site(folder, a_site(rows))
    first, second = data(folder, "tekst/000"), data(folder, "tekst/001")
    assert (first["start"], len(first["reason"]), first["reasons"]) == (
        0,
        TEXTS_PER_FILE,
        ["Grund 0", "Grund 1", "Grund 2"],
    )
    assert second["start"] == TEXTS_PER_FILE
    assert second["reasons"][second["reason"][0]] == f"Grund {TEXTS_PER_FILE % 3}"
    assert second["story"] == {"0": "En historie."}
    assert second["code"] == {"0": "ny_kode"}


def test_ids_that_are_missing_or_shared_still_have_a_link_each(folder):
    write_site(folder, a_site([{"id": "a"}, {"id": "a"}, {"id": None}, {"id": ""}, {"id": "a~2"}]))
    assert data(folder, "bygninger")["key"] == ["a", "a~2", "uden-id", "uden-id~2", "a~2~2"]


def test_a_building_without_a_point_stands_in_its_footprint(folder):
    write_site(folder, a_site([{"lon": None, "geometry": [square(12.0, 55.0, 0.0002)]}]))
    town = data(folder, "bygninger")
    assert [town["x"][0] + town["origin"][0], town["y"][0] + town["origin"][1]] == [12_000_100, 55_000_056]
    assert data(folder, "fodaftryk")[0][0][:2] == [-100, -56]


def test_no_buildings_at_all(folder):
    write_site(folder, a_site([], environments=[], landscape=[], boundary=None))
    page = (folder / "index.html").read_text(encoding="utf-8")
    assert "Der er ingen bygninger i denne udgave" in page
    assert data(folder, "bygninger")["count"] == 0


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([{"designated": True, "ground": "vaerdi_1_3"}], "Her er én bygning."),
        (
            [{"designated": True, "ground": "vaerdi_1_3"}],
            "<strong>Den foreslås udpeget</strong> som bevaringsværdig.",
        ),
        ([{}] * 2, "<strong>Ingen af dem foreslås udpeget</strong> som bevaringsværdige."),
        ([{}], "<strong>Den foreslås ikke udpeget</strong> som bevaringsværdig."),
        ([{}] * 2, "Her er 2\u00a0bygninger."),
    ],
)
def test_the_lead_agrees_with_the_numbers(folder, rows, said):
    write_site(folder, a_site(rows, environments=[]))
    page = " ".join((folder / "index.html").read_text(encoding="utf-8").split(" "))
    assert said in re.sub(r"[ \n]+", " ", page)


def test_every_page_says_once_what_it_is_and_that_it_binds_nobody(folder):
    title = "Lokalplan 299 for Ærøby"
    write_site(folder, a_site(title=title, source="FBB og BBR."))
    index, areas = (read(folder / name) for name in ("index.html", "liste/omraader.html"))
    for page in (index, areas):
        assert "binder ingen: Bindende er kun en plan, som kommunalbestyrelsen har vedtaget" in page
        assert '<p class="kicker">Kulturhistorisk lokalplan</p>' in page
        assert "plan 299)" not in page  # the title has the number
    assert "<p>Kilde: FBB og BBR. Lavet " in areas
    assert "Forslagene er ikke besluttet." in areas


TODAY = date(2027, 3, 1)
STATES = (
    (
        PlanState(),
        "Udkast. Planen er ikke behandlet",
        "Foreslås udpeget: SAVE-værdi 1–\u20603",
        "foreslås udpeget</strong>",
    ),
    (PlanState(1, TODAY, TODAY), "Forslag i offentlig høring fra den 1.", "Foreslås udpeget: SAVE", "foreslås udpeget"),
    (
        PlanState(2, adopted=TODAY),
        "Planen gælder først fra offentliggørelsen",
        "Foreslås udpeget: SAVE",
        "foreslås udpeget",
    ),
    (
        PlanState(2, published=TODAY),
        "gælder fra offentliggørelsen i Plandata den 1.",
        "Udpeget: SAVE",
        "er udpeget</strong>",
    ),
)


@pytest.mark.parametrize(("state", "banner", "listed", "lead"), STATES)
def test_every_page_says_how_far_the_plan_is_and_calls_a_designation_by_it(folder, state, banner, listed, lead):
    write_site(folder, a_site([{"designated": True, "ground": "vaerdi_1_3"}] * 2, state=state))
    pages = {
        one: read(folder / one) for one in ("index.html", "liste/index.html", "liste/001.html", "liste/omraader.html")
    }
    assert all(banner in page for page in pages.values())
    assert f"<strong>{listed}" in pages["liste/001.html"]
    assert lead in " ".join(pages["index.html"].split())
    assert ("er udpeget" in " ".join(pages.values())) == state.in_force


def test_the_pages_say_which_proposals_for_environments_they_show(folder):
    """Numbers are missing among them, and the layer of the package has more."""
    proposal = {"id": "5", "name": "Agervej", "decided": False, "count": 2, "designated": 1, "rings": []}
    write_site(folder, a_site([{"designated": True, "ground": "vaerdi_1_3"}], environments=[proposal]))
    told = "Siden viser højst 30 forslag, og kun dem, hvor mindst 1 bygning foreslås udpeget; planens kortlag har dem"
    for page in ("index.html", "liste/omraader.html"):
        assert told in " ".join(read(folder / page).split())
    write_site(folder, a_site([{}], environments=[]))
    assert "Siden viser højst" not in read(folder / "index.html")


def read(path):
    return path.read_text(encoding="utf-8")


class Reader(HTMLParser):
    """The texts of a page and its tags; complains about what is not closed."""

    def __init__(self, page):
        super().__init__()
        self.open, self.tags, self.texts = [], [], []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag not in VOID:
            assert self.open.pop() == tag

    def handle_data(self, data):
        self.texts.append(data)


@pytest.mark.parametrize("site", [a_site(), hostile_site(), a_site([])], ids=["plain", "hostile", "empty"])
def test_pages_run_no_script_but_their_own_files(folder, site):
    write_site(folder, site)
    for path in folder.rglob("*.html"):
        page = Reader(path.read_text(encoding="utf-8"))
        for tag, attributes in page.tags:
            assert not any(name.startswith("on") or name == "style" for name in attributes), (path, tag, attributes)
            if tag == "script":
                assert re.fullmatch(r"[a-z/-]+\.js", attributes["src"])
            assert (
                tag not in ("img", "iframe", "object", "base", "style", "form") or attributes.get("id") == "filterform"
            )
            for name in ("src", "href"):
                assert not re.match(r"(?i)\s*(javascript:|data:|https?:|//)", attributes.get(name) or "")
        policy = next(a["content"] for t, a in page.tags if a.get("http-equiv") == "Content-Security-Policy")
        assert policy.startswith("default-src 'none'")
        assert "unsafe" not in policy


def test_a_building_without_an_address_is_listed_under_the_road_of_its_house_else_called_by_its_parcels(folder):
    rows = [
        {"id": "skur", "address": None, "use": "udhus", "lender": 2, "beside": "til"},
        {"id": "langt", "address": "Ågade 1"},
        {"id": "hus", "address": "Lundevej 4"},
        {"id": "ved", "address": None, "use": "dobbelthus", "lender": 2, "beside": "ved"},
        {"id": "garage", "address": "Lundevej 4", "use": "garage"},
        {"id": "ene", "address": None, "property": "8", "use": "garage", "parcels": "5a Askholt By, Askholt"},
        {"id": "to", "address": None, "property": None},
    ]
    write_site(folder, a_site(rows))
    page = "".join(one.read_text(encoding="utf-8") for one in sorted((folder / "liste").glob("0*.html")))
    named = re.findall(r"<h3><a [^>]*>([^<]*)</a></h3>", page)
    assert named == [
        "Lundevej 4",
        "Lundevej 4",
        "Udhus til Lundevej 4",
        "Dobbelthus ved Lundevej 4",
        "Ågade 1",
        "Garage, matr.nr. 5a Askholt By, Askholt",
        "Bygning uden adresse",
    ]
    index = (folder / "liste" / "index.html").read_text(encoding="utf-8")
    assert re.findall(r">([^<]+)</a>\s*<span[^>]*>(\d+)", index) == [
        ("Lundevej", "4"),
        ("Ågade", "1"),
        ("Uden adresse", "2"),
    ]


def test_hostile_names_are_texts(folder):
    write_site(folder, hostile_site())
    listed = Reader((folder / "liste" / "001.html").read_text(encoding="utf-8")).texts
    for name in HOSTILE:
        assert any(text(name) in each for each in listed), name
    for path in folder.rglob("*.js"):
        if path.parent.name in ("data", "tekst"):
            assert not re.search("[<>\u2028\u2029]", path.read_text(encoding="utf-8")), path


def test_ids_of_a_page_are_its_own(folder):
    write_site(folder, a_site())
    for path in folder.rglob("*.html"):
        ids = [
            attributes["id"] for _, attributes in Reader(path.read_text(encoding="utf-8")).tags if "id" in attributes
        ]
        assert len(ids) == len(set(ids)), path


def test_the_lists_hold_every_building_and_lead_to_its_card(folder):
    rows = [{"id": f"x {i}", "address": f"Vej{i % 7} {i}", "reason": f"Grunden er {i}."} for i in range(900)]
    write_site(folder, a_site([*rows, {"id": "y", "address": None, "reason": "Grunden er y."}]))
    pages = {path.name: path.read_text(encoding="utf-8") for path in (folder / "liste").glob("[0-9]*.html")}
    assert 3 <= len(pages) <= 7
    everything = "".join(pages.values())
    for i in range(900):
        assert f'href="../index.html#bygning=x%20{i}"' in everything
        assert f"Grunden er {i}." in everything
    index = (folder / "liste" / "index.html").read_text(encoding="utf-8")
    for file, anchor, name in re.findall(r'href="(\d+\.html)#([^"]+)">([^<]+)<', index):
        assert f'<h2 id="{anchor}">{name}</h2>' in pages[file]
    assert "Uden adresse" in index


def test_of_an_earlier_site_nothing_stays_that_would_be_out_of_date(folder):
    write_site(folder, a_site([{"address": f"Vej{i} 1"} for i in range(700)]))
    assert (folder / "liste" / "003.html").exists()
    (folder / "liste" / "note.txt").write_text("vores", encoding="utf-8")
    (folder / "robots.txt").write_text("vores", encoding="utf-8")
    written = write_site(folder, a_site())
    left = set(content(folder)) - {path.relative_to(folder).as_posix() for path in written}
    assert left == {"liste/note.txt", "robots.txt"}


@pytest.mark.parametrize("wrong", [{"lon": 719_635.0}, {"save": 12}])
def test_what_is_wrong_is_refused_before_anything_is_written(folder, wrong):
    with pytest.raises(HeritageError):
        write_site(folder, a_site([{}, wrong]))
    assert not folder.exists()


def test_unequal_columns_are_refused_before_anything_is_written(folder):
    buildings = columns([{}, {}])
    buildings["reason"].pop()
    with pytest.raises(ValueError, match="not of one length"):
        write_site(folder, a_site(buildings=buildings))
    assert not folder.exists()


def test_it_can_be_cancelled_all_the_way(folder):
    calls = 0

    def count():
        nonlocal calls
        calls += 1

    write_site(folder, large_site(5_000), count)
    assert calls > 5_000 / 300

    def cancel():
        raise Cancelled

    with pytest.raises(Cancelled):
        write_site(folder / "ny", a_site(), cancel)
    assert not (folder / "ny").exists()


def test_a_large_town_stays_light(folder):
    # 40,000 buildings with UUIDs: what a phone fetches before it can search, and then for the outlines.
    written = write_site(folder, large_site())
    sizes = {path.relative_to(folder).as_posix(): path.stat().st_size for path in written}
    assert sizes["data/bygninger.js"] < 4_500_000
    assert sizes["data/fodaftryk.js"] < 2_500_000
    assert max(size for name, size in sizes.items() if name.startswith("data/tekst/")) < 60_000


def test_the_library_is_the_one_that_is_named_with_its_licence(folder):
    write_site(folder, a_site())
    library = (folder / "site" / "leaflet" / "leaflet.js").read_text(encoding="utf-8")
    version = re.search(r"Leaflet (\d+\.\d+\.\d+)", library)[1]
    assert f"Leaflet {version}</a> (BSD 2)" in (folder / "index.html").read_text(encoding="utf-8")
    assert "Redistributions in binary form" in (folder / "site/leaflet/LICENSE.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("story", "shown"),
    [
        ("Kort.", "Kort."),
        ("To\nlinjer.", "To linjer."),
        ("ord " * 60, "ord " * 34 + "ord …"),
        ("langt, " * 30, ("langt, " * 20)[:-2] + " …"),
    ],
)
def test_the_beginning_of_a_story(story, shown):
    assert teaser(story) == shown


def test_a_background_map_is_the_one_other_server(folder, monkeypatch):
    url = "https://kort.example.dk/topo/{z}/{y}/{x}.png"
    chosen = replace(
        settings.settings(), background=settings.Background(url, "© Kortet", 18, "https://kort.example.dk")
    )
    monkeypatch.setattr("lyngby_heritage.core.web.writing.settings", lambda: chosen)
    write_site(folder, a_site())
    page = (folder / "index.html").read_text(encoding="utf-8")
    assert "img-src 'self' data: https://kort.example.dk;" in page
    assert url in (folder / "indstillinger.js").read_text(encoding="utf-8")


def test_parcels_share_the_name_of_their_ejerlav(folder):
    rows = [{"parcels": name} for name in ("5a Ærø By, Ærø", "5b Ærø By, Ærø", None, "5a Ærø By, Ærø", "7")]
    write_site(folder, a_site(rows))
    town = data(folder, "matrikler")
    assert town["numbers"] == ["5a", "5b", "7"]
    assert town["districts"] == ["Ærø By, Ærø"]
    assert town["district"] == [0, 0, -1]
    assert town["parcel"] == [0, 1, -1, 0, 2]


@pytest.mark.parametrize(
    ("state", "whether"),
    [
        (PlanState(), "om den foreslås udpeget."),
        (PlanState(2, adopted=date(2027, 3, 1), published=date(2027, 3, 8)), "om planen udpeger den."),
    ],
)
def test_the_site_shows_what_was_looked_at_and_says_of_each_building_whether_the_plan_has_it(folder, state, whether):
    write_site(folder, a_site(state=state))
    about = read(folder / "index.html").split('id="om-titel"')[1]
    assert "der er set på i arbejdet med »" in about
    assert f"Ved hver bygning står, {whether}" in about
    assert "der indgår i »" not in about


@pytest.mark.parametrize("name", ["index.html", "english.html"])
def test_the_key_has_the_sign_of_each_class_beside_its_colour(folder, name):
    write_site(folder, a_site())
    key = read(folder / name).split('<dl class="terms">')[1].split("</dl>")[0]
    drawn = {"square": 'width="12" height="12"', "circle": "<circle", "triangle": "M9 2.5", "diamond": "M9 1.5"}
    entries = re.findall(r"<dt>(.*?)</dt>", key)
    shown = [one for one in Classes.known().described if one["code"] is not None]
    assert [entry.count("<svg") for entry in entries] == [2] * len(shown)
    for marker, sign in drawn.items():
        assert sum(sign in entry for entry in entries) == sum(one["marker"] == marker for one in shown)
