"""The draft of the provisions: marked as one, each designated building in one group, no data as markup."""

import numpy as np
import pytest
from plan_builders import building, buildings, environments

from lyngby_heritage.core.plan.provisions import environments_of, groups, listed_group, markdown, provisions

TOWN = buildings(
    building(0, address="Bredevej 10", save=2, yes=True, ground="vaerdi_1_3"),
    building(20, address="Bredevej 9, 2800 Lyngby", save=1, yes=True, ground="vaerdi_1_3"),
    building(40, address="Ågade 1", save=4, yes=True, ground="vaerdi_4_ensartet"),
    building(60, address="<b>Ærø*vej</b> 3", save=6, yes=True, ground="beslutning"),
    building(80, yes=True, ground="ny_kode"),
    building(100, address="Zoovej 3", save=6, ground="beslutning"),
)
PARCELS = ["7a", "7b, 7c", "", "1", "", "2"]
FILES = {"kort": "kort.pdf", "bygninger": "bilag_bygninger.xlsx"}


def draft(number="300", found=None, of=None):
    made = environments_of(TOWN, found, np.full(len(TOWN), -1) if of is None else of)
    return provisions("Kulturhistorisk lokalplan", number, groups(TOWN, PARCELS), made, FILES)


def test_each_designated_building_is_in_one_group():
    found = groups(TOWN, PARCELS)
    assert [(one.letter, one.count) for one in found] == [("A", 2), ("B", 1), ("C", 2)]
    assert [(one.name, list(one.houses)) for one in found[0].streets] == [("Bredevej", [("9", "7b, 7c"), ("10", "7a")])]
    assert found[2].without_address == 1


def test_listed_buildings_are_named_apart_and_bound_by_nothing():
    town = buildings(
        building(0, address="Slottet 1", save=1, ground="vaerdi_1_3", listed=True),
        building(20, address="Virumgade 3", save=3, yes=True, ground="vaerdi_1_3"),
    )
    parcels = ["1a", "2a"]
    assert [one.count for one in groups(town, parcels)] == [1, 0, 0]
    text = provisions("Plan", "", groups(town, parcels), [], FILES, listed_group(town, parcels))
    bound, apart = text.split("### 2.5 Fredede bygninger uden for bestemmelserne (1 bygning)")
    assert "i alt 1 bygning." in bound
    assert "Slottet" not in bound
    assert "- **Slottet:** 1 (matr.nr. 1a)\n" in apart.split("## § 3")[0]
    assert "Slottet" not in apart.split("## § 3")[1]
    assert "De bygninger, der er nævnt i § 2 under gruppe A, B og C, må kun nedrives" in text
    assert "De står for sig i § 2." in text


def test_where_no_building_is_listed_nothing_is_set_apart():
    listed = listed_group(TOWN, PARCELS)
    text = provisions("Plan", "", groups(TOWN, PARCELS), [], FILES, listed)
    assert "uden for bestemmelserne" not in text
    assert "Ingen er fredet efter grundlaget." in text
    assert "Ingen er fredet" not in draft()  # where nothing says it, nobody knows


def test_it_is_marked_as_a_draft_and_names_its_legal_grounds():
    text = draft()
    assert text.startswith("# UDKAST: Lokalplan 300, Kulturhistorisk lokalplan\n")
    assert "UDKAST til juridisk behandling" in text
    for ground in ("planlovens § 15, stk. 2. Best", "planlovens § 18", "planlovens § 19", "planlovens § 49", "§ 17"):
        assert ground in text


def test_what_nobody_has_looked_up_in_the_law_is_no_part_of_the_provisions():
    text, listed = draft().split("## Lovhenvisninger")
    assert "nr. 14" not in text
    assert "nr. 21" not in text
    assert "lovbekendtgørelse nr." not in text
    assert "| planlovens § 15, stk. 2 \\[nr. 21: ikke kontrolleret\\] |" in listed
    assert "| planloven \\[lovbekendtgørelse nr. 572 af 29. maj 2024: ikke kontrolleret\\] |" in listed


def test_the_ban_makes_the_building_worthy_of_preservation_and_not_the_list():
    text = draft()
    assert "når et forbud mod nedrivning i en lokalplan omfatter den (bygningsfredningslovens § 17)" in text
    assert "forbuddet i § 3, der gør den bevaringsværdig, og ikke listen i § 2" in text


def test_permission_is_given_and_takeover_is_against_compensation():
    text = draft()
    assert "Nedrivning må ikke finde sted uden tilladelse." in text
    assert "kan kun forventes" not in text
    assert "gives under hensyn" in text
    assert "overtager ejendommen mod\nerstatning" in text


def test_addresses_and_parcels_stand_in_their_group():
    text = draft()
    assert "- **Bredevej:** 9 (matr.nr. 7b, 7c), 10 (matr.nr. 7a)\n" in text
    assert "- **Ågade:** 1\n" in text
    assert "2 bygninger har intet matrikelnummer" in text
    assert "1 bygning har ingen adresse" in text
    assert "Zoovej" not in text


def test_nothing_from_the_data_is_markup():
    text = draft()
    assert "- **\\<b\\>Ærø\\*vej\\</b\\>:** 3 (matr.nr. 1)" in text


@pytest.mark.parametrize(
    ("raw", "safe"), [("a\nb  c", "a b c"), ("[x](y)", "\\[x\\](y)"), ("# 1", "\\# 1"), (12, "12")]
)
def test_markdown_s_own_signs_are_made_harmless(raw, safe):
    assert markdown(raw) == safe


def test_environments_are_listed_as_proposals():
    found = environments(("E1", "Torvet", -5, 40))
    text = draft(found=found, of=np.array([0, 0, -1, -1, -1, -1]))
    assert (
        "- **Forslag til kulturmiljø E1: Torvet.** I området ligger 2 bygninger, heraf 2 udpegede. Veje: Bredevej.\n"
        in text
    )
    assert "Ingen kulturmiljøer er besluttet. Områderne herunder er **forslag**" in text
    assert "Der er ikke givet et lag med kulturmiljøer" in draft()


def test_what_nobody_has_looked_up_is_said_not_to_be():
    """§ 18 of the law on listed buildings is known at second hand alone (data/rules/law.json)."""
    assert "efter\n  bygningsfredningslovens § 18. \\[Ikke kontrolleret.\\]\n" in draft()


def test_a_street_that_an_environment_s_name_says_is_not_said_again():
    found = environments(("1", "Bredevej 9–10", -5, 40))
    text = draft(found=found, of=np.array([0, 0, -1, -1, -1, -1]))
    assert "- **Forslag til kulturmiljø 1: Bredevej 9–10.** I området ligger 2 bygninger, heraf 2 udpegede.\n" in text


HOUSE, SHED, GARAGE = "fritliggende enfamiliehus", "udhus", "garage"


@pytest.mark.parametrize(
    ("uses", "entry"),
    [
        # The uses at the address, designated ones marked by *; the entry for Bredevej 9.
        (f"{HOUSE}*", "9 (matr.nr. 7b)"),
        (f"{HOUSE}*, {SHED}*", "9 (matr.nr. 7b – 2 bygninger: fritliggende enfamiliehus, udhus)"),
        (f"{HOUSE}*, {SHED}", "9 (matr.nr. 7b – kun fritliggende enfamiliehus)"),
        (f"{HOUSE}, {SHED}*", "9 (matr.nr. 7b – kun udhus)"),
        (f"{SHED}*", "9 (matr.nr. 7b – udhus)"),
        (f"{HOUSE}, {SHED}*, {SHED}*", "9 (matr.nr. 7b – kun 2 bygninger: 2 × udhus)"),
        (f"{HOUSE}, *", "9 (matr.nr. 7b – kun bygning uden kendt anvendelse)"),
    ],
)
def test_the_list_says_which_of_the_buildings_at_an_address_are_designated(uses, entry):
    """An owner whose outhouse alone is designated must not read that the house is."""
    rows = [
        building(5 * x, address="Bredevej 9", use=use.rstrip("*"), yes=use.endswith("*"), ground="vaerdi_1_3")
        for x, use in enumerate(uses.split(", "))
    ]
    other = building(90, address="Bredevej 11", yes=True, ground="vaerdi_1_3")
    parcels = ["7b"] * len(rows) + ["7c"]
    text = provisions("Plan", "", groups(buildings(*rows, other), parcels), [], FILES)
    assert f"- **Bredevej:** {entry}, 11 (matr.nr. 7c)\n" in text


def test_nothing_is_bound_to_a_cultural_environment_that_is_only_proposed():
    text = draft(found=environments(("E1", "Torvet", -5, 40)), of=np.array([0, 0, -1, -1, -1, -1]))
    for number in ("1.2", "4.1", "4.2"):
        line = next(one for one in text.splitlines() if one.startswith(f"{number} "))
        assert line.startswith(f"{number} \\[")  # in brackets: the council has it to decide


def test_a_title_that_says_the_number_is_not_given_it_again():
    text = provisions("Lokalplan 241 for Virum", "241", groups(TOWN, PARCELS), [], FILES)
    assert text.startswith("# UDKAST: Lokalplan 241 for Virum\n")


def test_without_a_number_the_heading_has_none():
    assert draft(number="").startswith("# UDKAST: Kulturhistorisk lokalplan\n")
