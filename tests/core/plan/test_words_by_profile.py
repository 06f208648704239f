"""What a profile changes is told wherever it is told: a key of the profile, and the words that follow from it."""

from datetime import date

import pytest
from profiles import profile_in

from lyngby_heritage.core.common.law import statement
from lyngby_heritage.core.common.profile import in_force
from lyngby_heritage.core.common.profile_reading import read_profile
from lyngby_heritage.core.hearing.letters import now_in_words
from lyngby_heritage.core.plan.choices import low_storeys
from lyngby_heritage.core.plan.field_codes import codes_of
from lyngby_heritage.core.plan.plan_groups import provision_groups
from lyngby_heritage.core.plan.state import PROPOSAL, PlanState, state_notes
from lyngby_heritage.core.plan.table_words import table_words
from lyngby_heritage.core.web.words import english

THREE = {"rules/designation.json": {"high_values": [1, 2], "neighbour_value": 3}}


def cited(key, cite):
    return {"rules/law.json": {"references": {key: {"cite": cite}}}}


def by_the_rule():
    return next(one["title"] for one in provision_groups() if one["key"] == "ensartet")


def law_of_a_short_hearing():
    state = PlanState(PROPOSAL, hearing_from=date(2027, 1, 4), hearing_to=date(2027, 1, 8))
    return next(note.values["law"] for note in state_notes(state) if "law" in note.values)


@pytest.mark.parametrize(
    ("files", "told", "built_in", "own"),
    [
        (THREE, by_the_rule, "Bygninger med SAVE-værdi 4 efter reglen", "Bygninger med SAVE-værdi 3 efter reglen"),
        (
            THREE,
            lambda: codes_of("bygninger")["plangruppe"]["B"],
            "B: Bygninger med SAVE-værdi 4 efter reglen",
            "B: Bygninger med SAVE-værdi 3 efter reglen",
        ),
        (
            THREE,
            lambda: english(by_the_rule()),
            "Buildings of SAVE value 4 by the rule",
            "Buildings of SAVE value 3 by the rule",
        ),
        (
            THREE,
            lambda: table_words("nabopar").purpose.partition(", ")[2],
            "hvorfor en bygning af værdi 4 er ensartet med sine naboer eller ikke er det.",
            "hvorfor en bygning af værdi 3 er ensartet med sine naboer eller ikke er det.",
        ),
        ({"rules/plot_ratio.json": {"defaults": {"TWO_STOREY_LIMIT": 1.5}}}, low_storeys, 2.0, 1.5),
        (
            cited("preserved_building", "bygningsfredningslovens § 99"),
            lambda: statement("designation_only").rpartition(" omfatter ")[2],
            "den (bygningsfredningslovens § 17).",
            "den (bygningsfredningslovens § 99).",
        ),
        (
            cited("interim", "planlovens § 99"),
            lambda: now_in_words().partition(". ")[0].rpartition(", ")[2],
            "heller ikke selv om det stemmer med forslaget (planlovens § 17)",
            "heller ikke selv om det stemmer med forslaget (planlovens § 99)",
        ),
        (cited("publication", "planlovens § 99"), law_of_a_short_hearing, "Planlovens § 24", "Planlovens § 99"),
    ],
)
def test_the_words_follow_the_profile_in_force(tmp_path, files, told, built_in, own):
    assert told() == built_in
    with in_force(read_profile(profile_in(tmp_path / "vores", files))):
        assert told() == own
    assert told() == built_in


def test_the_english_of_the_law_follows_too(tmp_path):
    files = cited("preserved_building", "bygningsfredningslovens § 99")
    with in_force(read_profile(profile_in(tmp_path / "vores", files))):
        assert english(statement("designation")).endswith(
            "covers it (bygningsfredningslovens § 99, the Danish act on listed buildings)."
        )
