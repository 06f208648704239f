"""The white book: subjects in the plan's order, counts, changes with the answers behind them."""

import datetime
from dataclasses import replace

import numpy as np
import pytest
import shapely

from lyngby_heritage.core.designation.decisions import read_decisions
from lyngby_heritage.core.designation.unknown_decisions import told
from lyngby_heritage.core.plan.card import still_designated
from lyngby_heritage.core.white_book.answers import read_answers
from lyngby_heritage.core.white_book.book import ChangeMade, building_called, told_rows, topic_order, white_book
from lyngby_heritage.core.white_book.decided import decision_rows
from lyngby_heritage.core.white_book.participants import Outcome, participants, told_to
from lyngby_heritage.core.white_book.places import Known, find_buildings
from lyngby_heritage.core.white_book.public import Discreet
from lyngby_heritage.core.white_book.text import Hearing, participant_text, white_book_text
from lyngby_heritage.core.white_book.working_table import COLUMNS, decisions_table_rows, working_rows

KNOWN = Known(
    ["a", "b", "c"],
    ["p", "q", "r"],
    ["Åvej 1", "Åvej 2", "Åvej 3"],
    shapely.points([[0, 0], [50, 0], [90, 0]]),
    np.array([False, False, True]),
)
ROWS = [
    # svar_id, afsender, afsendertype, dato, bygning, emne, tekst, resume, vurdering, konsekvens, beslutning
    (1, "Bo Eksempel", "", "2027-03-01", "a", "Udpegning", "Jeg er syg", "Ønsker fravalg", "Bo Eksempel har ret",
     "imoedekommet", "udpeg_ikke"),
    (2, "Å-foreningen", "forening", "2027-03-02", "b", "tag", "Røde tegl", "Om tegl", "Nej", "ingen", None),
    (3, "Cai Eksempel", "", "2027-05-09", "c", None, "Hemmeligt", None, None, None, None),
]  # fmt: skip
NAMES = (
    *("answer_id", "sender", "sender_kind", "answer_date", "decision_building", "subject", "answer_text"),
    *("answer_summary", "assessment", "consequence", "decision"),
)
HEARING = Hearing("Kulturhistorisk lokalplan 300", datetime.date(2027, 3, 1), datetime.date(2027, 4, 30))


def parts():
    columns = {name: [row[place] for row in ROWS] for place, name in enumerate(NAMES)}
    answers = read_answers("svar", columns, len(ROWS))
    return answers, find_buildings(answers, None, KNOWN)


def book(public=True, changes=()):
    answers, found = parts()
    decided = decision_rows("svar", answers, found, KNOWN)
    return white_book(answers, found, KNOWN, Discreet.of(answers), public, HEARING.end, changes, decided)


def text(**settings):
    return white_book_text(book(**settings), HEARING)


@pytest.mark.parametrize(
    ("names", "ordered"),
    [
        (
            ["Generelt", "Hegn", "Nedrivning", "Parkering", "Formål"],
            ["Formål", "Nedrivning", "Hegn", "Parkering", "Generelt"],
        ),
    ],
)
def test_subjects_follow_the_plans_paragraphs(names, ordered):
    assert sorted(names, key=topic_order) == ordered


def test_the_counts_of_the_first_page():
    summary = book().summary

    assert (summary.answers, summary.senders, summary.late, summary.without_place) == (3, 3, 1, 0)
    assert summary.kinds == [("Privatperson", 2), ("forening", 1)]
    assert summary.consequences == [("imoedekommet", 1), ("ingen", 1), ("", 1)]


def test_what_is_about_the_whole_plan_is_counted_apart_from_what_is_about_no_building():
    counted = book()
    told = replace(counted, summary=replace(counted.summary, whole_plan=2, without_place=1))
    said = white_book_text(told, HEARING).replace("\u00a0", " ")
    assert "2 punkter handler om hele planen. Ved yderligere 1 punkt er der ikke fundet en bestemt bygning." in said


@pytest.mark.parametrize(
    ("count", "told"),
    [
        (2, "2 svar har samme ordlyd og er talt med hver for sig."),
        (5, "5 svar har ordlyd til fælles med et eller flere andre og er talt med hver for sig."),
    ],
)
def test_two_answers_of_one_wording_are_not_said_to_be_as_a_third(count, told):
    made = book()
    assert told in white_book_text(replace(made, summary=replace(made.summary, same_text=count)), HEARING)
    assert "ordlyd" not in text().partition("## 2.")[0].partition("## 1.")[2]


def test_a_late_answer_is_marked_where_the_answers_stand_in_order_too():
    in_order = text().partition("## 4.")[2]
    assert "| 9. maj 2027 (efter fristen) |" in in_order
    assert in_order.count("(efter fristen)") == 1


def test_the_public_version_holds_no_private_name_and_no_ones_own_words():
    public = text()

    assert "Å-foreningen" in public
    assert "Ønsker fravalg" in public
    for secret in ("Eksempel", "Jeg er syg", "Hemmeligt", "Røde tegl", "Åvej 3"):
        assert secret not in public
    assert "en bygning, som registret ikke offentliggør" in public


def test_the_internal_version_holds_all_of_it():
    internal = text(public=False)

    for own in ("Bo Eksempel", "Jeg er syg", "Hemmeligt", "Åvej 3", "Må ikke offentliggøres"):
        assert own in internal


def test_a_building_that_an_earlier_plan_goes_on_designating_is_told_below_the_changes():
    still = still_designated("lokalplan", "Åvej 1")
    changes = [
        ChangeMade("Åvej 1", "SAVE-værdi 1–3", "Fravalgt", "beslutning", row=0, still=still),
        ChangeMade("Åvej 2", "SAVE-værdi 1–3", "Fravalgt", "beslutning", row=1),
    ]
    text = white_book_text(book(changes=changes), HEARING)
    assert "Åvej 1 er i forvejen udpeget af en lokalplan, og det gælder fortsat." in text
    assert "Åvej 2 er i forvejen" not in text


def test_of_buildings_that_are_designated_first_after_the_hearing_it_says_that_others_must_be_asked():
    """Planloven § 27, stk. 2 (at second hand, so in brackets)."""
    changes = [
        ChangeMade("Åvej 1", "Ikke udpeget", "Udpeget", "beslutning", row=0, added=True),
        ChangeMade("Åvej 2", "Ikke udpeget", "Udpeget", "ny værdi", row=1, added=True),
    ]
    both = white_book_text(book(changes=changes), HEARING)
    assert r"\[Åvej 1 og Åvej 2 er først udpeget efter høringen." in both
    assert (
        "lejlighed til at udtale sig, før planen vedtages (planlovens § 27, stk. 2; skal kontrolleres i loven)" in both
    )
    one = white_book_text(book(changes=changes[:1]), HEARING)
    assert r"\[Åvej 1 er først udpeget efter høringen." in one
    assert "hvornår ejeren har haft det" in one
    out = [replace(one, added=False) for one in changes]
    assert "først udpeget" not in white_book_text(book(changes=out), HEARING)
    many = [replace(changes[1], name=f"Åvej {k}", row=-1) for k in range(9)]
    assert r"\[9 bygninger er først udpeget" in white_book_text(book(changes=many), HEARING)


def test_a_change_names_the_answers_behind_it_and_others_stand_apart():
    changes = [
        ChangeMade("Åvej 1", "SAVE-værdi 1–3", "Fravalgt", "beslutning", row=0),
        ChangeMade("Åvej 2", "Værdi 4", "SAVE-værdi 1–3", "ny værdi", row=1),
        ChangeMade("Åvej 3", "x", "y", "z", row=2, withheld=True),
    ]

    made = book(changes=changes)

    assert [(one.name, list(one.labels)) for one in made.changes] == [("Åvej 1", ["1"])]
    assert [one.name for one in made.other_changes] == ["Åvej 2"]
    assert made.withheld_changes == 1
    assert "Udpegningen er ændret for 3 bygninger, heraf 1 efter et svar" in white_book_text(made, HEARING)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([0, 1], "Udpegningen er ændret for 2 bygninger, alle efter et svar."),
        ([0], "Udpegningen er ændret for 1 bygning, og det er efter et svar."),
        ([0, -1], "Udpegningen er ændret for 2 bygninger, heraf 1 efter et svar."),
    ],
)
def test_where_every_change_follows_an_answer_the_number_stands_once(rows, said):
    changes = [ChangeMade(f"Åvej {row}", "x", "y", "z", row=row) for row in rows]
    columns = {
        "answer_id": ["1", "2"],
        "answer_text": ["t", "t"],
        "decision_building": ["a", "b"],
        "assessment": ["v", "v"],
        "consequence": ["imoedekommet", "delvist"],
    }
    answers = read_answers("svar", columns, 2)
    found = find_buildings(answers, None, KNOWN)
    made = white_book(answers, found, KNOWN, Discreet([]), True, None, changes)
    assert said in white_book_text(made, Hearing("x"))


def changed_otherwise(*labels, changes, consequence="aendret"):
    """The book of answers with these numbers that changed the plan in another way, and one that changed nothing."""
    count = len(labels) + 1
    columns = {
        "answer_id": [*labels, "N"],
        "answer_text": ["t"] * count,
        "decision_building": ["a"] * count,
        "assessment": ["v"] * count,
        "consequence": [consequence] * len(labels) + ["ingen"],
    }
    answers = read_answers("svar", columns, count)
    found = find_buildings(answers, None, KNOWN)
    return white_book_text(white_book(answers, found, KNOWN, Discreet([]), True, None, changes), Hearing("x"))


def test_answers_that_changed_the_plans_text_or_maps_stand_among_the_changes():
    changes = [ChangeMade("Åvej 1", "x", "y", "z", row=0), ChangeMade("Åvej 2", "x", "y", "z", row=1)]

    several = changed_otherwise("H09", "H04", "H10", changes=changes)
    one = changed_otherwise("H04", changes=[])

    assert "### 2.3 Ændringer i planens tekst og kort" in several
    assert "Svar H04, H09 og H10 har ført til ændringer af planen på anden måde. De står ved svarene i afsnit 3." in (
        several
    )
    assert r"kort de er indarbejdet.\]" in several
    assert "### 2.1 Ændringer i planens tekst og kort" in one
    assert "Svar H04 har ført til en ændring af planen på anden måde. Den står ved svaret i afsnit 3." in one
    assert r"kort den er indarbejdet.\]" in one
    assert "planens tekst og kort" not in changed_otherwise(changes=[])


@pytest.mark.parametrize("consequence", ["imoedekommet", "delvist"])
def test_answers_that_were_met_without_a_change_of_a_designation_stand_among_the_changes(consequence):
    met = changed_otherwise("H08", "H07", changes=[], consequence=consequence)
    assert "### 2.1 Ændringer i planens tekst og kort" in met
    assert "Svar H07 og H08 er imødekommet helt eller delvist uden en beslutning om udpegning." in met
    assert r"\[Kommunen skriver, om planens tekst eller kort er ændret af dem, og hvor.\]" in met
    # One whose building got another outcome stands at that change.
    changed = [ChangeMade("Åvej 1", "x", "y", "z", row=0)]
    assert "uden en beslutning om udpegning" not in changed_otherwise("H07", changes=changed, consequence=consequence)
    # The first of the answers is on a designation itself, and nothing else was met.
    assert "uden en beslutning om udpegning" not in text()


def test_headings_of_changes_are_numbered_without_a_gap():
    other = changed_otherwise("H04", changes=[ChangeMade("Åvej 2", "x", "y", "z", row=1)])

    assert "### 2.1 Andre ændringer" in other
    assert "### 2.2 Ændringer i planens tekst og kort" in other


def test_markup_in_an_answer_is_text():
    assert r"\<b\>" in white_book_text(
        white_book(*_one("<b>fed</b> | *x*"), KNOWN, Discreet([]), True, None, None, ()), Hearing("x")
    )


def _one(summary):
    answers = read_answers("svar", {"answer_id": ["1"], "answer_text": ["t"], "answer_summary": [summary]}, 1)
    return answers, find_buildings(answers, None, KNOWN)


def test_a_participant_is_told_what_became_of_the_building():
    answers, found = parts()
    outcomes = {0: Outcome("SAVE-værdi 1–3", "Fravalgt"), 1: Outcome("Ikke udpeget", "Ikke udpeget")}
    first, second, third = participants(answers)

    page = participant_text(first.name, told_to(first, book(public=False), found, KNOWN, outcomes), HEARING)

    assert "Åvej 1: før høringen »SAVE-værdi 1–3«, efter høringen »Fravalgt«." in page
    assert "Imødekommet" in page
    assert "Cai" not in page
    other = participant_text(second.name, told_to(second, book(public=False), found, KNOWN, outcomes), HEARING)
    assert "Åvej 2: »Ikke udpeget« i planen, som før høringen." in other
    hidden = participant_text(third.name, told_to(third, book(public=False), found, KNOWN, outcomes), HEARING)
    assert "Hemmeligt" in hidden  # their own words


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        (Outcome("SAVE 1", "SAVE 1", "fredet"), "Åvej 2: fredet og kun nævnt til oplysning, som før høringen."),
        (Outcome("SAVE 4", "SAVE 4", "kirke"), "Åvej 2: kirke og kun nævnt til oplysning, som før høringen."),
        (Outcome("SAVE 1", "", "fredet"), "Åvej 2: fredet og kun nævnt til oplysning."),
    ],
)
def test_a_building_apart_from_the_plan_is_designated_on_no_page(outcome, expected):
    assert outcome.sentence("Åvej 2") == expected


@pytest.mark.parametrize(
    ("designated", "apart", "standing", "by"),
    [
        (False, "", "begge", "kommuneplanen og en lokalplan"),
        (False, "", "lokalplan", "en lokalplan"),
        (False, "", "ingen", ""),
        (False, "", "", ""),
        (True, "", "begge", ""),
        (False, "fredet", "begge", ""),
        (None, "", "begge", ""),
    ],
)
def test_of_a_building_taken_out_the_page_says_which_plan_designates_it_still(designated, apart, standing, by):
    told = Outcome("SAVE-værdi 1–3", "Fravalgt", apart, designated, standing).sentence("Åvej 2")
    still = f" Bygningen er i forvejen udpeget af {by}, og det gælder fortsat."
    assert told.endswith(still) if by else "i forvejen" not in told


def test_a_page_names_no_building_by_its_id_and_none_that_the_register_keeps():
    known = replace(KNOWN, addresses=["", "Åvej 2", "Åvej 3"])
    answers, _ = parts()
    found = find_buildings(answers, None, known)
    internal = white_book(answers, found, known, Discreet.of(answers), False, HEARING.end)
    outcomes = {row: Outcome("Ikke udpeget", "Ikke udpeget") for row in range(3)}
    first, _, third = participants(answers)

    page = participant_text(first.name, told_to(first, internal, found, known, outcomes), HEARING)
    assert "*Det handler om:* bygning uden adresse." in page
    assert "- bygning uden adresse: »Ikke udpeget« i planen, som før høringen." in page
    assert "Tak for dit svar i høringen fra den 1. marts 2027 til den 30. april 2027 om Kulturhistorisk" in page
    kept = participant_text(third.name, told_to(third, internal, found, known, outcomes), HEARING)
    assert "*Det handler om:* en bygning, som registret ikke offentliggør." in kept
    assert "Åvej 3" not in kept


def test_kinds_of_senders_stand_alike():
    assert "| Privatperson | 2 |\n| Forening | 1 |" in text()


def test_the_working_table_is_read_again_as_it_was():
    answers, found = parts()

    rows = working_rows(answers, found, KNOWN, HEARING.end)

    names = [one.heading for one in COLUMNS]
    assert [row[names.index("rettidigt")] for row in rows] == ["ja", "ja", "nej"]
    concept = dict(zip(NAMES, ("svar_id", "afsender", "afsendertype", "dato", "bygning_id", "emne", "tekst", "resume",
                               "vurdering", "konsekvens", "beslutning")))  # fmt: skip
    again = read_answers(
        "svar", {one: [row[names.index(field)] for row in rows] for one, field in concept.items()}, len(rows)
    )
    assert again.answers == answers.answers


def test_the_decisions_name_nobody():
    answers, found = parts()

    rows = decisions_table_rows(
        decision_rows("svar", answers, found, KNOWN), KNOWN, Discreet.of(answers).text, "Høringen af planen"
    )

    source = "Høringen af planen, svar 1 modtaget 1. marts 2027"
    assert rows == [("a", "udpeg_ikke", "(navn udeladt) har ret", source, "2027-03-01", "Åvej 1")]


def test_the_day_an_answer_came_is_told_as_no_day_of_a_decision_and_still_makes_it_the_newest():
    answers, found = parts()
    new = decisions_table_rows(decision_rows("svar", answers, found, KNOWN), KNOWN, str, "Høringen")
    rows = [("a", "udpeg", "Før.", "Byplanudvalget", "2024-04-16", ""), *new]

    decision = read_decisions("beslutninger", *map(list, zip(*rows)))[0]["a"]

    assert (decision.designate, decision.source) == (False, "Høringen, svar 1 modtaget 1. marts 2027")
    assert decision.told_day is None
    assert told(replace(decision, reason=""), "") == "Åvej 1: udpeges ikke, Høringen, svar 1 modtaget 1. marts 2027"


@pytest.mark.parametrize(
    ("address", "property_id", "public", "called"),
    [
        ("Åvej 1", "p", True, "Åvej 1"),
        ("", "9100001", True, "bygning uden adresse"),  # the property's number leads to its owner
        ("", "", True, "bygning uden adresse"),
        ("", "9100001", False, "34e4e7ae-441b"),
    ],
)
def test_the_public_version_calls_no_building_by_its_id(address, property_id, public, called):
    known = Known(["34e4e7ae-441b"], [property_id], [address], shapely.points([[0, 0]]), np.zeros(1, dtype=bool))
    assert building_called(0, known, public) == called


@pytest.mark.parametrize(
    ("withheld", "public", "called"),
    [
        (False, True, "bygning ved Åvej 1"),
        (False, False, "bygning ved Åvej 1 (b)"),
        (True, True, "bygning uden adresse"),  # no public version tells where a building stands that the register keeps
    ],
)
def test_a_building_without_an_address_is_named_by_the_one_beside_it_on_its_property(withheld, public, called):
    places = shapely.points([[0, 0], [5, 0], [6, 0]])
    known = Known(
        ["a", "b", "c"], ["p", "p", "q"], ["Åvej 1", "", "Åvej 2"], places, np.array([withheld, False, False])
    )
    assert building_called(1, known, public) == called


GARDEN = Known(
    ["house", "shed", "other"],
    ["p", "p", "q"],
    ["Ved Kæret 4", "", ""],
    shapely.points([[0, 0], [5, 0], [900, 0]]),
    np.zeros(3, dtype=bool),
)


def about(known, **columns):
    """What the public version and the sender's page say that one answer is about."""
    given = {name: [value] for name, value in {"answer_id": "1", "answer_text": "t", **columns}.items()}
    answers = read_answers("svar", given, 1)
    found = find_buildings(answers, None, known)
    made = white_book(answers, found, known, Discreet([]), True, None)
    outcomes = {row: Outcome("x", "x") for row in range(len(known))}
    (told_answer,) = told_to(participants(answers)[0], made, found, known, outcomes)
    page = participant_text("", [told_answer], HEARING)
    return made.entries[0].about, [line for line in page.splitlines() if line.startswith(("*Det handler om:* ", "- "))]


def test_an_answer_on_a_property_is_about_its_house_and_not_once_more_about_the_shed():
    told_about, page = about(GARDEN, answer_property="p")

    assert told_about == ["Ved Kæret 4"]
    assert page == ["*Det handler om:* Ved Kæret 4.", "- Ved Kæret 4: »x« i planen, som før høringen."]


def test_an_answer_on_a_shed_alone_names_it_by_the_house_it_stands_near():
    assert about(GARDEN, decision_building="shed")[0] == ["bygning nær Ved Kæret 4"]


def test_buildings_without_a_property_are_never_taken_for_one():
    assert told_rows([0, 1], replace(GARDEN, properties=["", "", "q"])) == [0, 1]
