"""The board of a workshop's groups, counted once for everybody who looks."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from mapping.compare.align import Judgement
from mapping.compare.board import Board, board
from mapping.compare.joint import joint
from mapping.compare.reading import readings
from mapping.compare.trials import Trials
from mapping.i18n import Translate
from mapping.live import hub
from mapping.model import Actor, ActorId
from mapping.scenario import named
from mapping.store import Workshop, WorkshopId
from mapping.ui import board_statistics
from mapping.ui.markup import Html

SAME = "same"  # what a judgement about two actors is filed under


def board_of(workshop: Workshop, *, revealed: bool = False, sensitive: bool = False) -> Board:
    """What comparing the groups' maps gives now; `sensitive` links only for who leads: else it may be projected.

    A group that has drawn nothing is not compared while two others have: with it nothing would coincide.
    """
    states = [(g, hub().store.maps.state(g.map_id)) for g in workshop.groups]
    drawn = [(g, state) for g, state in states if state.map.actors]
    maps = tuple((g.number, g.map_id, state.seq) for g, state in (drawn if len(drawn) > 1 else states))
    asked = _asked(workshop.id)
    return _counted(maps, judged(workshop), workshop.plan.scenario, workshop.day.session, revealed, sensitive, asked)


def left_out(found: Board, workshop: Workshop) -> list[str]:
    """The numbers of the groups that are not compared."""
    return [g.number for g in workshop.groups if g.number not in found.groups]


def judged(workshop: Workshop) -> tuple[tuple[str, str], ...]:
    """What was decided about pairs of actors and stands: how the pair is filed, and same or different."""
    return tuple((j.subject, str(j.value)) for j in hub().store.workshops.judgements(workshop.id, SAME))


def called(workshop: Workshop) -> dict[str, Actor]:
    """Everybody who was decided about, by place (`2:x-7f`), as the group's own map has it now."""
    places = {place for subject, _ in judged(workshop) for place in subject.split("|", 1)}
    found: dict[str, Actor] = {}
    for group in workshop.groups if places else ():
        map = hub().store.maps.state(group.map_id).map
        found |= {place: a for id, a in map.actors.items() if (place := f"{group.number}:{id}") in places}
    return found


def with_level(found: Board, workshop: Workshop, at_least: int) -> Board:
    """The same board with a joint map of what at least so many groups drew; all else stays as it is."""
    level = min(max(at_least, 1), len(found.groups))
    if level == found.joint.at_least:
        return found
    maps = {g.number: hub().store.maps.state(g.map_id).map for g in workshop.groups if g.number in found.groups}
    read = readings(maps, found.alignment, sensitive=found.sensitive)
    return replace(found, joint=joint(read, at_least=level, differences=found.contradictions))


def statistics(found: Board, workshop: Workshop, t: Translate) -> Html:
    """The numbers for whoever analyses; counted once for as long as no map changes."""
    maps = tuple((g.number, g.map_id, hub().store.maps.state(g.map_id).seq) for g in workshop.groups)
    return _numbers(maps, judged(workshop), found.sensitive, t.language, found, t)


@st.cache_resource(max_entries=40, show_spinner=False)
def _numbers(
    maps: tuple[tuple[str, str, int], ...], decisions: tuple[tuple[str, str], ...], sensitive: bool, language: str,
    _found: Board, _t: Translate,
) -> Html:  # fmt: skip
    states = {n: hub().store.maps.state(id, at=seq).map for n, id, seq in maps if n in _found.groups}  # type: ignore[arg-type]
    return board_statistics.statistics(_found, readings(states, _found.alignment, sensitive=sensitive), _t)


def judge(workshop: Workshop, by: str, subject: str, verdict: str | None) -> None:
    """Decide whether two actors are one, or (None) take the decision back; the board follows."""
    hub().store.workshops.judge(workshop.id, SAME, subject, verdict, by=by, now=hub().clock())


def subject_of(found: Board, left: str, right: str) -> str:
    """How a pair of actors is filed: `1:pn|2:x-7f`."""
    within = {same.actor: same.within for same in found.alignment.actors}
    return "|".join(":".join(next(iter(within[actor].items()))) for actor in (left, right))


@st.cache_resource(max_entries=40, show_spinner=False)
def _counted(
    maps: tuple[tuple[str, str, int], ...],
    decisions: tuple[tuple[str, str], ...],
    scenario: str,
    session: str,
    revealed: bool,
    sensitive: bool,
    _asked: Trials,
) -> Board:
    states = {number: hub().store.maps.state(map_id, at=seq).map for number, map_id, seq in maps}  # type: ignore[arg-type]
    judgements = [_judgement(subject, verdict) for subject, verdict in decisions]
    return board(
        states, scenario=named(scenario), judgements=judgements, session=session, revealed=revealed,
        sensitive=sensitive, trials=_asked,
    )  # fmt: skip


@st.cache_resource(max_entries=8, show_spinner=False)
def _asked(workshop: WorkshopId) -> Trials:
    """What was asked for the workshop's board before: after a change only what that touches is asked again."""
    return Trials()


def _judgement(subject: str, verdict: str) -> Judgement:
    (a, x), (b, y) = (place.split(":", 1) for place in subject.split("|", 1))
    return Judgement((a, ActorId(x)), (b, ActorId(y)), verdict)
