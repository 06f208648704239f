"""The letters: why one gets it, what it says of each property, what is left to a person, and that data stay text."""

from datetime import date

import pytest
from hearing_cases import ABOUT, HEADING, building, heard, letter, others

from lyngby_heritage.core.documents import blanks_in
from lyngby_heritage.core.hearing.letters import About, Writer, day_of_letters, file_names, told_reason
from lyngby_heritage.core.hearing.properties import LandIn
from lyngby_heritage.core.hearing.receivers import kind_of


def test_a_letter_to_an_owner():
    text = letter(heard("100", "Skolevej 5", building(7), environments=("Landsbyen",)))
    for said in (
        "Jens Hansen  \nVej 1  \n2800 Lyngby",
        "Kære Jens Hansen",
        "fordi du er registreret som ejer af en ejendom, som forslaget omfatter.",
        "til og med mandag den 1. februar 2027",
        "**Skolevej 5** · matr.nr. 5a Askholt By, Askholt · BFE 100",
        "Ejendommen ligger helt eller delvis i kulturmiljøet »Landsbyen«.",
        "**Nr. 7: Skolevej 5 (SAVE-værdi 3).** Foreslås udpeget: SAVE-værdi 1–3. Bygningen er fin.",
        "(planlovens § 17)",
        "**Det må du fortsat.**",
        "## Klagevejledning",
    ):
        assert said in text


def test_what_nobody_decided_is_a_blank_and_is_counted():
    # What stays free, where to answer, what becomes of answers, link, meeting, minority, contact, complaint.
    assert blanks_in(letter(heard("100", "Skolevej 5", building(7)))) == 8
    without_sender = About("Lokalplan 300", "", "https://plan.dk", ABOUT.hearing, ABOUT.made)
    text = letter(heard("100", "Skolevej 5", building(7)), about=without_sender)
    assert text.startswith("\\[kommunens navn og adresse\\]")
    assert "https://plan.dk" in text


def test_a_tenant_of_one_property_and_owner_of_another_gets_both_reasons():
    one, two = heard("1", "Avej 1", building(1)), heard("2", "Bvej 2", building(2))
    text = letter(one, two, rows=[("1", "A", "Vej 1", "2800", "", "lejer"), ("2", "A", "Vej 1", "2800", "", None)])
    assert (
        "fordi du er registreret som ejer af en ejendom, som forslaget omfatter, og fordi du er registreret som lejer "
        "i en ejendom, som forslaget omfatter." in text
    )
    assert "BFE 1 · som lejer" in text


def test_a_property_in_an_environment_without_a_designated_building():
    text = letter(heard("1", "Avej 1", environments=("Landsbyen",)))
    assert "Ingen bygning på ejendommen foreslås udpeget, men forslaget nævner et kulturmiljø på stedet." in text
    assert "\\[Kommunen vælger: Den del af ejendommen, der ligger i et kulturmiljø, er med i planens område" in text
    assert "**Nu.** \\[Kun hvis ejendommen er med i planens område:\\] Fra forslaget er offentliggjort" in text
    assert "du er registreret som ejer af en ejendom, som forslaget nævner." in text
    assert "omfatter" not in text
    # The eight of a bound one, whether it is in the plan's area, and of now and later what holds if it is and if not.
    assert blanks_in(text) == 8 + 1 + 2 * 2
    assert "SAVE" not in text


WITHIN, NOT_WITHIN = (
    r"\[Kun hvis ejendommen er med i planens område:\] ",
    r"\[Kun hvis ejendommen ikke er med i planens område: ",
)
LAND = "gælder planens bestemmelser om sekundær bebyggelse, ubebyggede arealer, hegn og tekniske anlæg."


def test_whatever_the_municipality_says_of_the_area_the_letter_tells_what_binds_the_land_after_adoption():
    text = letter(heard("1", "Avej 1", environments=("Landsbyen",)))
    told = text.partition("## Hvad betyder forslaget for dig?")[2].partition("##")[0]
    now, later, free = (one for one in told.split("\n\n") if one.strip())
    assert now.startswith(f"**Nu.** {WITHIN}Fra forslaget er offentliggjort")
    assert f"{NOT_WITHIN}Forslaget ændrer ikke, hvad der gælder nu" in now
    assert later.startswith(f"**Hvis planen bliver vedtaget.** {WITHIN}På de jordstykker, der er med i planens område")
    assert LAND in later
    assert f"{NOT_WITHIN}Planens bestemmelser gælder ikke uden for planens område" in later
    assert free.startswith("**Det må du fortsat.**")


def test_the_list_tells_of_a_property_in_an_environment_alone_what_binds_its_land():
    _, later = Writer(ABOUT).consequence(heard("1", "Avej 1", environments=("Byen",)))
    assert LAND in later
    assert "[Kun hvis ejendommen ikke er med i planens område: Planens bestemmelser gælder ikke uden for" in later


def test_of_a_listed_building_alone_no_upkeep_is_called_free():
    listed = building(1, apart="fredet")
    assert "Det må du fortsat" not in letter(heard("1", "Avej 1", listed, environments=("Byen",)))
    assert "Det må du fortsat" in letter(heard("1", "Avej 1", listed), heard("2", "Bvej 2", building(2)))


@pytest.mark.parametrize("kind", ["fredet", "kirke"])
def test_what_is_free_is_not_said_of_a_building_apart_from_the_plan_in_the_same_letter(kind):
    apart = building(1, apart=kind)
    exempt = "For fredede bygninger og kirker, som planen kun nævner til oplysning, følger det af andre regler"
    assert exempt in letter(heard("1", "Avej 1", apart, building(2)))
    assert exempt in letter(heard("1", "Avej 1", apart), heard("2", "Bvej 2", building(2)))
    assert exempt not in letter(heard("1", "Avej 1", building(2)))
    assert "Det må du fortsat" not in letter(heard("1", "Avej 1", apart))
    assert "Det må du fortsat" not in letter(heard("1", "Avej 1", apart, environments=("Byen",)))


def test_a_letter_on_a_bound_and_an_unbound_property_says_which_the_proposal_covers():
    text = letter(heard("1", "Avej 1", building(1)), heard("2", "Bvej 2", environments=("Landsbyen",)))
    assert (
        "fordi du er registreret som ejer af en ejendom, som forslaget omfatter, og fordi du er registreret som ejer "
        "af en ejendom, som forslaget nævner." in text
    )
    assert "**Nu.** Fra forslaget er offentliggjort" in text
    assert (
        "For en ejendom uden en bygning, som bestemmelserne skal gælde for, er det kun sådan, hvis ejendommen" in text
    )
    assert "For en ejendom uden en bygning, som foreslås udpeget, gælder disse bestemmelser kun, hvis" in text


@pytest.mark.parametrize(
    ("one", "now", "later"),
    [
        (heard("1", "Avej 1", building(1)), "Fra forslaget", "Vedtages planen"),
        (heard("1", "Avej 1", environments=("Byen",)), "[Kun hvis ejendommen", "Ingen bygning på ejendommen"),
        (
            heard("1", "Avej 1", building(1, apart="fredet"), environments=("Byen",)),
            *("[Kun hvis ejendommen", "Ingen bygning på ejendommen"),
        ),
        (
            heard("1", "Avej 1", building(1, apart="kirke")),
            *("Forslaget ændrer ikke, hvad der gælder nu", "Ejendommen er ikke med i planens område"),
        ),
        (
            heard("1", "Avej 1", building(1, apart="kirke"), in_area="5a Askholt By, Askholt"),
            *("Fra forslaget", "Af ejendommen er matr.nr. 5a Askholt By, Askholt med i planens område"),
        ),
        (
            heard("1", "Avej 1", building(1, apart="kirke"), parcels=""),
            *("[Kun hvis ejendommen", "Planens lag kender ikke ejendommens jordstykker. [Kommunen vælger"),
        ),
        (heard("1", "Avej 1", near=True), "", "Ejendommen er ikke omfattet af forslaget"),
    ],
)
def test_the_list_says_of_a_property_what_binds_it_and_what_is_left_to_the_municipality(one, now, later):
    told_now, told_later = Writer(ABOUT).consequence(one)
    assert (told_now[: len(now) or None], told_later[: len(later)]) == (now, later)


def test_the_owner_of_a_designated_building_is_told_what_binds_the_land_too_in_letter_and_list():
    one = heard("1", "Avej 1", building(1))
    land = (
        "gælder også bestemmelserne om tilbygninger, sekundær bebyggelse, ubebyggede arealer, hegn og tekniske anlæg."
    )
    for told in (letter(one), Writer(ABOUT).consequence(one)[1]):
        # § 2 may list more parcels than those that the buildings stand on; signs are for the buildings (§ 8.1).
        assert f"på de jordstykker, der er med i planens område (bestemmelsernes § 2), {land}" in told
        assert "bestemmelser om skilte gælder på bygningerne" in told
    church = heard("1", "Avej 1", building(1, apart="kirke"), in_area="5a Askholt By, Askholt")
    assert LAND in letter(church)  # land on which another's building stands


def test_what_may_not_be_anticipated_is_said_of_the_land_in_the_plan_alone():
    text = letter(heard("1", "A", building(1)))
    assert (
        "må den del af ejendommen, der er med i planens område (bestemmelsernes § 2), ikke udnyttes på en måde" in text
    )


def test_a_permit_in_the_meantime_has_conditions():
    assert "kan kommunen på visse betingelser give lov til det, der stemmer" in letter(heard("1", "A", building(1)))


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"apart": "fredet"}, "Bygningen er fredet."),
        ({"apart": "kirke"}, "Bygningen er registreret som kirke"),
        ({"preserved_by": ("lokalplan 7",)}, "Hvor bygningen ligger, gælder allerede en plan"),
    ],
)
def test_a_listed_or_preserved_building_has_a_paragraph_of_its_own(more, said):
    text = letter(heard("1", "Avej 1", building(1, **more), building(2)))
    assert any(line.startswith(f"**Nr. 1.** {said[:12]}") for line in text.splitlines())
    assert said in text


def test_the_owner_of_a_listed_building_in_an_environment_reads_what_the_environment_means_for_the_property():
    own = heard("1", "Avej 1", building(1, apart="fredet"), environments=("Byen",))
    assert "Ingen bygning på ejendommen foreslås udpeget, men forslaget nævner et kulturmiljø på stedet" in letter(own)
    many = letter(own, *(heard(str(key), f"Avej {key}", building(key)) for key in range(2, 6)))
    assert many.count("Ingen bygning på ejendommen foreslås udpeget") == 1
    bound = heard("1", "Avej 1", building(1), building(2, apart="fredet"), environments=("Byen",))
    assert "Ingen bygning på ejendommen" not in letter(bound)


@pytest.mark.parametrize("apart", ["fredet", "kirke"])
def test_a_letter_on_a_bound_and_a_listed_building_lets_the_plan_bind_the_proposed_one_alone(apart):
    text = letter(heard("1", "Avej 1", building(1), building(2, apart=apart)))
    assert "Planens bestemmelser gælder ikke for bygningen." in text
    assert "Vedtages planen, må de bygninger, der foreslås udpeget, ikke rives ned" in text
    assert "de nævnte bygninger" not in text


def test_a_letter_says_of_answers_what_the_white_book_does():
    text = letter(heard("1", "Avej 1", building(1)))
    assert (
        "\\[Svarene bliver gengivet i en hvidbog, som offentliggøres: med ejendommens adresse og et resumé, men uden "
        "privatpersoners navne.\\]" in text
    )


def test_a_property_with_a_listed_building_alone_is_told_that_the_plan_does_not_bind_it():
    text = letter(heard("1", "Avej 1", building(1, apart="fredet", ground="Fredet bygning", reason="")))
    for said in (
        "Planens bestemmelser gælder ikke for bygningen. For fredede bygninger er det bygningsfredningsloven og ikke",
        "Ejendommen er ikke med i planens område: Ingen af dens jordstykker er nævnt i bestemmelsernes § 2. Brevet er "
        "til orientering, fordi forslaget nævner bygningen på ejendommen.",
        "**Nu.** Forslaget ændrer ikke, hvad der gælder nu: Forbuddet mod at foregribe planen (planlovens § 17) gælder "
        "kun i planens område.",
        "**Hvis planen bliver vedtaget.** Planens bestemmelser gælder ikke uden for planens område",
    ):
        assert said in text
    assert "Kommunen vælger" not in text
    assert "som forslaget nævner." in text


def test_a_property_with_a_church_alone_of_which_a_parcel_is_in_the_plan_is_told_which():
    text = letter(heard("1", "Avej 1", building(1, apart="kirke"), in_area="5a Askholt By, Askholt"))
    assert "Af ejendommen er matr.nr. 5a Askholt By, Askholt med i planens område (bestemmelsernes § 2)" in text
    assert "**Nu.** Fra forslaget er offentliggjort" in text
    assert "ikke med i planens område" not in text
    assert "du er registreret som ejer af en ejendom, som forslaget omfatter." in text


def test_the_list_says_of_a_listed_building_which_law_decides():
    for one in (
        heard("1", "Avej 1", building(1, apart="fredet")),
        heard("1", "Avej 1", building(1), building(2, apart="fredet")),
        heard("1", "Avej 1", building(1, apart="fredet"), environments=("Byen",)),
    ):
        assert "bygningsfredningsloven og ikke planen" in Writer(ABOUT).consequence(one)[1]
    assert "bygningsfredningsloven" not in Writer(ABOUT).consequence(heard("1", "Avej 1", building(1)))[1]


@pytest.mark.parametrize("buildings", [(), (building(1, apart="fredet"),)])
def test_what_may_not_be_anticipated_names_the_paragraph_of_the_area_once(buildings):
    own = heard("1", "Avej 1", *buildings, environments=("Byen",))
    assert Writer(ABOUT).now([own]).count("§ 2") == 1
    both = [own, heard("2", "Bvej 2", building(2))]
    assert Writer(ABOUT).now(both).count("§ 2") == 1


def test_a_neighbour_is_not_told_that_the_plan_binds_the_property():
    text = letter(heard("1", "Avej 1", near=True))
    assert "som efter kommunens vurdering kan blive væsentligt berørt" in text
    assert "Ejendommen er ikke omfattet af forslaget" in text
    assert "**Nu.**" not in text


@pytest.mark.parametrize("kind", ["myndighed", "kulturmiljøråd", "grundejerforening"])
def test_a_party_that_is_no_person_by_its_kind_is_not_greeted_as_one(kind):
    asked = others(HEADING.replace("bfe ", ""), ("Hjørnet", "Vej 9", "3400", "Hillerød", kind))
    assert "\nTil Hjørnet\n" in letter(rows=[], other=asked)
    person = others(HEADING.replace("bfe ", ""), ("Jens Hansen", "Vej 9", "3400", "Hillerød", "anden"))
    assert "\nKære Jens Hansen\n" in letter(rows=[], other=person)


def test_a_museum_that_owns_a_house_is_greeted_as_no_person():
    assert [kind_of(one) for one in ("Museet", "Bymuseet", "Jens Hansen")] == ["myndighed", "myndighed", "person"]


def test_an_authority_gets_a_letter_without_a_property():
    asked = others(HEADING.replace("bfe ", ""), ("Region Nord", "Vej 9", "3400", "Hillerød", "myndighed"))
    text = letter(rows=[], other=asked)
    assert "Til Region Nord" in text
    assert "forslaget kan berøre opgaver, som myndigheden varetager" in text
    assert "## Ejendommen" not in text


def test_a_tenant_does_not_read_of_a_property_as_the_tenants_own():
    one, two = heard("1", "Avej 1", building(1)), heard("2", "Bvej 2", building(2))
    tenant = ("A", "Vej 1", "2800", "", "lejer")
    assert "## Ejendommen\n" in letter(one, rows=[("1", *tenant)])
    several = [heard(str(key), f"Avej {key}", building(key)) for key in range(1, 6)]
    listed = letter(*several, rows=[(each.key, *tenant) for each in several])
    assert "## Ejendommene og deres bygninger\n" in listed
    assert "Din" not in letter(one, two, rows=[("1", *tenant), ("2", *tenant)]) + listed


def test_a_property_without_address_is_called_by_its_parcels_and_they_are_said_to_be_that():
    text = letter(heard("100", "", building(7, ""), parcels="5a Askholt By, Askholt"))
    assert "**Matr.nr. 5a Askholt By, Askholt** · BFE 100" in text


def test_several_environments_are_told_apart_by_quotes_and_in_the_plural():
    two = ("Landsbyen og gadekæret", "Dobbelthusene")
    named = "»Landsbyen og gadekæret« og »Dobbelthusene«."
    said = f"Ejendommen ligger helt eller delvis i kulturmiljøerne {named}"
    assert said in letter(heard("1", "Avej 1", building(1), environments=two))
    listed = letter(
        heard("6", "Avej 6", building(1), environments=two),
        *(heard(str(key), f"Avej {key}", environments=two if key < 5 else two[1:]) for key in range(1, 6)),
    )
    assert listed.count(f"{said} |") == 5
    assert listed.count(" Ejendommen ligger helt eller delvis i kulturmiljøet »Dobbelthusene«. |") == 1


FIELD = "5a Askholt By, Askholt"


@pytest.mark.parametrize(
    ("land", "said"),
    [
        ((LandIn(whole=True),), "Ejendommen ligger i kulturmiljøet »Byen«."),
        ((LandIn(),), "Ejendommen ligger helt eller delvis i kulturmiljøet »Byen«."),
        ((LandIn(FIELD, True),), f"Af ejendommen ligger matr.nr. {FIELD} i kulturmiljøet »Byen«."),
        ((LandIn(FIELD),), f"Af ejendommen ligger matr.nr. {FIELD} helt eller delvis i kulturmiljøet »Byen«."),
        ((LandIn(whole=True), LandIn(whole=True)), "Ejendommen ligger i kulturmiljøerne »Byen« og »Engen«."),
        (
            (LandIn(whole=True), LandIn(FIELD)),
            f"Ejendommen ligger i kulturmiljøet »Byen«. Af ejendommen ligger matr.nr. {FIELD} helt eller delvis i "
            "kulturmiljøet »Engen«.",
        ),
    ],
)
def test_how_much_of_a_property_lies_in_an_environment_is_said(land, said):
    more = {"environments": ("Byen", "Engen")[: len(land)], "land_in": land, "parcels": f"{FIELD}; 7 Vasen"}
    assert f"\n\n{said}\n\n" in letter(heard("1", "Avej 1", building(1), **more))
    listed = letter(*(heard(str(key), f"Avej {key}", building(key), **more) for key in range(1, 6)))
    assert listed.count(f" {said} |") == 5


@pytest.mark.parametrize(("in_area", "said"), [(FIELD, 1), (f"7 Vasen; {FIELD}", 0), ("", 0)])
def test_of_a_bound_property_the_parcels_in_the_plan_are_named_where_not_all_are(in_area, said):
    text = letter(heard("1", "Avej 1", building(1), parcels=f"{FIELD}; 7 Vasen", in_area=in_area))
    within = f"Af ejendommen er matr.nr. {FIELD} med i planens område (bestemmelsernes § 2)"
    assert text.count(f"{within}, for dér står en bygning, som foreslås udpeget.") == said
    assert text.count("Af ejendommen er") == said


@pytest.mark.parametrize(
    "one",
    [
        heard("1", "Avej 1", building(23), building(24), parcels=f"{FIELD}; 7 Vasen", in_area=FIELD, standing=2),
        heard("1", "Avej 1", building(1, apart="kirke"), in_area=FIELD, standing=2),
    ],
)
def test_a_letter_says_that_a_parcel_is_in_the_plan_for_as_many_buildings_as_stand_on_it(one):
    said = (
        f"Af ejendommen er matr.nr. {FIELD} med i planens område (bestemmelsernes § 2), for dér står 2 bygninger, som"
    )
    assert said in letter(one)
    assert said in letter(one, *(heard(str(key), f"Avej {key}", building(key)) for key in range(2, 6)))


def test_many_properties_stand_in_a_list_at_the_end():
    text = letter(
        *(heard(str(key), f"Avej {key}", building(key, f"Avej {key}"), environments=("Byen",)) for key in range(1, 6))
    )
    assert "Du er registreret ved 5 ejendomme" in text
    assert text.index("<!-- sideskift -->") > text.index("## Klagevejledning")
    rows = [line for line in text.splitlines() if line.startswith("| Avej")]
    assert len(rows) == 5
    assert "BFE 1 |" in rows[0]
    assert "| Ejendom | Matr.nr. og BFE |" in text  # what the cell holds
    assert rows[0].endswith("Ejendommen ligger helt eller delvis i kulturmiljøet »Byen«. |")


def test_what_people_are_called_is_no_markup():
    text = letter(heard("1", "A*vej* 1", building(1)), rows=[("1", "<b>Bo & #Co</b>", "*Vej* 1", "2800", "", "")])
    assert r"\<b\>Bo \& \#Co\</b\>" in text
    assert blanks_in(text) == 8


@pytest.mark.parametrize(("role", "called"), [("ejer", "ejeren"), ("lejer", "lejeren"), ("bruger", "brugeren")])
def test_somebody_without_a_name_is_greeted_by_role(role, called):
    text = letter(heard("1", "Avej 1", building(1)), rows=[("1", "", "Vej 1", "2800", "Lyngby", role)])
    assert f"Til {called}\n" in text
    assert f"{called.capitalize()}  \nVej 1" in text


def test_a_reason_does_not_say_again_what_stands_before_it():
    assert told_reason(building(reason="SAVE-værdi 3. Udpeges: bygningen er fin.")) == "Bygningen er fin."
    assert told_reason(building(reason="Udpeget ved beslutning.")) == "Udpeget ved beslutning."
    assert told_reason(building(reason="")) == ""


def test_files_are_called_by_number_alone():
    assert list(file_names(2)) == ["breve/brev_0001.docx", "breve/brev_0002.docx"]
    assert next(file_names(12_345)) == "breve/brev_00001.docx"


def test_a_plan_that_preserves_where_a_building_stands_is_not_said_to_mean_that_building():
    text = letter(heard("1", "Avej 1", building(1, preserved_by=("lokalplan 91 Villavejene",))))
    assert "gælder allerede en plan med bestemmelser om bevaring: lokalplan 91 Villavejene." in text
    assert "Om bestemmelserne omfatter bygningen, står i planen selv." in text
    assert "er allerede omfattet" not in text


def test_of_several_plans_that_preserve_where_a_building_stands_the_letter_speaks_in_the_plural():
    plans = ("lokalplan 88 Huse, udpeget ved navn", "byplanvedtægt nr. 1")
    text = letter(heard("1", "Avej 1", building(1, preserved_by=plans)))
    assert (
        "gælder allerede 2 planer med bestemmelser om bevaring: »lokalplan 88 Huse, udpeget ved navn« og byplanvedtægt "
        "nr. 1. Om bestemmelserne omfatter bygningen, står i planerne selv. Planerne gælder fortsat" in text
    )


def test_without_a_building_no_number_is_asked_for_and_no_reason_promised():
    alone = letter(heard("1", "Avej 1", environments=("Byen",)))
    assert "Skriv gerne, hvilken ejendom det handler om." in alone
    assert "Skriv gerne, hvilken ejendom og hvilket nummer det handler om." in letter(heard("1", "Avej 1", building(1)))

    many = letter(*(heard(str(key), f"Avej {key}", environments=("Byen",)) for key in range(1, 6)))
    assert "Begrundelsen for hver bygning" not in many
    assert "Begrundelsen for hver bygning" in letter(
        *(heard(str(key), f"Avej {key}", building(key)) for key in range(1, 6))
    )


@pytest.mark.parametrize(("buildings", "address"), [((), ""), ((building(1, ""), building(2, "")), "")])
def test_the_parcels_of_a_property_without_address_stand_once_in_the_list_and_under_their_heading(buildings, address):
    roads = [
        heard(str(key), address, *buildings, environments=("Byen",), parcels=f"7000{key} Askholt")
        for key in range(1, 6)
    ]
    text = letter(*roads)
    assert text.count("| Uden adresse | 70001 Askholt, BFE 1 |") == text.count("70001 Askholt") == 1


@pytest.mark.parametrize(
    ("today", "day"),
    [(date(2026, 12, 1), date(2027, 1, 4)), (date(2027, 1, 4), date(2027, 1, 4)), (date(2027, 1, 9), date(2027, 1, 9))],
)
def test_no_letter_is_dated_before_the_hearing_that_it_says_is_running(today, day):
    assert day_of_letters(today, ABOUT.hearing) == day
