"""Steps 5 and 6 of the panel in a real Danish QGIS: the hearing from letters to white book, and the adopted plan.

Its pictures go into build/; docs/panel.md shows two of them, in docs/img/, with fewer colours.
"""

import shutil
import tempfile
from pathlib import Path

import pytest
from desktop import MARKS, run_in_qgis
from panel_script import SCRIPT
from test_desktop_panel import delivered_sample

pytestmark = MARKS

WORK = """
def work():
    stand()
    choose_folder("lyngby_choose_folder", GIVEN["folder"])
    step("data")
    head("hearing")
    SEEN["before_the_plan"] = waits("letters")
    head("hearing")
    step("plan")
    SEEN["opens_by_itself"] = panel().groups["hearing"].body.isVisible()

    head("hearing")
    SEEN["first_is_open"] = panel().views["letters"].body.isVisible()
    SEEN["asked"] = [waits("letters"), waits("answers"), waits("white_book")]
    choose_file("lyngby_ask_OWNERS_letters", GIVEN["owners"])
    SEEN["then"] = waits("letters")
    choose_file("lyngby_ask_OTHERS_letters", GIVEN["others"])
    set_day("lyngby_ask_HEARING_FROM_letters", "4.1.2027")
    last = panel().findChild(QLineEdit, "lyngby_ask_HEARING_TO_letters")
    SEEN["proposed"] = last.placeholderText()
    set_day("lyngby_ask_HEARING_TO_letters", "snart")
    SEEN["no_day"] = [waits("letters"), last.text()]
    set_day("lyngby_ask_HEARING_TO_letters", "5. januar 2027")
    run("letters")
    SEEN["too_short"] = SEEN["errors"]["letters"]
    SEEN["nothing_written"] = not os.path.exists(os.path.join(panel().work.state.output, "hoering"))
    set_day("lyngby_ask_HEARING_TO_letters", "1/3/2027")
    panel().findChild(QSpinBox, "lyngby_ask_NEARBY_letters").setValue(20)
    run("letters")
    SEEN["letters"] = [dict(panel().work.state.done["letters"].results), light("letters"), came("letters")]
    small("panel_hoering.png", panel().groups["hearing"])
    head("letters")
    into("answers")
    choose_file("lyngby_ask_ANSWERS_answers", GIVEN["answers"])
    run("answers")
    SEEN["read"] = [dict(panel().work.state.done["answers"].results), light("answers"), came("answers")]
    SEEN["table"] = panel().views["answers"].made("FOLDER/arbejdsskema.xlsx")
    SEEN["before_the_book"] = waits("adopted")
    head("answers")
    into("white_book")
    run("white_book")
    SEEN["book"] = [dict(panel().work.state.done["white_book"].results), light("white_book"), came("white_book")]
    SEEN["group"] = [panel().groups["hearing"].summary.text(), groups()]
    SEEN["loaded"] = [os.path.basename(one.source()) for one in QgsProject.instance().mapLayers().values()]
    small("panel_hvidbog.png", panel().groups["hearing"])
    head("hearing")

    head("deliver")
    into("adopted")
    SEEN["adopted_asks"] = waits("adopted")
    set_day("lyngby_ask_ADOPTED_adopted", "1-2-2027")
    run("adopted")
    SEEN["too_early"] = SEEN["errors"]["adopted"]
    set_day("lyngby_ask_ADOPTED_adopted", "19.4.2027")
    run("adopted")
    SEEN["adopted"] = dict(panel().work.state.done["adopted"].results)
    SEEN["offered"] = {key: not view.isHidden() for key, view in panel().views.items()}
    SEEN["tools"] = [one.name() for one in
                     QgsApplication.processingRegistry().providerById("lyngby_heritage").algorithms()]
    head("adopted")
    for key in ("geofa", "plandata", "follow"):
        if key == "follow":
            into("adopted")
            small("panel_aflever.png", panel().groups["deliver"])
            head("adopted")
        if SEEN["offered"][key]:
            into(key)
            run(key)
            head(key)
    delivered = panel().groups["deliver"].views
    SEEN["told"] = dict(panel().work.state.told)
    SEEN["delivered"] = {key: [view.colour, view.summary.text()] for key, view in delivered.items()}
    SEEN["fits"] = panel().area.widget().width() <= panel().area.viewport().width()
    QgsProject.instance().write()
    SEEN["kept"] = QgsProject.instance().readEntry("lyngby_heritage", "panel", "")[0]
    SEEN["project"] = QgsProject.instance().fileName()
    SEEN["summaries"] = summaries()

    head("deliver")
    head("hearing")
    into("answers")
    run("answers")
    SEEN["out_of_date"] = [waits("adopted"), light("white_book"), summaries()["white_book"]]
"""


@pytest.fixture(scope="module")
def seen(tmp_path_factory):
    place = Path(tempfile.mkdtemp(prefix="kommunen-", dir="/var/tmp"))  # QGIS marks layers of temporary files
    folder = place / "Vores By"
    shutil.move(delivered_sample(place), folder)
    made = place / "hentet"
    names = {"owners": "ejere.csv", "others": "andre.csv", "answers": "hoeringssvar.csv"}
    given = {"folder": str(folder)} | {name: str(made / file) for name, file in names.items()}
    yield run_in_qgis(tmp_path_factory.mktemp("hoering"), SCRIPT + WORK, given, seconds=400)
    shutil.rmtree(place, ignore_errors=True)


def test_a_step_says_what_it_waits_for(seen):
    assert seen["unexpected"] == []
    assert seen["before_the_plan"] == [False, "Først: Plan."]
    assert not seen["opens_by_itself"], "who has made the plan wants to see that"
    assert seen["first_is_open"]
    assert seen["asked"] == [[False, "Vælg filen: Ejere."], [False, "Vælg filen: Svar."], [False, "Først: Svar."]]
    assert seen["then"] == [False, "Vælg dagen: Høringen begynder."]


def test_the_last_day_is_proposed_and_a_shorter_hearing_refused(seen):
    assert seen["proposed"] == "tom: 1. februar 2027"  # four weeks after a Monday, planloven § 24
    assert seen["no_day"] == [[False, "»snart« er ingen dag: Høringen slutter. Skriv den som 4.1.2027."], "snart"]
    assert "1. februar 2027" in seen["too_short"]
    assert seen["nothing_written"]


def test_letters_are_made_and_what_must_be_looked_at_is_amber(seen):
    results, light, came = seen["letters"]
    assert seen["errors"]["letters"] is None
    assert results["LETTER_COUNT"] > 0
    doubtful = [results[one] for one in ("NOT_HEARD_COUNT", "PARTLY_HEARD_COUNT", "UNSENT_COUNT", "UNMATCHED_COUNT")]
    assert light == "amber" if any(doubtful) else light in ("green", "warned")
    assert f"{results['NEARBY_COUNT']} ejendomme i nærheden" in came
    assert Path(results["LIST_XLSX"]).is_file()


def test_answers_become_a_table_and_the_table_a_white_book(seen):
    results, _, came = seen["read"]
    assert results["ANSWER_COUNT"] == 33, "of the 40, those that are true of no house of so small a town are left out"
    assert Path(seen["table"]).is_file()
    assert "med en beslutning" in came
    assert seen["before_the_book"] == [False, "Først: Hvidbog."]
    book, light, came = seen["book"]
    assert seen["errors"]["white_book"] is None
    assert light in ("green", "warned")
    assert [Path(book[one]).name for one in ("OUTPUT", "OUTPUT_HTML")] == ["hvidbog.docx", "hvidbog.html"]
    assert book["BUILDING_CHANGE_COUNT"] == book["DECISION_COUNT"] > 0, "nothing changed that no answer led to"
    assert "imødekommet" in came
    assert any(one.startswith("udpegning_efter_hoering") for one in seen["loaded"])
    assert not any(one.startswith("naboer_efter_hoering") for one in seen["loaded"]), "it would lie over the buildings"
    assert seen["group"] == ["3 af 3 er lavet", ["5 Høring", "4 Plan", "1 Data"]]


def test_the_adopted_plan_is_that_of_the_hearing(seen):
    assert seen["adopted_asks"] == [False, "Vælg dagen: Vedtaget den."]
    assert "1. marts 2027" in seen["too_early"], "before the hearing ended"
    assert seen["errors"]["adopted"] is None
    days = {key: day for key, day in seen["told"].items() if key.startswith(("HEARING", "ADOPTED", "PUBLISHED"))}
    assert days == {"HEARING_FROM": "2027-01-04", "HEARING_TO": "2027-03-01", "ADOPTED": "2027-04-19"}
    results = seen["adopted"]
    folder = Path(results["FOLDER"])
    assert folder.name == "vedtaget"
    assert (folder / "web" / "index.html").is_file()
    assert "vedtaget" in (folder / "bestemmelser.md").read_text(encoding="utf-8").lower()


def test_only_what_has_a_tool_is_offered(seen):
    tools = {"geofa": "exportgeofa", "plandata": "exportplandata", "follow": "followdesignations"}
    assert seen["offered"]["sheets"]
    assert {key: seen["offered"][key] for key in tools} == {key: name in seen["tools"] for key, name in tools.items()}
    assert seen["fits"], "nothing is cut at the side"
    for key in ("geofa", "plandata"):
        assert seen["errors"].get(key) is None
        assert not seen["offered"][key] or seen["delivered"][key][0] in ("green", "amber", "warned")
    # Registers that were fetched before the adoption say nothing of what has happened since.
    assert seen["errors"].get("follow") is None or "19. april 2027" in seen["errors"]["follow"]


def test_the_project_keeps_where_the_owners_are_and_none_of_their_names(seen):
    assert "ejere.csv" in seen["kept"]
    owner = Path(seen["owners"]).read_text(encoding="utf-8-sig").splitlines()[1].split(";")[1]
    assert owner not in seen["kept"]
    for file in Path(seen["project"]).parent.glob("*.qg*"):
        assert owner.encode() not in file.read_bytes()


def test_a_new_round_of_answers_holds_the_adopted_plan_back(seen):
    waits, light, said = seen["out_of_date"]
    assert waits == [False, "Er forældet. Kør det igen først: Hvidbog."]
    assert (light, said) == ("amber", "Lavet af tidligere data: kør igen.")
