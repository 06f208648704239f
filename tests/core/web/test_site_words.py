"""The website in two languages: nothing lacks its other one, and what stays Danish is marked as Danish."""

import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from web_sites import plain_site

from lyngby_heritage.core.common.data import load
from lyngby_heritage.core.designation.chosen_values import designation_texts
from lyngby_heritage.core.designation.reasons import ATTRIBUTE_NAMES, FORCE_WORDS, NEIGHBOUR_KINDS, STANDING_WORDS
from lyngby_heritage.core.designation.save_scale import save_in_words
from lyngby_heritage.core.designation.shown_classes import Classes
from lyngby_heritage.core.designation.sub_values import WORDS as PARAMETER_WORDS
from lyngby_heritage.core.plan.card import STANDING_WORDS as TODAY_WORDS
from lyngby_heritage.core.plan.card import THIS_PLAN, TODAY
from lyngby_heritage.core.plan.may_i import (
    after_answers,
    answers_in_words,
    before_answers,
    may_i,
    said_of_environment,
    said_of_land,
    whom_answered,
)
from lyngby_heritage.core.plan.state import ADOPTED, PROPOSAL, PlanState
from lyngby_heritage.core.web import write_site
from lyngby_heritage.core.web.page_settings import page_settings
from lyngby_heritage.core.web.settings import settings
from lyngby_heritage.core.web.words import LANGUAGES, Words, english
from lyngby_heritage.paths import DATA, PLUGIN

ONE_LANGUAGE = {"official", "official_short"}
"""What an English page says of the Danish text has no Danish."""
CODE = "\n".join(
    path.read_text(encoding="utf-8")
    for path in (
        *(DATA / "web" / "site").glob("*.js"),
        *(DATA / "web").glob("*.j2"),
        *(PLUGIN / "core" / "web").glob("*.py"),
    )
)


def test_every_text_of_the_interface_has_both_languages():
    words = load("web/words.json")["words"]
    assert [
        key for key, told in words.items() if not all(told[one] for one in LANGUAGES) and key not in ONE_LANGUAGE
    ] == []
    assert all(words[key]["en"] for key in ONE_LANGUAGE)


def test_the_languages_fill_in_the_same_names():
    for key, told in load("web/words.json")["words"].items():
        if key not in ONE_LANGUAGE and key != "contact":
            names = [set(re.findall(r"\{(\w+)", told[one])) for one in LANGUAGES]
            assert names[0] == names[1], key


def test_every_text_of_the_interface_is_asked_for_and_every_one_that_is_asked_for_is_there():
    """A key that is put together from two parts is asked for by its first one."""
    known = set(load("web/words.json")["words"])
    asked = set(re.findall(r"(?:\bt|\bord|\bsay)\(\s*[\"'](\w+)[\"']", CODE))
    assert asked - known == set()
    named = set(re.findall(r"[\"'`](\w+)[\"'`$]", CODE)) | set(re.findall(r"[\"`](\w+_)[{$]", CODE))
    begun = re.findall(r"[\"`](\w+_)\$?\{", CODE)
    assert [key for key in sorted(known - named) if not key.startswith(tuple(begun))] == []


@pytest.mark.parametrize(
    ("danish", "told"),
    [
        ("Lokalplan 300", "Local plan 300"),
        ("Lokalplan 7, vedtaget 1. marts 2027", "Lokalplan 7, adopted 1 March 2027"),
        ("1. juni 2026 kl. 10.00", "1 June 2026 at 10.00"),
        ("Foreslås udpeget: SAVE-værdi 1–3", "Proposed for designation: SAVE value 1–3"),
        ("Etagebolig, flerfamilie- eller tofamiliehus", "Block of flats, multi-family or two-family house"),
        ("Skovbyggelinje, Fredning (forslag)", "Forest building line, Conservation order (proposal)"),
        ("35,2 %; tilladt 1.030 %", "35.2%; 1,030% allowed"),
        ("26. november 2026", "26 November 2026"),
        ("garage", "garage"),
        ("Garage", "Garage"),
        ("1912", "1912"),  # has no letters
        (
            "SAVE-værdi 3. Udpeges: bygningen har høj bevaringsværdi (1–3).",
            "SAVE value 3. Designated: the building has a high preservation value (1–3).",
        ),
        (
            "SAVE-værdi 4. Udpeges ikke: bygningen er ikke ensartet med naboerne. 2 af 3 tilstødende ejendomme "
            "ligner den "
            "(66,7 %; krav: mindst 80 % af mindst 2 naboer). Den fjerneste ligger 1.139 m væk. Ens: anvendelse "
            "(3 af 3), "
            "opført med højst 10 års mellemrum (2 af 3); ens hos halvdelen: etagetal (1 af 2); "
            "forskelligt: bebygget areal med mere end 25 % forskel "
            "(2 af 3); "
            "ukendt: ydervæg. En nabo ligner, når mindst 75 % af de kendte forhold er ens. SAVE's delværdier: "
            "arkitektonisk 4, tilstand 3.",
            "SAVE value 4. Not designated: the building is not uniform with its neighbours. Similar: 2 of 3 adjoining "
            "properties (66.7%; required: at least 80% of at least 2 neighbours). The farthest is 1,139 m away. "
            "The same: "
            "use (3 of 3), built at most 10 years apart (2 of 3); the same for half of them: "
            "number of storeys (1 of 2); different: footprint differing by more than "
            "25% (2 of 3); "
            "unknown: outer wall. A neighbour is similar when at least 75% of the known features are the same. SAVE's "
            "sub-values: architectural 4, condition 3.",
        ),
        ("1 af 4 naboer ligner bygningen (25 %).", "Similar to the building: 1 of 4 neighbours (25%)."),
        ("En bygning uden adresse", "A building without an address"),
        (
            "Kommunens regel ville ellers sige: »Ingen SAVE-værdi: bygningen er ikke vurderet.«",
            "The municipality's rule would otherwise say: “No SAVE value: the building has not been assessed.”",
        ),
        (
            "Ingen SAVE-værdi: bygningen er ikke vurderet. Det er ikke det samme som en lav værdi.",
            "No SAVE value: the building has not been assessed. That is not the same as a low value.",
        ),
        (
            "Kommunens regel ville ellers sige: »SAVE-værdi 4. Udpeges: efter den valgte regel udpeges række- og "
            "dobbelthuse med "
            "værdi 4; BBR kalder den dobbelthus.«",
            "The municipality's rule would otherwise say: “SAVE value 4. Designated: under the chosen rule terraced "
            "and semi-detached houses with the value 4 are designated; BBR gives its use as semi-detached house.”",
        ),
        (
            "SAVE-værdi 5. Til vurdering: kommuneplanen udpeger bygningen i dag, og ingen regel her gør det; en "
            "fagperson "
            "skal vurdere den.",
            "SAVE value 5. To be assessed: the municipal plan designates the building today, and no rule here does; a "
            "professional has to assess it.",
        ),
        (
            "Ligner ikke, 3 af 6 forhold er ens. Ens på anvendelse, etagetal og ydervæg. Forskellig på tagdækning.",
            "Not similar: 3 of 6 features are the same. The same: use, number of storeys and outer wall. Different: "
            "roofing.",
        ),
        ("Tagdækning (§§ 5.3 og 5.6); Kviste (§ 5.7)", "Roofing (§§ 5.3 and 5.6); Dormers (§ 5.7)"),
        ("SAVE-værdi 4. Udpeges, fordi vi holder af den.", None),  # one sentence is the municipality's own
        ("Udpeget ved beslutning (Museet, 11.03.2024): Længen lukker gårdspladsen. SAVE-værdi 5.", None),
        ("Anvendelse og hvad vi ellers fandt", None),
        ("Foreslås udpeget: ny_kode", None),
        ("Kommunens egne ord.", None),
    ],
)
def test_what_the_plan_says_in_english(danish, told):
    assert english(danish) == told


@pytest.mark.parametrize("state", [PlanState(PROPOSAL), PlanState(ADOPTED)])
def test_what_may_not_be_anticipated_is_said_in_english_of_the_land_in_the_plan_alone(state):
    land = "may be done on the part of the property that is within the area of the plan (§ 2 of the provisions), "
    assert land in english(before_answers(state))


def test_the_day_of_a_decision_is_among_the_terms_of_an_english_page():
    decided = {"id": "E", "name": "Gaden", "decided": True, "source": "Referat", "day": "12. september 2024"}
    told = page_settings(plain_site(environments=[decided]), settings(), Words("en"))["terms"]
    assert told["12. september 2024"] == "12 September 2024"


def test_the_kind_of_a_place_and_the_sample_s_source_are_english_on_an_english_page():
    meadow = {"theme": "paragraf3", "theme_name": "Beskyttet natur", "name": "Eng"}
    site = replace(plain_site(), landscape=[meadow], source="Opdigtede eksempeldata")
    told = page_settings(site, settings(), Words("en"))["terms"]
    assert (told["Eng"], told["Opdigtede eksempeldata"]) == ("Meadow", "Invented sample data")


def test_a_no_break_space_makes_no_difference():
    assert english("Beskyttet natur (§\u00a03)") == "Protected nature (§ 3)"


def plan_texts():
    """All that the data files have the plan say, with something in each place."""
    state = load("rules/plan_state.json")
    for each in state["states"]:
        for sentence in each["sentences"]:
            yield sentence["text"].format(**dict.fromkeys(sentence["needs"], "3. maj 2027"))
    yield from state["binding"].values()
    yield load("rules/law.json")["statements"]["designation"]
    for code, published in ((0, None), (2, "day")):
        plan = PlanState(code, published=published)
        yield from (plan.answer(True), plan.answer(False), plan.this_one, *map(plan.among, (0, 1, 2)))
        yield from (plan.among(2, 2), plan.among(3, 3))
        for each in Classes.known().described:
            yield from (plan.legend(each), plan.class_name(each), plan.told(each, False), plan.told(each, True))
    for each in (
        *designation_texts()["classes"],
        *(designation_texts()[one] for one in ("listed", "church", "unknown")),
    ):
        yield from (each[key] for key in ("name", "legend", "explanation", "meaning") if key in each)
    for plan in (PlanState(), PlanState(1), PlanState(2), PlanState(2, published="day")):
        yield from (*answers_in_words(plan), before_answers(plan), whom_answered(plan), said_of_land(plan))
        yield said_of_environment(plan)
    yield from (each["title"] for each in load("rules/lokalplan.json")["provision_groups"])
    yield from (*load("rules/may_i.json")["questions"].values(), after_answers())
    for each in load("rules/may_i.json")["fixed"]:
        yield from (each[key] for key in ("question", "text", "open", "unknown") if key in each)
    yield from load("rules/may_i.json")["partly"].values()
    yield from (each["title"] for each in load("rules/provisions.json")["themes"])
    yield from (*ATTRIBUTE_NAMES, *STANDING_WORDS.values(), *FORCE_WORDS.values())
    yield from (
        TODAY,
        THIS_PLAN,
        *TODAY_WORDS.values(),
        *(f"{THIS_PLAN}; i forvejen af {one}" for one in TODAY_WORDS.values()),
    )
    yield from (name.format(distance=50) for names in NEIGHBOUR_KINDS.values() for name in names)
    yield from (f"{word} 3" for word in PARAMETER_WORDS.values())
    yield from load("rules/save_scale.json")["parameters"].values()
    yield from map(save_in_words, range(1, 10))
    yield from load("registers/bbr_codes.json")["use"].values()
    yield from (each["name"] for each in load("themes/catalogue.json")["themes"])


def test_all_that_the_data_files_have_the_plan_say_is_known_in_english():
    assert sorted({text for text in plan_texts() if english(text) is None}) == []


@pytest.mark.parametrize("plan", [PlanState(), PlanState(1), PlanState(2), PlanState(2, published="day")])
def test_every_answer_to_may_i_is_english_as_the_pages_write_it(plan):
    """With its sentences together, and with where it stands; a rule that is decided is the plan's own text."""
    for group in "ABC":
        for one in may_i(plan, group):
            for text in (one.question, one.answer, one.paragraph, one.text):
                assert english(text) is not None, text


def test_sentences_that_are_known_only_together_are_known_beside_others():
    several = [
        text for text in load("web/english.json")["sentences"] if re.search(r"\. [A-ZÆØÅ]", text) and "{" not in text
    ]
    assert len(several) > 3
    for text in several:
        assert english(f"Ukendt. {text}") == f"Unknown. {english(text)}"
        assert english(f"{text} Ukendt.") == f"{english(text)} Unknown."


def test_numbers_are_written_as_the_language_has_them():
    da, en = Words("da"), Words("en")
    assert (da.say("buildings", count=1234), en.say("buildings", count=1234)) == (
        "1.234\u00a0bygninger",
        "1,234\u00a0buildings",
    )
    assert (da.figure(4.25), en.figure(4.25)) == ("4,3", "4.3")


class Outside(HTMLParser):
    """The texts of a page, and of its attributes that are read aloud, outside what is marked as Danish."""

    def __init__(self, page):
        super().__init__()
        self.inside, self.texts, self.language = [], [], None
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        if tag == "html":
            self.language = attributes["lang"]
        danish = attributes.get("lang") == "da" or any(one for _, one in self.inside)
        if tag not in ("meta", "link", "input", "br", "img", "path", "rect", "circle"):
            self.inside.append((tag, danish))
        if not danish:
            self.texts += [attributes[one] for one in ("aria-label", "placeholder", "title") if one in attributes]

    def handle_endtag(self, tag):
        if self.inside and self.inside[-1][0] == tag:
            self.inside.pop()

    def handle_data(self, data):
        if not any(one for _, one in self.inside):
            self.texts.append(data)


def test_an_english_page_has_no_danish_that_is_not_marked(tmp_path):
    write_site(tmp_path, plain_site())
    pages = [tmp_path / "english.html", *(tmp_path / "list").glob("*.html")]
    assert len(pages) == 5  # the environment has one of its own
    for path in pages:
        page = Outside(path.read_text(encoding="utf-8"))
        assert page.language == "en"
        assert [text for text in page.texts if re.search("[æøåÆØÅ]", text)] == [], path.name
    first = (tmp_path / "list" / "001.html").read_text(encoding="utf-8")
    assert '<p lang="da">Begrundelse på dansk.</p>' in first
    assert "only the Danish text counts" in first


def test_a_text_of_the_municipality_s_own_stays_danish_and_is_marked(tmp_path):
    write_site(tmp_path, plain_site(environments=[]))
    lines = json.loads(re.search(r",(\{.*\})\);", (tmp_path / "data/tekst/000.en.js").read_text(encoding="utf-8"))[1])
    danish = json.loads(re.search(r",(\{.*\})\);", (tmp_path / "data/tekst/000.js").read_text(encoding="utf-8"))[1])
    assert len(lines["lines"]) == len(danish["lines"])
    told = dict(zip((text for _, _, text in danish["lines"]), lines["lines"]))
    assert told["Ikke vurderet"] == ["SAVE value", "Not assessed"]
    assert told["1a By"] == ["Cadastral no.", 0]


def test_the_pages_lead_to_each_other(tmp_path):
    write_site(tmp_path, plain_site())
    for page, other in (
        ("index.html", "english.html"),
        ("liste/001.html", "../list/001.html"),
        ("list/index.html", "../liste/index.html"),
    ):
        assert f'href="{other}"' in (tmp_path / page).read_text(encoding="utf-8")
    for path in tmp_path.rglob("*.html"):
        for link in re.findall(r'href="([^"#]+)', path.read_text(encoding="utf-8")):
            assert (path.parent / link).exists(), (path.name, link)
