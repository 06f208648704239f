"""The draft of the provisions: its state, the buildings it binds, what it asks for, and no data as markup."""

import re
from dataclasses import replace
from datetime import date
from time import process_time

import numpy as np
import pytest
import shapely
from office import as_pdf, page_texts
from plan_builders import building, environments, plan_of
from profiles import profile_in

from lyngby_heritage.core.common.law import references
from lyngby_heritage.core.common.profile import in_force
from lyngby_heritage.core.common.profile_reading import built_in_profile, read_profile
from lyngby_heritage.core.documents import blanks_in, document_template, word_document
from lyngby_heritage.core.documents.markdown_text import markdown
from lyngby_heritage.core.plan.content import PlanArea
from lyngby_heritage.core.plan.local_plans import BuildingsInPlans, LocalPlans
from lyngby_heritage.core.plan.provision_rules import DEMAND, PERMISSION, rule_sections
from lyngby_heritage.core.plan.provisions import DOCUMENT, provisions
from lyngby_heritage.core.plan.state import ADOPTED, DRAFT, PROPOSAL, PlanState
from lyngby_heritage.core.plan.word_facts import word_facts

B, A = "Bøgehegn By, Bøgehegn", "Askholt By, Askholt"
TOWN = (
    building(0, address="Bredevej 10", save=2, yes=True, ground="vaerdi_1_3", parcel=f"7a {B}", district=B),
    building(
        20, address="Bredevej 9, 2800 Lyngby", save=1, yes=True, ground="vaerdi_1_3", parcel=f"7b {B}", district=B
    ),
    building(40, address="Ågade 1", save=4, yes=True, ground="vaerdi_4_ensartet", parcel=f"3 {A}", district=A),
    building(60, address="<b>Ærø*vej</b> 3", save=6, yes=True, ground="beslutning", parcel=f"1 {A}", district=A),
    building(80, yes=True, ground="ny_kode", wall="", roof=""),
    building(100, address="Zoovej 3", save=6, ground="beslutning"),
)
FILES = {"kort": "kort.pdf", "bygninger": "bilag_bygninger.xlsx"}


def draft(*rows, knows_listed=True, **more):
    return provisions(plan_of(*(rows or TOWN), **more), FILES, knows_listed)


def section(text, number):
    """What stands in a paragraph of the plan."""
    return re.search(rf"^## § {number} .*?(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)[0]


def annex(text, number):
    return re.search(rf"^## Bilag {number}\..*?(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)[0]


# ---- the order of a lokalplan ----------------------------------------------------------------------------------------


def test_the_paragraphs_come_in_the_order_of_a_lokalplan():
    assert re.findall(r"^## (.*)$", draft(), re.MULTILINE) == [
        "§ 1 Formål",
        "§ 2 Område og zonestatus",
        "§ 3 Anvendelse",
        "§ 4 Bevaring af bebyggelse",
        "§ 5 Bebyggelsens ydre fremtræden",
        "§ 6 Tilbygninger og sekundær bebyggelse",
        "§ 7 Ubebyggede arealer og hegn",
        "§ 8 Skilte",
        "§ 9 Tekniske anlæg og energi",
        "§ 10 Forudsætninger for ibrugtagen",
        "§ 11 Gældende lokalplaner",
        "§ 12 Servitutter",
        "§ 13 Retsvirkninger",
        "Vedtagelsespåtegning",
        "Bilag 1. Bygninger, der foreslås udpeget",
        "Bilag 2. Fredede bygninger og kirker",
        "Bilag 3. Kort og lister",
        "Noter til den juridiske behandling",
        "Lovhenvisninger",
    ]


@pytest.mark.parametrize("state", [PlanState(), PlanState(PROPOSAL), PlanState(ADOPTED)])
def test_the_reader_is_told_what_the_brackets_mean_in_every_state(state):
    """An adopted plan whose fields are open has rules that nobody has decided."""
    text = draft(state=state)
    assert "\\[" in text
    assert (
        " ".join(text.split("## § 1 ")[0].split()).count(
            "standardtekster, som ingen har besluttet, før parenteserne er væk."
        )
        == 1
    )


def test_every_provision_is_numbered_in_its_paragraph_without_a_gap():
    for state in (PlanState(), PlanState(ADOPTED, published=date(2027, 5, 1))):
        text = draft(state=state)
        for number in range(1, 14):
            found = re.findall(r"^(\d+)\.(\d+) ", section(text, number), re.MULTILINE)
            assert found == [(str(number), str(place)) for place in range(1, len(found) + 1)]
            assert found


def test_the_purpose_has_a_planning_reason():
    purpose = section(draft(), 1)
    assert "2 bygninger i gruppe A, 1 bygning i gruppe B og 2 bygninger i gruppe C, jf. § 2." in purpose
    assert "\\[Den planmæssige\nbegrundelse:" in purpose


# ---- what the plan covers --------------------------------------------------------------------------------------------


def test_parcels_are_named_by_district_with_those_to_come():
    area = section(draft(), 2)
    assert "samt alle parceller, der efter den \\[dato\\] udstykkes herfra" in area
    assert f"- **{A}:** matr.nr. 1, 3\n- **{B}:** matr.nr. 7a, 7b\n" in area
    assert "i alt 5 bygninger" in area
    assert "1 bygning har intet matrikelnummer" in area
    assert "1 bygning har ingen adresse" in area


def test_the_sheets_are_said_to_show_the_numbers_where_their_scale_does():
    """A sheet of a large scale shows each building's house number with its number in the plan."""
    text = draft()
    assert "overalt i planen" not in text
    assert "på de kortblade, hvor målestokken viser det" in section(text, 2)
    assert "bygningens nummer i hele planen, også på kortbladene" in annex(text, 1)


def test_parcels_come_as_the_cadastre_counts_one_letter_before_two():
    named = ["7aa", "7ø", "10a", "7ab", "7b", "7", "7æ"]
    rows = [
        building(20 * x, address=f"Å {x}", yes=True, ground="vaerdi_1_3", parcel=f"{one} {B}", district=B)
        for x, one in enumerate(named)
    ]
    assert f"- **{B}:** matr.nr. 7, 7b, 7æ, 7ø, 7aa, 7ab, 10a\n" in draft(*rows)


def test_a_property_in_two_districts_has_its_parcels_in_both():
    house = building(0, address="Å 1", yes=True, ground="vaerdi_1_3", parcel=f"7b og 7c {B}; 1a {A}", district=B)
    other = building(20, address="Å 2", yes=True, ground="vaerdi_1_3", parcel=f"1a {A}", district=A)
    stranger = building(40, address="Å 3", yes=True, ground="vaerdi_1_3", parcel=f"2 {A}; 4 Ellesø", district=A)
    text = draft(house, other, stranger)
    assert f"- **{A}:** matr.nr. 1a, 2, 4 Ellesø\n- **{B}:** matr.nr. 7b, 7c\n" in text
    assert f"| 7b og 7c; 1a {A} | Å 1 |" in text


def test_each_designated_building_stands_in_one_group_with_its_number():
    listed = annex(draft(), 1)
    assert listed.count("\n| ") == 5 + 2 * 4  # five buildings, and four tables with their heading and rule
    assert "### Gruppe A: Bygninger med høj bevaringsværdi (2 bygninger)" in listed
    assert (
        f"Grundlag for udpegningen: SAVE-værdi 1–3.\n\n#### {B}\n\n| Nr. | Matr.nr. | Adresse | Bygning | SAVE |\n"
        in listed
    )
    house = "fritliggende enfamiliehus"
    assert (f"| 3 | 7b | Bredevej 9, 2800 Lyngby | {house} | 1 |\n| 4 | 7a | Bredevej 10 | {house} | 2 |\n") in listed
    assert "| Bygning | SAVE | Grundlag |" in listed  # where the buildings of a group have several grounds
    assert "| 6 | Udpeget ved særskilt beslutning |\n" in listed
    assert "| 5 | \\[mangler\\] | \\[mangler\\] |" in listed
    assert "#### \\[ejerlav ikke oplyst\\]" in listed
    assert "Zoovej" not in draft()


def test_listed_buildings_and_churches_are_named_apart_and_bound_by_nothing():
    rows = (
        building(0, address="Slottet 1", save=1, ground="vaerdi_1_3", listed=True, decided=True, parcel="1a"),
        building(20, address="Virumgade 3", save=3, yes=True, ground="vaerdi_1_3", parcel="2a"),
        building(40, address="Kirkevej 1", save=1, ground="vaerdi_1_3", church=True, decided=True, parcel="3a"),
    )
    text = draft(*rows)
    assert "i alt 1 bygning." in section(text, 2)
    assert "matr.nr. 2a\n" in section(text, 2)
    assert "gælder ikke for de fredede bygninger og kirker" in section(text, 2)
    bound, apart = annex(text, 1), annex(text, 2)
    assert "Virumgade 3" in bound
    assert "Slottet" not in bound + section(text, 4)
    assert "Kirkevej" not in bound
    assert "### Fredede bygninger (1 bygning)" in apart
    assert "| 3 | 1a | Slottet 1 | fritliggende enfamiliehus | 1 |\n" in apart
    assert "### Kirker (1 bygning)" in apart
    assert "| 2 | 3a | Kirkevej 1 |" in apart


def test_a_listed_church_stands_among_the_listed_alone():
    church = building(0, address="Kirkevej 1", ground="vaerdi_1_3", listed=True, church=True, decided=True, parcel="3a")
    apart = annex(draft(church), 2)
    assert apart.count("Kirkevej 1") == 1
    assert "### Kirker" not in apart


def test_what_has_no_known_district_stands_last():
    rows = [
        building(20 * x, address=f"Å {x}", yes=True, ground="vaerdi_1_3", parcel="1", district=name)
        for x, name in enumerate(("", "Ågård", B))
    ]
    text = draft(*rows)
    assert re.findall(r"^#### (.*)$", annex(text, 1), re.MULTILINE) == [B, "Ågård", "\\[ejerlav ikke oplyst\\]"]


@pytest.mark.parametrize(
    ("knows", "area", "listed"),
    [
        (True, "Ingen fredede bygninger og ingen kirker er kendt af grundlaget.", "\nIngen i grundlaget.\n"),
        (False, "Grundlaget siger ikke, hvilke bygninger der er fredet.", "\\[Grundlaget siger ikke"),
    ],
)
def test_none_is_told_from_nobody_knows(knows, area, listed):
    text = draft(knows_listed=knows)
    assert area in section(text, 2)
    assert listed in annex(text, 2)


HOUSE, SHED = "fritliggende enfamiliehus", "udhus"


@pytest.mark.parametrize(
    ("uses", "entries"),
    [
        # The uses at the address, designated ones marked by *; what is said of each that is.
        (f"{HOUSE}*", [HOUSE]),
        (f"{HOUSE}*, {SHED}*", [HOUSE, SHED]),
        (f"{HOUSE}*, {SHED}", [HOUSE]),
        (f"{HOUSE}, {SHED}*", [SHED]),
        (f"{HOUSE}, {SHED}*, {SHED}*", [SHED, SHED]),
        (f"{HOUSE}, *", ["bygning uden kendt anvendelse"]),
    ],
)
def test_the_list_says_which_of_the_buildings_at_an_address_are_designated(uses, entries):
    """An owner whose outhouse alone is designated must not read that the house is."""
    rows = [
        building(
            5 * x, address="Bredevej 9", use=use.rstrip("*"), yes=use.endswith("*"), ground="vaerdi_1_3", parcel="7b"
        )
        for x, use in enumerate(uses.split(", "))
    ]
    other = building(90, address="Bredevej 11", yes=True, ground="vaerdi_1_3")
    assert re.findall(r"\| Bredevej 9 \| ([^|]*) \|", draft(*rows, other)) == entries


def test_one_sentence_says_of_every_building_that_those_beside_it_are_bound_only_by_name():
    """A mark at some of them would say of the others that all that stands beside them is bound."""
    told = annex(draft(), 1)
    assert (
        told.count(
            "Andre bygninger på samme adresse eller ejendom, f.eks. garager og udhuse, er kun omfattet, "
            "når de selv står i bilaget."
        )
        == 1
    )
    assert "»Kun«" not in told


def test_a_building_that_a_plan_preserves_already_is_marked():
    house = building(0, address="Å 1", yes=True, ground="vaerdi_1_3", preserved_by="lokalplan 91 Villa*vejene")
    free = building(20, address="Å 2", yes=True, ground="vaerdi_1_3")
    text = draft(house, free)
    assert "| SAVE | Lokalplan med bevaring |" in text
    assert "| Å 1 | fritliggende enfamiliehus | – | lokalplan 91 Villa\\*vejene |\n" in text
    assert "| Å 2 | fritliggende enfamiliehus | – |  |\n" in text
    assert "1 bygning i bilag 1 ligger, hvor en anden gældende lokalplan har bestemmelser om bevaring" in section(
        text, 11
    )
    assert "Lokalplan med bevaring" not in draft()


def test_the_mark_in_the_annexes_does_not_say_that_the_plan_preserves_that_very_building():
    """The register has a plan's provisions, not the buildings that they mean."""
    told = "Om den bevarer netop den bygning, står i dens egne bestemmelser."
    house = building(0, address="Å 1", yes=True, ground="vaerdi_1_3", preserved_by="lokalplan 91 Villavejene")
    text = draft(house, building(20, address="Å 2", listed=True))
    assert annex(text, 1).count(told) == 1
    assert told not in annex(text, 2)
    manor = building(20, address="Å 2", listed=True, preserved_by="lokalplan 91 Villavejene")
    text = draft(building(0, address="Å 1", yes=True, ground="vaerdi_1_3"), manor)
    assert told not in annex(text, 1)
    assert annex(text, 2).count(told) == 1
    assert "i dag" not in annex(text, 2)


# ---- plans in force --------------------------------------------------------------------------------------------------


def local_plans(*rows):
    """Rows of (name, adopted, preserves, what the register says)."""
    return LocalPlans(
        names=[row[0] for row in rows],
        numbers=[""] * len(rows),
        adopted=[row[1] for row in rows],
        preserving=np.array([row[2] for row in rows], dtype=bool),
        provisions=[row[3] for row in rows],
        geometries=np.full(len(rows), None, dtype=object),
    )


@pytest.mark.parametrize("number", [6, 7, 9])
def test_what_holds_on_the_land_holds_on_the_parcels_of_the_plans_area_whichever_these_become(number):
    """Letters and sheets say so of land without a building in annex 1: the municipality may add parcels to § 2."""
    first = next(line for line in section(draft(), number).splitlines() if line.startswith(f"{number}.1 "))
    assert "på de jordstykker, der er nævnt i § 2." in first
    assert ("de bygninger, der er nævnt i bilag 1" in first) is (number == 9)


def test_a_plan_in_force_is_named_with_what_becomes_of_it():
    plans = local_plans(
        ("lokalplan 12 Torvet", date(1999, 3, 1), False, ""),
        ("lokalplan 91 Villavejene", date(1988, 5, 2), True, "§ 7 | stk. 2"),
        ("lokalplan 91 Villavejene", date(1988, 5, 2), True, "§ 7 | stk. 2"),
        ("lokalplan 7 Marken", None, False, ""),
    )
    # Bredevej 10, 9 and Zoovej 3 (not designated) lie in plans; plan 91 has two areas, and Bredevej 9 lies in both.
    held = BuildingsInPlans(np.array([0, 0, 1, 1, 5]), np.array([0, 1, 1, 2, 3]))
    text = section(draft(local_plans=plans, in_local_plans=held), 11)
    assert "11.1 Disse gældende planer omfatter bygninger, der er nævnt i bilag 1." in text  # not every building
    rows = re.findall(r"^\| (Lokalplan \d.*) \|$", text, re.MULTILINE)
    assert [row.split(" | ")[:4] for row in rows] == [
        ["Lokalplan 91 Villavejene", "2. maj 1988", "2 bygninger: nr. 3–4", "Ja: § 7 \\| stk. 2"],
        ["Lokalplan 12 Torvet", "1. marts 1999", "1 bygning: nr. 4", "Ikke oplyst"],
    ]
    assert rows[0].endswith(r"\[erstattes, eller bygningerne udgår\]")
    assert rows[1].endswith(r"\[suppleres, eller erstattes\]")
    # What the words mean stands once, below the table.
    assert text.count("erstattes for de nævnte bygninger") == 1
    assert "bygningerne er ikke med i denne plan" in text
    assert "Marken" not in text


def test_a_plan_whose_date_is_not_known_says_what_is_missing():
    plans = local_plans(("lokalplan 12 Torvet", None, False, ""), ("lokalplan 7 Marken", None, False, ""))
    held = BuildingsInPlans(np.array([0, 1]), np.array([0, 1]))
    text = section(draft(local_plans=replace(plans, unreadable=["forår | 2012", ""]), in_local_plans=held), 11)
    assert "| Lokalplan 12 Torvet | \\[datoen i laget kan ikke læses: »forår \\| 2012«\\] |" in text
    assert "| Lokalplan 7 Marken | \\[datoen mangler i laget\\] |" in text


def test_no_layer_of_plans_is_not_no_plan():
    none = BuildingsInPlans(np.array([], dtype=int), np.array([], dtype=int))
    assert "\\[Ikke kendt: Der er ikke angivet et lag med lokalplaner." in section(draft(), 11)
    text = section(draft(local_plans=local_plans(), in_local_plans=none), 11)
    assert "Ingen af bygningerne ligger i en lokalplan i det angivne lag." in text


# ---- permission and dispensation -------------------------------------------------------------------------------------


def test_a_rule_asks_for_a_permission_or_makes_a_demand_and_never_both():
    for one in rule_sections():
        for theme in one.themes:
            for rule in theme.rules:
                assert ("tilladelse" in rule.text) is (rule.norm == PERMISSION)
                assert "dispensation" not in rule.text.lower()
                assert rule.norm in (PERMISSION, DEMAND)
                assert rule.text.endswith(".")


def test_permission_is_for_what_there_is_and_dispensation_for_all_else():
    text = draft()
    assert [number for number in range(1, 14) if "tilladelse" in section(text, number).lower()] == [4, 5, 6, 13]
    assert [number for number in range(1, 14) if "dispensation" in section(text, number).lower()] == [5, 6, 7, 8, 9, 13]
    assert "rives ned, helt eller delvist, uden kommunalbestyrelsens tilladelse" in section(text, 4)


def test_a_roof_of_group_a_has_a_demand_or_takes_a_permission_to_change():
    theme = next(one for section_ in rule_sections() for one in section_.themes if one.title == "Tagdækning")
    texts = [rule.text for rule in theme.rules if "A" in rule.groups]
    (permission,) = [text for text in texts if "tilladelse" in text]
    (demand,) = [text for text in texts if "tilladelse" not in text]
    left = re.search("der hverken er (.*?), til", permission).group(1)
    asked = re.findall("dækket af (.*?), skal", demand)
    assert left == "røde vingetegl, naturskifer eller strå"
    assert asked == ["røde vingetegl", "naturskifer eller strå"]


def test_roof_windows_have_a_distance_on_roofs_without_tiles_too():
    (rule,) = re.findall("Der må højst være to tagvinduer.*", section(draft(), 5))
    assert "seks tagsten under rygningen, på tage uden tagsten mindst … m under den." in rule


def test_no_vague_word_is_a_rule():
    rules = [rule.text for one in rule_sections() for theme in one.themes for rule in theme.rules]
    vague = re.compile(r"harmonisk|respekt for|passende|tilpas|hensyn", re.IGNORECASE)
    assert [text for text in rules if vague.search(text)] == []


def test_rules_differ_by_group_and_stand_in_brackets_until_they_are_decided():
    exterior = section(draft(), 5)
    assert "### Tagvinduer\n" in exterior
    assert re.search(
        r"^5\.\d+ \*\*Gruppe A\.\*\* \\\[Tagvinduer må ikke sidde på tagflader mod vej\.\\\]$", exterior, re.M
    )
    assert re.search(r"^5\.\d+ \*\*Gruppe B og C\.\*\* \\\[Der må højst være to tagvinduer", exterior, re.M)
    assert re.search(r"^5\.\d+ \*\*Alle grupper\.\*\* \\\[Ændring af tagets form, .* tilladelse\.\\\]$", exterior, re.M)


def test_a_municipality_decides_its_rules_in_its_profile(tmp_path):
    own = [{"groups": ["B"], "norm": "krav", "text": "Kviste må være 1,2 m [brede].", "decided": True}]
    more = {"key": "altan_mod_gaard", "section": "ydre", "title": "Altaner mod gård", "rules": own}
    files = {"rules/provisions.json": {"themes": [{"key": "kviste", "rules": own}, more]}}
    with in_force(read_profile(profile_in(tmp_path / "vores", files))):
        text = draft()
    exterior = section(text, 5)
    assert re.search(r"### Kviste\n\n5\.\d+ \*\*Gruppe B\.\*\* Kviste må være 1,2 m \\\[brede\\\]\.\n\n### ", exterior)
    assert "### Altaner mod gård" in exterior
    assert "### Tagvinduer" in exterior


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"section": "oeverst"}, "the theme kviste has section = oeverst; expected is one of: ydre, nyt"),
        ({"rules": [{"groups": ["D"], "norm": "krav", "text": "X.", "decided": True}]}, "has groups = D"),
        ({"rules": [{"groups": [], "norm": "krav", "text": "X.", "decided": True}]}, r"has groups = \[\]"),
        ({"rules": [{"groups": ["A"], "norm": "maaske", "text": "X.", "decided": True}]}, "has norm = maaske"),
    ],
)
def test_a_word_that_means_nothing_is_refused_with_its_theme(tmp_path, change, said):
    files = {"rules/provisions.json": {"themes": [{"key": "kviste", **change}]}}
    with in_force(read_profile(profile_in(tmp_path / "vores", files))), pytest.raises(Exception, match=said):
        rule_sections()


def test_what_the_registers_say_of_the_buildings_stands_beside_the_rules():
    rows = (
        building(0, address="Å 1", yes=True, ground="vaerdi_1_3", wall="mursten", roof="tegl"),
        building(20, address="Å 2", yes=True, ground="vaerdi_1_3", wall="mursten", roof="stråtag"),
        building(40, address="Å 3", yes=True, ground="vaerdi_1_3", wall="bindingsværk", roof=""),
    )
    said = "**Gruppe A efter BBR.** Ydervægge: mursten 2, bindingsværk 1. Tagdækning: stråtag 1, tegl 1, ukendt 1."
    assert said in draft(*rows)


# ---- the plan's state ------------------------------------------------------------------------------------------------

HEARING = {"hearing_from": date(2027, 1, 4), "hearing_to": date(2027, 3, 1)}


@pytest.mark.parametrize(
    ("state", "heading", "interim", "designated"),
    [
        (PlanState(), "# UDKAST: Lokalplan 300,", "Når forslaget er offentliggjort, må der", "foreslås udpeget"),
        (PlanState(PROPOSAL, **HEARING), "# FORSLAG: Lokalplan 300,", "Fra forslaget blev offentliggjort,", "foreslås"),
        (PlanState(ADOPTED), "# Lokalplan 300,", "Fra forslaget blev offentliggjort,", "foreslås udpeget"),
        (PlanState(ADOPTED, published=date(2027, 5, 1)), "# Lokalplan 300,", "", "Udpegede bygninger"),
    ],
)
def test_the_text_is_that_of_the_plan_s_state(state, heading, interim, designated):
    text = draft(state=state)
    assert text.startswith(heading)
    assert state.sentence in text
    effects = section(text, 13)
    assert (interim in effects) if interim else ("§ 17" not in effects)
    assert "heller ikke det, der er i overensstemmelse med den" in effects or not interim
    for place in ("planlovens § 18", "§ 19", "§ 20", "§ 43", "§ 47", "§ 49"):
        assert place in effects
    assert designated in annex(text, 1).splitlines()[0]
    assert ("til juridisk behandling" in text) is (state.code == DRAFT)
    assert ("Noter til den juridiske behandling" in text) is (state.code == DRAFT)  # "udgår, før planen offentliggøres"


@pytest.mark.parametrize("state", [PlanState(), PlanState(PROPOSAL)])
def test_what_may_not_be_anticipated_is_said_of_the_land_that_the_plan_covers(state):
    told = section(draft(state=state), 13).split("13.1 ")[1].split("13.2 ")[0]
    assert "må der på de ejendomme og dele af ejendomme, som lokalplanen omfatter, jf. § 2, ikke foretages" in told
    assert "på ejendommene" not in told


def test_the_endorsement_has_the_dates_that_are_known():
    state = PlanState(ADOPTED, **HEARING, adopted=date(2027, 4, 1))
    text = draft(state=state)
    end = text[text.index("## Vedtagelsespåtegning") : text.index("## Bilag 1")]
    assert "I offentlig høring fra den 4. januar 2027 til den 1. marts 2027." in end
    assert "Vedtaget endeligt af kommunalbestyrelsen den 1. april 2027." in end
    assert "Offentliggjort i Plandata den \\[dato\\]." in end


def test_the_first_page_counts_the_blanks():
    for rows in (TOWN, TOWN[:1]):
        text = draft(*rows)
        said = re.search(r"Der er (\d+) felter i kantet parentes", text)
        assert int(said[1]) == blanks_in(text) > 50


# ---- the law ---------------------------------------------------------------------------------------------------------


def test_what_nobody_has_looked_up_in_the_law_is_no_part_of_the_provisions():
    text, listed = draft().split("## Lovhenvisninger")
    assert "nr. 14" not in text
    assert "nr. 21" not in text
    assert "lovbekendtgørelse nr." not in text
    assert "planlovens § 43 \\[ikke kontrolleret\\]" in text
    assert "bygningsfredningslovens § 18. \\[Ikke kontrolleret.\\]" in text
    assert "| planlovens § 15, stk. 2 \\[nr. 21: ikke kontrolleret\\] |" in listed
    assert "| planloven \\[lovbekendtgørelse nr. 572 af 29. maj 2024: ikke kontrolleret\\] |" in listed


def test_every_place_of_the_law_that_is_cited_is_listed():
    text, listed = draft(**in_environment("Torvet")).split("## Lovhenvisninger")
    cited = {one.cite for one in references().values() if re.search(rf"{re.escape(one.cite)}(?![\w ,])", text)}
    assert len(cited) > 10
    assert {cite for cite in cited if f"| {cite}" not in listed} == set()


def test_the_list_of_the_law_says_that_it_binds_nobody_and_holds_what_the_text_cites_alone():
    """The sentence that cites the bygningsfredningslov stands in the notes, which an adopted plan has none of."""
    for state, listed in ((PlanState(), True), (PlanState(ADOPTED), False)):
        text, law = draft(state=state).split("## Lovhenvisninger")
        assert law.strip().startswith("Listen er ikke en del af bestemmelserne. Hvad der er læst om hvert lovsted")
        assert ("bygningsfredningslovens § 17" in text) is listed
        assert ("| bygningsfredningslovens § 17 |" in law) is listed


def test_the_ban_makes_the_building_worthy_of_preservation_and_not_the_list():
    text = draft()
    assert "når et forbud mod nedrivning i en lokalplan omfatter den (bygningsfredningslovens § 17)" in text
    assert "forbuddet i § 4, der gør den bevaringsværdig, og ikke listen i bilag 1" in text


def test_takeover_is_against_compensation():
    assert "overtager ejendommen mod erstatning, men kun hvis" in section(draft(), 13)


# ---- cultural environments -------------------------------------------------------------------------------------------


def in_environment(name, identity="E1"):
    return {"environments": environments((identity, name, -5, 40)), "environment_of": np.array([0, 0, -1, -1, -1, -1])}


DECIDED = {
    name: [text, ""]
    for name, text in {
        "baerende_vaerdier": "Torvets rum og de lukkede rækker.",
        "begrundelse": "Samlet torv.",
        "kilde": "Referat",
        "dato": "3. oktober 2024",
        "saarbarhed": "Skilte.",
        "anbefaling": "Ingen kviste.",
    }.items()
}


def decided_and_proposed():
    """Torvet, which is decided and holds the first two buildings, and a proposal that holds the third."""
    both = environments(("torvet", "Torvet", -5, 40), ("2", "", 95, 40))
    both = replace(both, decided=[True, False], texts=DECIDED)
    return {"environments": both, "environment_of": np.array([0, 0, 1, -1, -1, -1])}


def test_a_decided_environment_stands_in_the_provisions_with_what_carries_its_worth():
    text = draft(**decided_and_proposed())
    assert "4.9 **Kulturmiljøer.** Kommunen har besluttet dette kulturmiljø, som er vist på kortbilagene." in text
    assert (
        "- **Torvet.** I området ligger 2 bygninger, som begge foreslås udpeget. Veje: Bredevej. "
        "Bærende værdier: Torvets rum og de lukkede rækker.\n" in text
    )
    assert "4.10 \\[Alle jordstykker i kulturmiljøerne skal nævnes i § 2" in text
    assert "De besluttede kulturmiljøer er også vist" not in text  # no area is drawn
    shown = draft(**decided_and_proposed(), area=PlanArea(shapely.box(0, 0, 40, 40), 2, 0, 1))
    assert (
        "> \\[De besluttede kulturmiljøer er også vist på kortbilagene. De jordstykker i dem, som ikke står her, er "
        "ikke omfattet af planen: tilføj dem, eller tag kulturmiljøerne ud af det viste område, jf. 4.10.\\]"
    ) in section(shown, 2)
    assert "Skilte." not in text  # what the explanatory statement says


def test_proposals_are_one_sentence_with_their_number_and_where_they_are():
    many = environments(*((str(one), f"Vej {one}", 100 * one - 5, 40) for one in range(12)))
    districts = ["Ærø By", "Ærø By", "Bregninge", "", "", ""]
    text = draft(environments=many, environment_of=np.array([11, 11, 3, -1, 0, -1]), districts=districts)
    assert "> \\[12 områder er **foreslået** som kulturmiljøer efter registrene, i Ærø By og Bregninge." in text
    assert text.count("Forslag til kulturmiljø") == 0
    assert "4.9 \\[Ingen kulturmiljøer er besluttet.\\]" in text
    two = draft(environments=many, environment_of=np.array([11, 11, 3, -1, -1, -1]), districts=[A, A, B, "", "", ""])
    assert (
        f"efter registrene, i {A}; {B}. Forslag er ikke en del af planen; de ligger i kortlaget »Kulturmiljøer" in two
    )
    one = draft(**in_environment("Torvet"))
    assert "> \\[1 område er **foreslået** som kulturmiljø efter registrene, i Bøgehegn By, Bøgehegn." in one
    unknown = draft(**in_environment("Torvet"), districts=[""] * 6)
    assert "registrene, ved Bredevej. Forslag er ikke" in unknown
    assert "Der er ikke angivet et lag med kulturmiljøer" in draft()
    assert "foreslået" not in section(draft(), 4)


def test_nothing_is_bound_to_a_cultural_environment_that_is_only_proposed():
    text = draft(**in_environment("Torvet"))
    for number in ("1.3", "4.9"):
        line = next(one for one in text.splitlines() if one.startswith(f"{number} "))
        assert line.startswith(f"{number} \\[")  # in brackets: the council has it to decide


# ---- data and bad input ----------------------------------------------------------------------------------------------


def test_nothing_from_the_data_is_markup():
    text = draft(number="3*00*", title="En <b>plan")
    assert "| \\<b\\>Ærø\\*vej\\</b\\> 3 |" in text
    assert text.startswith("# UDKAST: Lokalplan 3\\*00\\*, En \\<b\\>plan\n")


@pytest.mark.parametrize(
    ("raw", "safe"), [("a\nb  c", "a b c"), ("[x](y)", "\\[x\\](y)"), ("# 1", "\\# 1"), (12, "12")]
)
def test_markdown_s_own_signs_are_made_harmless(raw, safe):
    assert markdown(raw) == safe


@pytest.mark.parametrize(
    ("number", "title", "heading"),
    [
        ("241", "Lokalplan 241 for Virum", "# UDKAST: Lokalplan 241 for Virum"),
        ("", "Kulturhistorisk lokalplan", "# UDKAST: Kulturhistorisk lokalplan"),
    ],
)
def test_a_number_is_said_once(number, title, heading):
    assert draft(number=number, title=title).splitlines()[0] == heading


def test_a_plan_without_anything_says_so():
    text = draft(building(0, address="Å 1"))
    assert "i alt 0 bygninger" in section(text, 2)
    assert "\\[Ingen jordstykker: ingen bygninger er udpeget.\\]" in section(text, 2)
    assert "- **Gruppe A:** Bygninger med høj bevaringsværdi (ingen bygninger)." in section(text, 2)
    assert "bygningskultur: ingen bygninger, jf. § 2." in section(text, 1)
    assert "\n| " not in annex(text, 1)


def test_the_pages_as_the_receiver_sees_them(tmp_path):
    odd = building(120, address="Łódź-Ægir ß “Œ” 漢 1", yes=True, ground="beslutning", parcel=f"2 {A}", district=A)
    plan = plan_of(*TOWN, odd, state=PlanState(PROPOSAL, **HEARING))
    text = provisions(plan, FILES)
    (tmp_path / "b.docx").write_bytes(word_document(text, document_template(), word_facts(plan, DOCUMENT)))
    pages = page_texts(as_pdf(tmp_path / "b.docx", tmp_path))
    front, whole = pages[0], " ".join(pages)
    assert "Lokalplan 300: Kulturhistorisk lokalplan Bestemmelser" in front
    assert "Forslag i offentlig høring fra den 4. januar 2027 til den 1. marts 2027." in front
    assert f"Der er {blanks_in(text)} felter i kantet parentes" in front
    assert front.count("Forslag i offentlig høring") == 1
    assert "§ 13 Retsvirkninger" in front
    for number, page in enumerate(pages, start=1):
        assert page.endswith(f"Forslag · udskrevet 5. juni 2026 Side {number} af {len(pages)}")
        assert number == 1 or page.startswith("Lokalplan 300: Kulturhistorisk lokalplan – Bestemmelser Forslag ")
    assert all(word in whole for word in ("Łódź-Ægir", "“Œ”", "漢", "<b>Ærø*vej</b>"))
    assert "4.1 Nedrivning. De bygninger, der er nævnt i bilag 1, må ikke rives ned" in whole
    assert "\\[" not in whole
    assert "**" not in whole


@pytest.mark.parametrize(
    ("told", "expected"),
    [({"kommunekode": "0159"}, "Gladsaxe Kommune"), ({}, "Prøve Kommune"), (None, "")],
)
def test_the_front_names_the_municipality_of_the_profile(tmp_path, told, expected):
    plan = plan_of(*TOWN)
    with in_force(built_in_profile() if told is None else read_profile(profile_in(tmp_path / "p", **told))):
        assert word_facts(plan, DOCUMENT)["kommune"] == expected


def test_five_thousand_buildings_take_no_time():
    rows = [
        building(20 * x, address=f"Vejen {x}, 2800 Kgs. Lyngby", save=3, yes=True, ground="vaerdi_1_3")
        | {"parcel": f"{x}a {B}", "district": B}
        for x in range(5_000)
    ]
    plan = plan_of(*rows)
    began = process_time()
    text = provisions(plan, FILES)
    word_document(text, document_template(), word_facts(plan, DOCUMENT))
    assert process_time() - began < 3
    assert "| 5000 | 4999a | Vejen 4999, 2800 Kgs. Lyngby |" in text


# ---- the numbers of an earlier plan ----------------------------------------------------------------------------------


def test_the_numbers_that_an_earlier_plan_had_and_this_one_lacks_are_named_in_the_list():
    """Who looks for No. 17, which a letter named, finds that it is gone, and which building it was."""
    rows = [building(0, address="Bredevej 10", save=2, yes=True, ground="vaerdi_1_3", number=4)]
    rows += [building(20, address="Bredevej 12", save=5, number=17), building(40, address="Bredevej 14", number=9)]
    told = annex(draft(*rows, numbers=[4, None, None]), 1)
    assert "Disse numre bruges ikke længere: nr. 9 (Bredevej 14), 17 (Bredevej 12). Bygningerne havde numrene" in told
    told = annex(draft(*rows[:2], numbers=[4, None]), 1)
    assert "Dette nummer bruges ikke længere: nr. 17 (Bredevej 12). Bygningen havde nummeret" in told
    assert "bruges ikke længere" not in draft(rows[0], numbers=[4])
