"""What the rule on attached houses is said to take: in short, or by the names of BBR where a profile has its own."""

import pytest
from builders import classified, house
from profiles import profile_in

from lyngby_heritage.core.common.profile import in_force
from lyngby_heritage.core.common.profile_reading import PROFILES, read_profile
from lyngby_heritage.core.designation.attached_houses import attached_houses
from lyngby_heritage.core.report.dial_page import dial_words


def of(tmp_path, uses):
    folder = profile_in(tmp_path, {"rules/designation.json": {"attached_uses": uses}})
    with in_force(read_profile(folder)):
        return attached_houses()


@pytest.mark.parametrize(
    ("uses", "words"),
    [
        ([132], "bygninger med værdi 4, som BBR kalder »dobbelthus«"),
        ([121, 998], "bygninger med værdi 4, som BBR kalder »sammenbygget enfamiliehus« eller »kode 998«"),
        ([121, 130, 131, 132], "række- og dobbelthuse med værdi 4"),  # those of the plugin in another order
    ],
)
def test_own_uses_are_named(tmp_path, uses, words):
    assert of(tmp_path, uses) == words


def test_a_semi_detached_house_outside_the_uses_is_not_told_that_such_are_designated():
    with in_force(read_profile(PROFILES / "roedovre")):
        told = classified([house(0, save=4, use=132)], rule=2).reasons(0, 1)
        assert told == [
            "SAVE-værdi 4. Udpeges ikke: efter den valgte regel udpeges bygninger med værdi 4, som BBR kalder "
            "»række-, kæde- og klyngehus« eller »række-, kæde- eller dobbelthus (udfaset kode)«; "
            "BBR kalder den dobbelthus."
        ]
        assert dial_words()["attached"] == attached_houses()
