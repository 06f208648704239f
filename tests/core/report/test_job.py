"""The main job's report: each step in words, its figures, what was left out and why."""

import re
from dataclasses import replace
from datetime import date

import pytest

from lyngby_heritage.core.common.data import load
from lyngby_heritage.core.common.wording import NBSP
from lyngby_heritage.core.plan.layers import found_in, job_roles, sort_layers
from lyngby_heritage.core.plan.state import ADOPTED, DRAFT, PROPOSAL, PlanState
from lyngby_heritage.core.plan.steps import JobOutcome, plan
from lyngby_heritage.core.registers.collection import ThemeSaid, choose
from lyngby_heritage.core.registers.contents import Entry, entries
from lyngby_heritage.core.registers.found_layers import Layer
from lyngby_heritage.core.report.job import figures, in_words, job_report, render

CLASSIFIED = {"BUILDING_COUNT": 1200, "DESIGNATED_COUNT": 85, "VALUE_1_3_COUNT": 60, "OUTPUT": "/et/sted"}


def outcome():
    layers = [Layer("bygninger", "by.gpkg|layername=bygninger", rows=1200, crs="EPSG:25832"), Layer("kladde", "k.gpkg")]
    choice = choose(layers, job_roles())
    found = replace(found_in(layers, choice), contents=tuple(entries(layers, choice, {})))
    planned = plan(found.addresses())
    answers = {"classifybuildings": CLASSIFIED}
    return JobOutcome(
        title="Plan <300>",
        plan_number="300",
        plan=planned,
        found=found,
        results=tuple((step, answers.get(step.tool, {})) for step in planned.steps),
        settings=(("SIMILARITY", "0.75"), ("NEIGHBOUR_METHOD", "1"), ("VALUE4_RULE", "0"), ("RULE_SET", "2")),
        files=("kort.pdf", "ukendt.bin"),
    )


def test_kind_and_number_of_the_plan_stand_above_a_title_that_does_not_say_them():
    report = job_report(outcome(), (), "i dag")
    assert report.above_title == "Kulturhistorisk lokalplan 300"
    assert '<p class="kicker">Kulturhistorisk lokalplan 300</p>' in render(report)
    assert job_report(replace(outcome(), title="Kulturhistorisk lokalplan"), (), "").above_title == "Lokalplan 300"


def test_a_step_is_told_with_its_figures_its_data_and_what_it_lacked():
    report = job_report(outcome(), (("QGIS", "3.40"),), "i dag")
    assert (report.buildings, report.designated) == (1200, 85)
    step = next(one for one in report.steps if one.tool == "classifybuildings")
    assert step.figures == (("udpeget", "85"), ("med SAVE-værdi 1–3", "60"))  # an output that is no figure is not told
    assert step.inputs == ("bygningslaget",)
    assert step.report == "rapporter/udpegning.html"
    assert any("efter afstand" in remark for remark in step.remarks)


def test_what_was_left_out_unused_and_made_is_named():
    report = job_report(outcome(), (), "i dag")
    assert ("Bebyggelsesprocent og etager efterregnes", "Der mangler jordstykkerne i Matriklen (laget jordstykker) og "
            "områderne til åben-lav boligbebyggelse (laget zoner).") in report.left_out  # fmt: skip
    assert [(one.layer, one.used) for one in report.contents] == [("bygninger", True), ("kladde", False)]
    assert report.files == (("kort.pdf", "Oversigtskort og kortblade"),)


def test_a_choice_is_told_in_words_and_not_as_its_number_alone():
    report = job_report(outcome(), (), "i dag")
    assert report.parameters == (
        ("SIMILARITY", "Lighed, fra hvilken to bygninger er ens", f"75{NBSP}% (skrives 0,75)"),
        ("NEIGHBOUR_METHOD", "Hvem regnes som nabo", "1: tilstødende ejendomme"),
        ("VALUE4_RULE", "Regel for værdi 4", "0: Ensartet med naboerne"),
        ("RULE_SET", "Beregningsregler", "2: BR08–BR15"),
    )


@pytest.mark.parametrize("code", [DRAFT, PROPOSAL, ADOPTED])
def test_the_state_of_the_plan_is_told_by_its_name(code):
    assert in_words("STATE", str(code)) == f"{code}: {PlanState(code).name}"


ANSWERS = {
    "classifybuildings": {
        **CLASSIFIED,
        "NOT_REGISTERED_COUNT": 350,
        "REVIEW_COUNT": 12,
        "UNKNOWN_DECISIONS": "b7\tLundevej 2: udpeges, Ældre liste\nb<9>\tudpeges ikke",
    },
    "checkplotratio": {
        "COVERED_COUNT": 700,
        "UNKNOWN_COUNT": 40,
        "AREA_COUNT": 3,
        "UNMATCHED_COUNT": 1,
        "UNKNOWN_REASONS": "En hovedbygning har intet areal i BBR og intet omrids\t11\n"
        "Lokalplanen regulerer ikke selv omfanget ifølge Plandata, og delområder er ikke angivet\t30",
    },
    "maplandscape": {"NO_ANSWER": "Kirkebyggelinje\nFredning\tfredninger\tLaget er tomt.\nStøj"},
    "validatedata": {
        "INFO_COUNT": 9,
        "FINDINGS": "fejl\tbbr\t1\t\tFeltet er løbenumre.\n"
        "advarsel\tbbr\t17\tBredevej 9\tIntet areal.\n"
        "oplysning\tbbr\t8\tBredevej 7\tUkendte år.",
    },
}


def answered(**answers):
    """The page of a run whose tools answered so; those not named were not run."""
    roles = ("bygninger", "jordstykker", "zoner", "fredninger")
    layers = [Layer(role, f"by.gpkg|layername={role}") for role in roles]
    found = sort_layers(layers, lambda layer, _: ThemeSaid(True) if layer.name == "fredninger" else None)
    planned = plan(found.addresses())
    done = tuple((step, answers[step.tool]) for step in planned.steps if step.tool in answers)
    assert {step.tool for step, _ in done} == set(answers)
    return " ".join(render(job_report(JobOutcome("Plan", "", planned, found, done, (), ()), (), "i dag")).split())


@pytest.mark.parametrize(
    ("state", "said", "binds"),
    [
        (PlanState(), "Udkast. Planen er ikke behandlet politisk og binder ingen.", False),
        (PlanState(1), "Forslag i offentlig høring. Høringsperioden er ikke oplyst.", False),
        (PlanState(2, published=date(2027, 3, 8)), "Planen gælder fra offentliggørelsen i Plandata den 8. marts", True),
    ],
)
def test_the_report_says_how_far_the_plan_is(state, said, binds):
    page = " ".join(render(replace(job_report(outcome(), (), "i dag"), state=state)).split())
    assert said in page
    assert ("bliver først bindende" not in page) == binds


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (1, "1 SAVE-værdi er koblet til den nærmeste bygning uden et nummer, der viser, at den gælder den. Den kan"),
        (38, "38 SAVE-værdier er koblet til den nærmeste bygning uden et nummer, der viser, at de gælder den. De kan"),
        (0, ""),
    ],
)
def test_values_that_are_joined_by_distance_alone_stand_among_what_is_not_known(count, said):
    found = found_in([Layer("fbb", "by.gpkg|layername=fbb")], choose([Layer("fbb", "by.gpkg")], job_roles()))
    planned = plan(found.addresses())
    answers = {"preparebuildings": {"DISTANCE_COUNT": count}, "classifybuildings": CLASSIFIED}
    done = tuple((step, answers[step.tool]) for step in planned.steps if step.tool in answers)
    assert len(done) == len(answers)
    page = " ".join(render(job_report(JobOutcome("Plan", "", planned, found, done, (), ()), (), "")).split())
    unknown = page.replace("\u00a0", " ").split('<section id="ukendt">')[1].split("</section>")[0]
    assert said in unknown
    assert ("koblet til den nærmeste" in unknown) == bool(said)


def test_the_contents_call_each_section_as_its_heading_does():
    for report in (job_report(outcome(), (), ""), replace(job_report(outcome(), (), ""), contents=())):
        page = render(report)
        for at, called in re.findall(r'<li><a href="#(\w+)">([^<]*)</a></li>', page):
            assert f"<h2>{called}</h2>" in page.split(f'<section id="{at}"')[1].split("</section>")[0], called


def test_the_designated_are_a_share_of_what_was_assessed_and_not_of_all_rows():
    """85 of the 850 that have a value or a decision, of 1,200 buildings: 10 % and not 7.1."""
    page = answered(**ANSWERS)
    assert (
        "Af de 850, der har en SAVE-værdi eller en særskilt beslutning, er <strong>85</strong> foreslået udpeget"
        in page
    )
    assert "(10,0 %)" in page
    assert "7,1 %" not in page
    assert "350 bygninger uden SAVE-værdi er ikke vurderet." in page


def test_the_designated_that_the_provisions_do_not_bind_are_told():
    """85 designated, 82 of them told to the public, 78 of those neither listed nor a church."""

    def page(**counts):
        return answered(classifybuildings=CLASSIFIED, exportlokalplan=counts)

    assert (
        "Planens bestemmelser omfatter 78 af dem, for 4 er fredede eller kirker og står for sig, og yderligere 3 er "
        "holdt fra offentligheden og nævnes ikke." in page(DESIGNATED_COUNT=82, BOUND_COUNT=78)
    )
    one = "Planens bestemmelser omfatter 84 af dem, for 1 er fredet eller en kirke og står for sig."
    assert one in page(DESIGNATED_COUNT=85, BOUND_COUNT=84)
    assert "84 af dem, for 1 er holdt fra offentligheden og nævnes ikke." in page(DESIGNATED_COUNT=84, BOUND_COUNT=84)
    assert "Planens bestemmelser omfatter" not in page(DESIGNATED_COUNT=85, BOUND_COUNT=85)


def test_a_listed_building_that_is_withheld_is_one_of_the_listed_and_not_counted_as_withheld_too():
    """85 designated, 81 of them told to the public: of the four others one is listed, so three are withheld."""
    counts = {"DESIGNATED_COUNT": 81, "BOUND_COUNT": 77, "WITHHELD_COUNT": 3}
    assert (
        "Planens bestemmelser omfatter 77 af dem, for 5 er fredede eller kirker og står for sig (1 af dem er også "
        "holdt fra offentligheden), og yderligere 3 er holdt fra offentligheden og nævnes ikke."
    ) in answered(classifybuildings=CLASSIFIED, exportlokalplan=counts)
    alone = {"DESIGNATED_COUNT": 84, "BOUND_COUNT": 84, "WITHHELD_COUNT": 0}
    assert "for 1 er fredet eller en kirke og står for sig (den er også holdt fra offentligheden)." in answered(
        classifybuildings=CLASSIFIED, exportlokalplan=alone
    )


def test_a_layer_used_as_a_theme_is_told_by_the_title_of_the_theme():
    layers = [Layer("bygninger", "by.gpkg"), Layer("fredede_omr", "f.gpkg", rows=1)]
    theme = ThemeSaid(True, "Fredning")
    choice = choose(layers, job_roles(), lambda layer, _: theme if layer.name == "fredede_omr" else None)
    found = found_in(layers, choice)
    planned = plan(found.addresses())
    done = tuple((step, CLASSIFIED) for step in planned.steps if step.tool == "classifybuildings")
    page = " ".join(render(job_report(JobOutcome("Plan", "", planned, found, done, (), ()), (), "")).split())
    assert '<th scope="row">temaet Fredning</th><td class="path">fredede_<wbr>omr</td>' in page


def test_buildings_that_nobody_assessed_or_decided_are_told_and_decisions_on_unknown_ones_named():
    page = answered(**ANSWERS)
    assert "350 bygninger har hverken SAVE-værdi eller en særskilt beslutning." in page
    assert "12 bygninger skal vurderes af en fagperson" in page
    assert "2 beslutninger gælder bygninger, som ikke findes i bygningslaget, og er ikke brugt: <ul>" in page
    assert '<li>Lundevej 2: udpeges, Ældre liste<span class="under"><code>b7</code></span></li>' in page
    assert '<li>udpeges ikke<span class="under"><code>b&lt;9&gt;</code></span></li>' in page


def prepared_page(rows):
    """The page of a run that made the building layer of BBR and FBB, with these rows in no building."""
    layers = [Layer(role, f"{role}.gpkg") for role in ("fbb", "bbr")]
    planned = plan(found_in(layers, choose(layers, job_roles())).addresses())
    answers = {"preparebuildings": {"LEFT_OUT_ROWS": rows}, "classifybuildings": CLASSIFIED}
    done = tuple((step, answers[step.tool]) for step in planned.steps if step.tool in answers)
    found = found_in(layers, choose(layers, job_roles()))
    return " ".join(render(job_report(JobOutcome("Plan", "", planned, found, done, (), ()), (), "i dag")).split())


def test_rows_of_the_registers_in_no_building_are_counted_and_named_with_their_reason():
    page = prepared_page(
        "BBR\tikke_koblet\t14\tSag uden placering.\tBredevej 9 og 13 til\nSAVE\tudeladt\t2\tFor langt."
    )
    assert "16 rækker i registrene er enten ikke koblet til en bygning eller ikke brugt." in page
    first = page.index(
        'bygningerne i BBR</th><td class="n">14</td><td>Sag uden placering.<span class="under">Bredevej 9 og 13 til<'
    )
    assert first < page.index('SAVE-værdierne fra FBB</th><td class="n">2</td><td>For langt.</td>')


def test_that_every_row_is_in_a_building_is_said_and_nothing_where_nobody_looked():
    assert "Alle rækker i registrene er koblet til en bygning og brugt." in prepared_page("")
    assert "i registrene er" not in answered(**ANSWERS)


def test_unknown_plots_are_counted_by_reason_the_commonest_first():
    page = answered(**ANSWERS)
    assert "40 af 700 grunde i områderne har status ukendt" in page
    first = page.index('omfanget ifølge Plandata, og delområder er ikke angivet</th><td class="n">30<')
    assert first < page.index('En hovedbygning har intet areal i BBR og intet omrids</th><td class="n">11<')
    assert "For 3 grunde gælder procenten området som helhed" in page
    assert "1 bygning ligger ikke på nogen grund" in page


def test_themes_without_a_layer_and_layers_without_an_answer_are_named():
    page = answered(**ANSWERS)
    assert "ikke angivet et lag til; om de gælder noget sted, er ikke undersøgt: Kirkebyggelinje, Støj." in page
    assert "fredninger</th><td>Fredning</td><td>Laget er tomt.</td>" in page


def test_what_the_check_of_the_data_found_is_told_gravest_first():
    page = answered(**ANSWERS)

    def row(level, count, text):
        """The level stands in a column of its own, on a phone under the layer's name."""
        under = f'bbr<span class="under narrow-only">{level}</span></th><td class="wide-only">{level}</td>'
        return page.index(f'{under}<td class="n">{count}</td><td>{text}</td>')

    assert row("Fejl", 1, "Feltet er løbenumre.") < row("Advarsel", 17, "Bredevej 9: Intet areal.")
    assert "Ukendte år." not in page
    assert "sammen med 9 oplysninger" in page


def test_a_finding_whose_text_names_its_object_does_not_name_it_twice():
    said = "advarsel\tplaner\t1\t91 »Villavejene«\tPlanen 91 »Villavejene« er fra en anden kommune."
    page = answered(**{**ANSWERS, "validatedata": {"FINDINGS": said}})
    assert "<td>Planen 91 »Villavejene« er fra en anden kommune.</td>" in page


def test_a_step_that_was_not_taken_leaves_all_of_it_unknown():
    page = answered(classifybuildings=CLASSIFIED)
    assert "Bebyggelsesprocent og etager er ikke regnet efter." in page
    assert "Intet tema er undersøgt, fordi trinnet ikke er udført." in page
    assert "Data er ikke kontrolleret." in page


def test_where_all_is_known_that_is_said():
    classified = {**CLASSIFIED, "NOT_REGISTERED_COUNT": 0}
    plots = {"COVERED_COUNT": 700, "UNKNOWN_COUNT": 0}
    nothing = {"maplandscape": {"NO_ANSWER": ""}, "validatedata": {"FINDINGS": ""}}
    page = answered(classifybuildings=classified, checkplotratio=plots, **nothing)
    assert "Alle bygninger har en SAVE-værdi eller en særskilt beslutning." in page
    assert "Alle 700 grunde i områderne kan afgøres." in page
    assert "Der er angivet et lag til hvert tema." in page
    assert "Datatjekket har hverken fundet fejl eller noget, som bør kontrolleres." in page


def test_one_plot_is_told_as_one():
    assert "Den ene grund i områderne kan afgøres." in answered(
        classifybuildings=CLASSIFIED, checkplotratio={"COVERED_COUNT": 1, "UNKNOWN_COUNT": 0}
    )
    unknown = {**ANSWERS["checkplotratio"], "COVERED_COUNT": 1, "UNKNOWN_COUNT": 1}
    assert "1 af 1 grund i områderne har status ukendt" in answered(
        classifybuildings=CLASSIFIED, checkplotratio=unknown
    )


def test_the_page_holds_no_markup_from_the_data():
    page = render(job_report(outcome(), (), "i dag"))
    assert "Plan &lt;300&gt;" in page
    assert "<300>" not in page


def test_a_file_is_told_in_words_with_a_remark_only_where_it_is_not_certain():
    sure = Entry("by.gpkg", "by", 12, "bygninger", "navn", True, "by er bygninger efter sit eget navn.", "2026-09-28")
    open_one = Entry("geo.gpkg", "geo", None, "tema", None, True, "Navnet er ikke efterprøvet.", None, "Geologi", True)
    left = Entry("gl.zip", "gl", 3, "bbr", "navn", False, "gl er ikke brugt.", None)
    given = outcome()
    page = render(job_report(replace(given, found=replace(given.found, contents=(sure, open_one, left))), (), ""))
    for told in ("bygningslaget", "28.09.2026", "temaet Geologi", "Navnet er ikke efterprøvet.", "gl er ikke brugt."):
        assert told in page
    assert "efter sit eget navn" not in page  # that it goes by its name stands there already


def test_what_was_made_of_several_files_is_told_below_the_table():
    given = outcome()
    assert "Hvad der er samlet af flere filer" not in render(job_report(given, (), ""))
    told = replace(given.found, remarks=("Terrænet er 12 fliser af Danmarks Højdemodel.",))
    page = render(job_report(replace(given, found=told), (), ""))
    assert "<li>Terrænet er 12 fliser af Danmarks Højdemodel.</li>" in page


def test_the_plots_of_an_area_are_a_figure_so_that_the_figures_add_up():
    answer = {"COVERED_COUNT": 960, "COMPLIANT_COUNT": 676, "EXCEEDED_COUNT": 244, "UNKNOWN_COUNT": 6, "AREA_COUNT": 34}
    told = dict(figures("checkplotratio", answer))
    assert told["området som helhed"] == "34"
    assert len(told) == 5
    assert "dl.figures.of-5" in render(job_report(outcome(), (), ""))


def test_a_page_on_a_phone_breaks_long_names_and_keeps_the_first_column_wide():
    page = render(job_report(outcome(), (), ""))
    assert re.search(r" li, p, \.path \{ overflow-wrap: anywhere; }", page)
    narrow = page[page.index("@media (max-width: 40rem)") : page.index("@page")]
    assert ".scroll tbody th:nth-last-child(n + 6) { min-width: 9.5rem; }" in narrow


def test_the_data_of_a_step_are_told_apart_where_the_name_of_one_has_a_comma():
    report = job_report(outcome(), (), "i dag")
    names = ("zonekortet", "områderne, hvor to etager kan tillades", "lokalplanerne")
    page = render(replace(report, steps=(replace(report.steps[0], inputs=names),)))
    assert "Data: zonekortet; områderne, hvor to etager kan tillades; lokalplanerne." in page


def test_the_days_of_the_hearing_are_called_as_the_window_calls_them():
    called = load("rules/main_job.json")["parameters"]
    assert (called["HEARING_FROM"], called["HEARING_TO"]) == ("Høringen begynder", "Høringen slutter")
