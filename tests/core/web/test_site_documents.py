"""What the website has beside its texts: the plan's documents, photos, and the answers to each group."""

import copy
import doctest
import re
from dataclasses import replace
from datetime import date

import pytest
from web_sites import a_site, data

from lyngby_heritage.core.common.data import load
from lyngby_heritage.core.common.errors import HeritageError
from lyngby_heritage.core.plan.photo import Photo
from lyngby_heritage.core.plan.state import ADOPTED, PROPOSAL, PlanState
from lyngby_heritage.core.web import documents, settings, write_site
from lyngby_heritage.core.web.documents import Document

DOCUMENTS = (Document("bestemmelser.docx", 84_000), Document("kort.pdf", 12_345_678))
IN_FORCE = PlanState(ADOPTED, adopted=date(2027, 3, 1), published=date(2027, 3, 8))
LABELS = ["Bestemmelser (Word, 84 kB)", "Kort (PDF, 12,3 MB)"]


def site_with(state=None, **columns):
    """The street of `a_site` with columns by id of the building, and documents."""
    site = a_site(state=state or PlanState(), documents=DOCUMENTS)
    ids = site.buildings["id"]
    added = {name: [by_id.get(one) for one in ids] for name, by_id in columns.items()}
    return replace(site, buildings={**site.buildings, **added})


def given(**changes):
    chosen = copy.deepcopy(load("web/settings.json"))
    for name, value in changes.items():
        chosen[name] = {**chosen[name], **value} if isinstance(value, dict) else value
    return settings.read(chosen)


def page(folder, name):
    return (folder / name).read_text(encoding="utf-8")


def test_the_examples_of_the_module():
    outcome = doctest.testmod(documents)
    assert outcome.attempted
    assert not outcome.failed


@pytest.mark.parametrize(("name", "up"), [("index.html", ""), ("liste/index.html", "../")])
def test_the_documents_are_handed_out_with_their_sizes(tmp_path, name, up):
    write_site(tmp_path, site_with())
    found = re.findall(rf'<a href="{up}(dokumenter/[^"]+)">([^<]+)</a>', page(tmp_path, name))
    assert found == [("dokumenter/bestemmelser.docx", LABELS[0]), ("dokumenter/kort.pdf", LABELS[1])]
    assert '"documents":[["dokumenter/bestemmelser.docx"' in page(tmp_path, "indstillinger.js")


@pytest.mark.parametrize("name", ["english.html", "list/index.html", "settings.js"])
def test_the_english_writes_sizes_with_a_point(tmp_path, name):
    write_site(tmp_path, site_with())
    assert "Kort (PDF, 12.3 MB)" in page(tmp_path, name)


def test_the_english_answers_name_paragraphs_in_english(tmp_path):
    write_site(tmp_path, site_with(group={"aa-9": "A"}))
    assert "(§§ 5.4 and 5.5)" in page(tmp_path, "list/maa-jeg.html").replace("\u00a0", " ")
    assert "(§§ 5.4 og 5.5)" in page(tmp_path, "liste/maa-jeg.html").replace("\u00a0", " ")


def test_without_documents_no_page_speaks_of_them(tmp_path):
    write_site(tmp_path, a_site())
    assert not [path for path in tmp_path.rglob("*.html") if "dokumenter" in path.read_text(encoding="utf-8")]


def test_a_photo_has_its_words_and_sizes(tmp_path, monkeypatch):
    monkeypatch.setattr(
        "lyngby_heritage.core.web.writing.settings", lambda: given(photos={"credit": "Foto: <Arkivet>"})
    )
    write_site(tmp_path, site_with(photo={"aa-9": Photo("aa-9", ((480, 360), (1200, 900)))}))
    words = "Foto af Ågade 9, fritliggende enfamiliehus opført 1912"
    files = [["aa-9-480.jpg", 480, 360], ["aa-9-1200.jpg", 1200, 900]]
    assert data(tmp_path, "bygninger")["photo"] == {"1": [words, *files]}
    tag = re.search(r"<figure.*?</figure>", page(tmp_path, "liste/001.html"), re.DOTALL)[0]
    for part in ('src="../fotos/aa-9-480.jpg"', f'alt="{words}"', 'loading="lazy"', 'width="480" height="360"'):
        assert part in tag
    assert "<figcaption>Foto: &lt;Arkivet&gt;</figcaption>" in tag


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (PlanState(), "Kræver tilladelse efter udkastet (§ 4.1)."),
        (PlanState(PROPOSAL), "Kræver tilladelse efter forslaget (§ 4.1)."),
        (PlanState(ADOPTED), "Kræver tilladelse efter den vedtagne plan (§ 4.1)."),
    ],
)
def test_what_the_provisions_answer_stands_on_the_card_and_on_a_page_of_its_own(tmp_path, state, words):
    write_site(tmp_path, site_with(state, group={"aa-9": "A", "zz-1": "kirke"}))
    texts = data(tmp_path, "tekst/000")
    titles = [[texts["headings"][heading][0] for heading, *_ in card] for card in texts["cards"]]
    assert ["maa_jeg" in one for one in titles] == [False, True, False, False, False]  # zz-1, aa-9, …
    assert any(text.startswith(words) for _, _, text in texts["lines"])
    answers = page(tmp_path, "liste/maa-jeg.html")
    assert words in answers
    assert "Gruppe A: Bygninger med høj bevaringsværdi" in answers
    assert "Gruppe B" not in answers
    assert ("planlovens § 17" in answers) == (state.code != 0)
    assert 'href="maa-jeg.html#gruppe-a"' in page(tmp_path, "liste/001.html")


@pytest.mark.parametrize(
    ("state", "danish", "english"),
    [
        (PlanState(), "som planen foreslår udpeget", "that the plan proposes for designation"),
        (IN_FORCE, "som planen udpeger", "that the plan designates"),
    ],
)
def test_the_page_of_answers_says_whom_they_concern_before_the_first_group(tmp_path, state, danish, english):
    write_site(tmp_path, site_with(state, group={"aa-9": "A"}))
    told = (
        (
            "liste",
            f"Svarene om bygningen gælder de bygninger, {danish}.",
            "Fredede bygninger og kirker udpeger planen ikke",
        ),
        (
            "list",
            f"The answers on the building concern the buildings {english}.",
            "Listed buildings and churches are not des",
        ),
    )
    for folder, whom, apart in told:
        before = page(tmp_path, f"{folder}/maa-jeg.html").split('id="gruppe-a"')[0]
        assert whom in before
        assert apart in before


def test_where_no_building_is_bound_there_is_no_page_of_answers(tmp_path):
    write_site(tmp_path, site_with(group={"aa-9": "fredet"}))
    assert not (tmp_path / "liste" / "maa-jeg.html").exists()
    assert "maa-jeg" not in page(tmp_path, "liste/index.html")


def test_the_parameters_and_the_number_in_fbb_are_told(tmp_path):
    write_site(tmp_path, site_with(sub_values={"aa-9": {"save_culture": 2}}, fbb_id={"aa-9": "7300001"}))
    lines = data(tmp_path, "tekst/000")["lines"]
    assert ["save_culture", "Kulturhistorisk værdi", "2: høj"] in lines
    assert ["fbb", "FBB-nummer", "7300001"] in lines


def test_an_address_in_fbb_that_nobody_has_tried_leads_nowhere():
    assert settings.settings().fbb == ""
    assert given(fbb={"verified": True}).fbb == "https://www.kulturarv.dk/fbb/bygningvis.pub?bygning={id}"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"fbb": {"url": "javascript:{id}"}}, "fbb.url"),
        ({"fbb": {"url": "https://www.kulturarv.dk/fbb"}}, "fbb.url"),
        ({"documents": ["../hemmelig.docx"]}, "documents"),
    ],
)
def test_a_setting_that_will_not_do_is_named(changes, said):
    with pytest.raises(HeritageError, match=said):
        given(**changes)


def test_a_list_leads_to_no_page_of_answers_where_the_municipality_has_none(tmp_path, monkeypatch):
    monkeypatch.setitem(load("web/settings.json"), "card", ["begrundelse", "oplysninger"])
    write_site(tmp_path, site_with(group={"aa-9": "A"}))
    assert not (tmp_path / "liste" / "maa-jeg.html").exists()
    for name in ("index.html", "liste/001.html", "liste/index.html"):
        assert "maa-jeg.html" not in page(tmp_path, name)


def test_the_page_has_the_letter_of_each_building_s_group_and_none_of_what_stands_apart(tmp_path):
    write_site(tmp_path, site_with(group={"aa-9": "A", "zz-1": "fredet"}))
    assert data(tmp_path, "bygninger")["group"] == "-A---"
    assert '"answers_page":"liste/maa-jeg.html"' in page(tmp_path, "indstillinger.js")
    assert '"answers_page":"list/maa-jeg.html"' in page(tmp_path, "settings.js")
