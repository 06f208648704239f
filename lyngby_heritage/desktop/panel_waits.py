"""Why a step cannot begin yet: what must be made first, and what a person has not said."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from ..processing.translation import tr
from .panel_form import DAY, FILE, PLACE, Ask, PanelStep, answer
from .panel_packages import MAKERS, package_folder
from .panel_state import OF_FOLDER, PanelState
from .panel_steps import GROUPS, step_of, steps_before


def is_stale(state: PanelState, key: str) -> bool:
    """Whether a step that was carried out is made of something that was made anew since, or of another folder."""
    done = state.done.get(key)
    moved = key == "data" and done is not None and done.results.get(OF_FOLDER, state.folder) != state.folder
    return moved or state.is_stale(key, steps_before(key))


def is_there(state: PanelState, key: str) -> bool:
    """Whether what a step makes is there."""
    if key == "data":
        return state.collected is not None
    return bool(package_folder(state, key)) if key in MAKERS else key in state.done


def lacking_step(step: PanelStep, state: PanelState) -> str:
    """The step that must be carried out before this one, in words; empty where there is none."""
    for key in step.needs:
        if not is_there(state, key):
            return tr("Collect the data first.") if key == "data" else _first(key)
    for done, needed in step.after.items():
        if done in state.done and needed not in state.done:
            return _first(needed)
    in_groups = {one.key for group in GROUPS for one in group.steps}
    for key in step.uses or ():
        if key in in_groups and is_stale(state, key):
            return tr("Is out of date, run it again first: {step}.").format(step=tr(step_of(key).title))
    return ""


def _first(key: str) -> str:
    return tr("First: {step}.").format(step=tr(step_of(key).title))


def lacking_answer(step: PanelStep, state: PanelState) -> str:
    """What a person has still to say, in words; empty where nothing lacks."""
    return next((said for one in step.asks if (said := _lacks(one, state))), "")


def _lacks(ask: Ask, state: PanelState) -> str:
    given = answer(ask, state)
    if given and ask.kind in (FILE, PLACE) and not Path(given).exists():
        return tr("{file} is not there any more.").format(file=given)
    if given and ask.kind == DAY and not _is_day(given):
        return tr("'{text}' is no day: {what}. Write it as 4.1.2027.").format(text=given, what=tr(ask.words))
    if given or not ask.needed:
        return ""
    words = {
        DAY: tr("Choose the day: {what}."),
        FILE: tr("Choose the file: {what}."),
        PLACE: tr("Choose the folder: {what}."),
    }
    return words[ask.kind].format(what=tr(ask.words))


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
