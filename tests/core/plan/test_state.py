"""What the package says of how far the plan is."""

from datetime import date

import pytest

from lyngby_heritage.core.common.errors import HeritageError
from lyngby_heritage.core.common.wording import filled
from lyngby_heritage.core.designation.shown_classes import Classes
from lyngby_heritage.core.plan.state import ADOPTED, DRAFT, PROPOSAL, PlanState, refuse_contradictions, state_notes

FROM, TO = date(2026, 12, 1), date(2027, 1, 26)
DECIDED, PUBLIC = date(2027, 3, 1), date(2027, 3, 8)


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        (PlanState(), "Udkast. Planen er ikke behandlet politisk og binder ingen."),
        (
            PlanState(DRAFT, FROM, TO),
            "Udkast. Planen er ikke behandlet politisk og binder ingen. Den forventes i offentlig høring fra den "
            "1. december 2026 til den 26. januar 2027.",
        ),
        (
            PlanState(PROPOSAL, FROM, TO),
            "Forslag i offentlig høring fra den 1. december 2026 til den 26. januar 2027. Forslaget er ikke vedtaget "
            "endeligt.",
        ),
        (
            PlanState(PROPOSAL),
            "Forslag i offentlig høring. Høringsperioden er ikke oplyst. Forslaget er ikke vedtaget endeligt.",
        ),
        (
            PlanState(ADOPTED, FROM, TO, DECIDED),
            "Vedtaget endeligt den 1. marts 2027. Planen gælder først fra offentliggørelsen i Plandata.",
        ),
        (
            PlanState(ADOPTED, FROM, TO, DECIDED, PUBLIC),
            "Vedtaget endeligt den 1. marts 2027. Planen gælder fra offentliggørelsen i Plandata den 8. marts 2027.",
        ),
        (
            PlanState(ADOPTED),
            "Vedtaget endeligt; datoen er ikke oplyst. Planen gælder først fra offentliggørelsen i Plandata.",
        ),
    ],
)
def test_the_sentence_tells_the_state_with_the_dates_that_are_known(state, sentence):
    assert state.sentence == sentence


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (PlanState(), "foreslås udpeget"),
        (PlanState(PROPOSAL, FROM, TO), "foreslås udpeget"),
        (PlanState(ADOPTED, adopted=DECIDED), "foreslås udpeget"),  # planloven § 54 b(4): not public, not in force
        (PlanState(ADOPTED, adopted=DECIDED, published=PUBLIC), "er udpeget"),
    ],
)
def test_a_building_is_designated_once_the_plan_is_in_force(state, said):
    assert state.is_designated == said
    assert state.in_force == (said == "er udpeget")
    what = "Udpegningen" if state.in_force else "Forslaget"
    assert state.this_one == f"{what} gælder denne bygning."


@pytest.mark.parametrize(
    ("state", "no", "yes"),
    [
        (PlanState(), "Foreslås ikke udpeget", "Foreslås udpeget"),
        (PlanState(ADOPTED, adopted=DECIDED, published=PUBLIC), "Ikke udpeget i denne plan", "Udpeget"),
    ],
)
def test_what_stands_beside_a_building_always_says_whether_it_is_designated(state, no, yes):
    told = {each["key"]: state.told(each, each["designated"] is True) for each in Classes.known().described}
    assert told == {
        "vaerdi_1_3": f"{yes}: SAVE-værdi 1–3",
        "vaerdi_4_ensartet": f"{yes}: SAVE-værdi 4 efter reglen",
        "beslutning_udpeg": f"{yes}: særskilt beslutning",
        "beslutning_udpeg_ikke": "Fravalgt: særskilt beslutning",
        "til_vurdering": f"{no}: til vurdering",
        "ikke_udpeget": no,
        "ikke_registreret": f"{no}: uden SAVE-værdi",
        "fredet": "Fredet",
        "kirke": "Kirke",
        "ukendt": f"{no}: ukendt kode",
    }
    assert state.told(Classes.known().described[-1], designated=True) == f"{yes}: ukendt kode"


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (PlanState(PROPOSAL, TO, FROM), ("HEARING_TO (2026-12-01)", "HEARING_FROM (2027-01-26)")),
        (PlanState(ADOPTED, FROM, TO, date(2027, 1, 25)), ("ADOPTED (2027-01-25)", "HEARING_TO (2027-01-26)")),
        (PlanState(ADOPTED, adopted=PUBLIC, published=DECIDED), ("PUBLISHED (2027-03-01)", "ADOPTED (2027-03-08)")),
        (PlanState(PROPOSAL, adopted=DECIDED), ("ADOPTED is 2027-03-01", "STATE = 1", "STATE = 2")),
        (PlanState(DRAFT, published=PUBLIC), ("PUBLISHED is 2027-03-08", "STATE = 0")),
    ],
)
def test_dates_that_contradict_each_other_or_the_state_are_refused_by_name(state, words):
    with pytest.raises(HeritageError) as refused:
        refuse_contradictions(state)
    assert all(one in str(refused.value) for one in words), refused.value


@pytest.mark.parametrize("state", [PlanState(), PlanState(ADOPTED, FROM, FROM, FROM, FROM), PlanState(DRAFT, FROM, TO)])
def test_dates_in_order_are_taken(state):
    refuse_contradictions(state)


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (PlanState(PROPOSAL, FROM, TO), []),
        (PlanState(PROPOSAL, FROM, date(2026, 12, 29)), []),  # four weeks
        (PlanState(PROPOSAL, FROM, date(2026, 12, 28)), ["27 days"]),
        (PlanState(PROPOSAL, FROM), ["HEARING_TO is"]),
        (PlanState(PROPOSAL), ["HEARING_FROM, HEARING_TO are"]),
        (PlanState(ADOPTED, adopted=DECIDED), ["PUBLISHED is"]),
        (PlanState(), []),
    ],
)
def test_the_log_tells_of_dates_that_are_missing_and_of_a_hearing_shorter_than_four_weeks(state, words):
    said = [str(one) for one in state_notes(state)]
    assert len(said) == len(words), said
    assert all(word in text for word, text in zip(words, said)), said


@pytest.mark.parametrize(
    ("adopted", "warned"),
    [(TO, True), (date(2027, 2, 22), True), (date(2027, 2, 23), False), (DECIDED, False), (None, False)],
)
def test_an_adoption_less_than_four_weeks_after_the_hearing_is_warned_of(adopted, warned):
    """Planloven § 27 where objections came in time; it is known at second hand, and the log says so."""
    notes = [one for one in state_notes(PlanState(ADOPTED, FROM, TO, adopted)) if "{earliest}" in one.template]
    assert len(notes) == warned
    for one in notes:
        assert one.warning
        said = filled(one.template, one.values, danish=True)
        assert "26. januar 2027" in said
        assert "23. februar 2027 (planlovens § 27, known at second hand" in said
    assert not [one for one in state_notes(PlanState(ADOPTED, adopted=adopted)) if "{earliest}" in one.template]
