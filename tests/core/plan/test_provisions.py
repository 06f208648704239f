"""The draft of the provisions: marked as one, each designated building in one group, no data as markup."""

import numpy as np
import pytest
from plan_builders import building, buildings, environments

from lyngby_heritage.core.plan.provisions import environments_of, groups, markdown, provisions

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


def test_it_is_marked_as_a_draft_and_names_its_legal_grounds():
    text = draft()
    assert text.startswith("# UDKAST: Lokalplan 300, Kulturhistorisk lokalplan\n")
    assert "UDKAST til juridisk behandling" in text
    for ground in ("planlovens § 15, stk. 2, nr. 14", "planlovens § 18", "efter § 19", "planlovens § 49", "§ 17"):
        assert ground in text


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
    assert "- **Kulturmiljø E1: Torvet.** I området ligger 2 bygninger, heraf 2 udpegede. Bredevej\n" in text
    assert "De er **forslag**" in text
    assert "Der er ikke givet et lag med kulturmiljøer" in draft()


def test_without_a_number_the_heading_has_none():
    assert draft(number="").startswith("# UDKAST: Kulturhistorisk lokalplan\n")
