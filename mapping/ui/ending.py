"""The end of a workshop: what to look at first, and ending it now or on a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

import streamlit as st

from mapping.i18n import Translate
from mapping.live import hub
from mapping.scenario import looks_like_a_person
from mapping.store import Word, Workshop
from mapping.store.plan import KEEP_DAYS
from mapping.ui import taking, taking_in
from mapping.ui.identity import Here
from mapping.ui.markup import Html, join, tag
from mapping.ui.press import press
from mapping.ui.sheet import sheet

CHECKED = "checked"  # what a judgement of this list is filed under
ASKED = ("persons", "harm")  # what nobody but a person can tell
NAMES = 6  # that look like a person's, said one by one
WAYS = ("now", "later")


@dataclass(frozen=True)
class Check:
    """A line of the list: whether it is done, and in words what there is. `press`: what can be done here and now."""

    name: str
    done: bool
    said: str
    press: str = ""


def checks(t: Translate, workshop: Workshop) -> list[Check]:
    """What is to be looked at before a workshop ends; what the program can tell it tells itself."""
    words = hub().store.words.all(workshop.id)
    ticked = {j.subject for j in hub().store.workshops.judgements(workshop.id, CHECKED)}
    return [
        _pack(t, workshop),
        Check("sensitive", not workshop.day.sensitive,
              t(f"debrief.check.sensitive.{'open' if workshop.day.sensitive else 'closed'}"),
              t("debrief.check.sensitive.close") if workshop.day.sensitive else ""),
        _to_verify(t, words),
        Check("persons", "persons" in ticked, _persons(t, workshop, words)),
        Check("harm", "harm" in ticked, t("debrief.check.harm")),
    ]  # fmt: skip


def ending(t: Translate, here: Here) -> None:
    """The list, and below it the two ways to end."""
    found = checks(t, here.workshop)
    done = t.count("debrief.check.done", sum(check.done for check in found), of=len(found))
    head = (tag("h2", t("debrief.end.title")), tag("p", done, class_="soft label", data_testid="checks-done"))
    rows = tag("ul", [_row(t, check) for check in found], class_="facts", data_testid="checks")
    sheet(join(*head, rows), key="checks", on=lambda _, name: _press(here, name))
    way = st.segmented_control(
        t("debrief.end.when"), WAYS, default="now", required=True, format_func=lambda w: t(f"debrief.end.{w}"),
        key="end-way", label_visibility="collapsed",
    )  # fmt: skip
    if way == "later":
        _later(t, here.workshop)
    else:
        _now(t, here.workshop)


def _row(t: Translate, check: Check) -> Html:
    mark = tag("i", "✓" if check.done else "", aria_hidden="true")
    state = t("debrief.check.yes" if check.done else "debrief.check.no")
    if check.name in ASKED:
        words = tag(
            "button", mark, check.said, type="button", class_="tick on" if check.done else "tick", data_act="check",
            data_value=check.name, role="checkbox", aria_checked=str(check.done).lower(),
            data_testid=f"check-{check.name}",
        )  # fmt: skip
        return tag("li", words, class_="check")
    told = tag("span", mark, check.said, tag("span", f" ({state})", class_="visually-hidden"),
               class_="tick on" if check.done else "tick", data_testid=f"check-{check.name}")  # fmt: skip
    button = (
        tag("button", check.press, class_="btn quiet under", data_act="check", data_value=check.name)
        if check.press
        else None
    )
    return tag("li", told, button, class_="check")


def _press(here: Here, name: str) -> None:
    store, id = hub().store.workshops, here.workshop.id
    if name == "sensitive":
        hub().close_sensitive(id)
    elif name in ASKED:
        ticked = {j.subject for j in store.judgements(id, CHECKED)}
        store.judge(id, CHECKED, name, None if name in ticked else True, by=here.seat.by, now=hub().clock())


def _pack(t: Translate, workshop: Workshop) -> Check:
    taken = taking.taken(workshop)
    said = "never" if taken is None else "done" if taken else "stale"
    return Check("pack", bool(taken), t(f"debrief.check.pack.{said}"))


def _to_verify(t: Translate, words: Iterable[Word]) -> Check:
    """Whether all that is to be verified is in the pack, where somebody will find it."""
    marked = [word for word in words if word.verify]
    inside = sum(not word.share for word in marked)
    if not marked:
        return Check("verify", True, t("debrief.check.verify.none"))
    name = "inside" if inside else "listed"
    return Check("verify", not inside, t.count(f"debrief.check.verify.{name}", inside or len(marked), of=len(marked)))


def _persons(t: Translate, workshop: Workshop, words: Iterable[Word]) -> str:
    """How much there is to read for persons, and the names that look like one's."""
    names, notes = [], len(list(words))
    for group in workshop.groups:
        map = hub().store.maps.state(group.map_id).map
        notes += sum(bool(a.note) for a in map.actors.values()) + sum(bool(k.note) for k in map.links.values())
        names += [f"{a.name} ({group.number})" for a in map.actors.values() if looks_like_a_person(a.name)]
    told = t.join(names[:NAMES])
    more = f" {t('debrief.check.persons.names', names=told)}" if names else ""
    return t.count("debrief.check.persons.read", notes) + more


def _now(t: Translate, workshop: Workshop) -> None:
    """End it, once the word is typed; what remains is said on the page that follows."""
    word = t("debrief.end.word")
    sheet(join(tag("p", t("debrief.end.text")), tag("p", t("debrief.end.first"), class_="soft")), key="end-head")
    with st.form("end", border=False):
        typed = st.text_input(t("debrief.end.type", word=word), key="end-word", autocomplete="off", width=320)
        sent = st.form_submit_button(t("debrief.end.do"), key="end-do")
    if sent and typed.strip().upper() == word:
        st.session_state["ended"] = hub().end(workshop.id)
        taking.forget()
        for name in ("pack", taking_in.READ, taking_in.TOLD):
            st.session_state.pop(name, None)
        st.rerun()
    elif sent:
        st.error(t("debrief.end.wrong", word=word))


def _later(t: Translate, workshop: Workshop) -> None:
    """The day on which it ends by itself: earlier or later than planned, within what a plan may ask for."""
    today = date.fromtimestamp(hub().clock())
    first, last = today + timedelta(1), today + timedelta(KEEP_DAYS)
    kept = date.fromtimestamp(workshop.keep_until - 1)
    sheet(tag("p", t("debrief.end.kept", date=kept.isoformat()), data_testid="kept-until"), key="kept")
    chosen = st.date_input(
        t("debrief.end.until"),
        min(max(kept, first), last),
        first,
        last,
        format="YYYY-MM-DD",
        key="keep-until",
        width=200,
    )
    if isinstance(chosen, date):
        press(t("debrief.end.keep"), _keep, workshop, chosen, key="keep-do", disabled=chosen == kept)


def _keep(workshop: Workshop, day: date) -> None:
    """Until the day is over where the server stands."""
    over = datetime.combine(day + timedelta(1), time()).timestamp()
    hub().store.workshops.keep(workshop.id, over, now=hub().clock())
