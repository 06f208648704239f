"""A long Danish word in a narrow column is broken at the joint of its compound, with a hyphen."""

import pytest

from lyngby_heritage.core.documents.hyphens import with_soft_hyphens


@pytest.mark.parametrize(
    ("text", "letters", "shown"),
    [
        ("bygningsfredningslovens § 17", 14, "bygnings|frednings|lovens § 17"),
        ("Parcelhusområde", 14, "Parcelhus|område"),
        ("Fortidsmindebeskyttelseslinje: ingen", 16, "Fortids|minde|beskyttelses|linje: ingen"),
        ("landbrugsejendom", 12, "landbrugs|ejendom"),
        ("Miljøvurderingsloven", 14, "Miljø|vurderings|loven"),
        ("landbrugsejendom", 16, "landbrugsejendom"),  # there is room for it
        ("lovbekendtgørelse", 10, "lovbekendtgørelse"),  # only three letters stand before the joint
        ("Kulturarvsstyrelsens", 10, "Kulturarvs|styrelsens"),
        ("fundogfortidsminder_areal", 10, "fundogfortids|minder_areal"),
        ("ÆØÅæøåÆØÅæøåÆØÅ", 5, "ÆØÅæøåÆØÅæøåÆØÅ"),  # no joint is known
        ("", 5, ""),
    ],
)
def test_only_long_words_are_broken_and_only_at_a_joint(text, letters, shown):
    assert with_soft_hyphens(text, letters).replace("\u00ad", "|") == shown


def test_a_soft_hyphen_takes_nothing_from_the_text():
    text = "bygningsfredningslovens bestemmelser"
    assert with_soft_hyphens(text, 3).replace("\u00ad", "") == text
