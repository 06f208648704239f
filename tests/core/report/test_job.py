"""The main job's report: each step in words, its figures, what was left out and why."""

from lyngby_heritage.core.plan.layers import Layer, sort_layers
from lyngby_heritage.core.plan.steps import JobOutcome, plan
from lyngby_heritage.core.report.job import job_report, render

CLASSIFIED = {"BUILDING_COUNT": 1200, "DESIGNATED_COUNT": 85, "VALUE_1_3_COUNT": 60, "OUTPUT": "/et/sted"}


def outcome():
    layers = [Layer("bygninger", "by.gpkg|layername=bygninger", rows=1200, crs="EPSG:25832"), Layer("kladde", "k.gpkg")]
    found = sort_layers(layers, {})
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
    assert report.unused == ("kladde",)
    assert report.files == (("kort.pdf", "Oversigtskort og kortblade"),)


def test_a_choice_is_told_in_words_and_not_as_its_number_alone():
    report = job_report(outcome(), (), "i dag")
    assert report.parameters == (
        ("SIMILARITY", "Lighed, fra hvilken to bygninger er ens", "0,75"),
        ("NEIGHBOUR_METHOD", "Hvem regnes som nabo", "1: tilstødende ejendomme"),
        ("VALUE4_RULE", "Regel for værdi 4", "0: Ensartet med naboerne"),
        ("RULE_SET", "Beregningsregler", "2: BR08–BR15"),
    )


def test_the_page_holds_no_markup_from_the_data():
    page = render(job_report(outcome(), (), "i dag"))
    assert "Plan &lt;300&gt;" in page
    assert "<300>" not in page
