"""What leaves the room: the preview of what is removed, the pack, single files, the internal version."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256

import streamlit as st

from mapping.codec import MapFile
from mapping.compare import names
from mapping.export import FORMATS, exported, pack, removed_lines, shareable
from mapping.export.several import dumps_several
from mapping.i18n import LANGUAGES, Translate, translate
from mapping.live import hub
from mapping.store import Workshop, WorkshopId
from mapping.ui.markup import Html, join, tag
from mapping.ui.meanwhile import Work, meanwhile
from mapping.ui.said import room_of
from mapping.ui.sheet import sheet

TAKEN = "taken"  # what a judgement about a download is filed under
LOOK = 2.0  # seconds between two looks whether a pack has been downloaded
Tongues = tuple[str, ...]
Made = tuple[tuple[object, ...], Tongues, bool]  # of which maps and words, in which languages, for inside
SINGLE = tuple(f for f in FORMATS if f != "pack")


def files(workshop: Workshop) -> dict[str, MapFile]:
    """The groups' maps as internal files, with what the room said."""
    words = hub().store.words.all(workshop.id)
    return {g.number: hub().store.maps.file(g.map_id, room=room_of(words, g.number)) for g in workshop.groups}


def preview(t: Translate, workshop: Workshop) -> None:
    """What the shareable version leaves out, group by group, in words and counts."""
    rows = [
        tag(
            "li",
            tag("span", number, class_="group s line"),
            tag("span", "; ".join(removed_lines(removed, t))),
            class_="row",
        )
        for number, (_, removed) in ((n, shareable(f)) for n, f in files(workshop).items())
    ]
    head = join(tag("h2", t("debrief.preview.title")), tag("p", t("debrief.preview.lead"), class_="soft label"))
    asks = tag("p", t("debrief.preview.keep"), class_="lead")
    sheet(
        tag("section", head, tag("ul", rows, class_="facts", data_testid="removed"), asks, class_="panel"),
        key="removed",
    )


def take_pack(t: Translate, workshop: Workshop) -> None:
    """The archive is made when it is asked for: it takes a few seconds. A browser's session only knows of what it was
    made; the archive itself is with what `forget` drops."""
    sheet(_head(t, "pack"), key="pack-head")
    chosen = st.segmented_control(
        t("debrief.pack.languages"), ("both", *LANGUAGES), default="both", required=True, key="pack-languages",
        format_func=lambda which: t(f"debrief.pack.in.{which}"), label_visibility="collapsed",
    )  # fmt: skip
    made = _offered(t, workshop, "pack", (chosen,) if chosen in LANGUAGES else LANGUAGES)
    if made is None:
        return
    name = f"sector-map-{workshop.plan.scenario}-{workshop.plan.session}.zip"
    st.download_button(
        t("debrief.pack.save"), lambda: _given(made, workshop.id), name, "application/zip", key="pack-save",
        type="primary", on_click="ignore",
    )  # fmt: skip
    if not taken(workshop):
        _until_taken(workshop)


def _offered(t: Translate, workshop: Workshop, key: str, tongues: Tongues, *, internal: bool = False) -> Made | None:
    """The button that has a pack made, and how far it is; of what it was made, once it is and still fits."""
    now: Made = _stamp(workshop), tongues, internal
    made = st.session_state.get(key)
    if st.button(t(f"debrief.{key}.make"), key=f"{key}-make", type="secondary" if made or internal else "primary"):
        work, slot = Work(), st.empty()
        slot.button(t("debrief.pack.cancel"), key=f"{key}-cancel", on_click=work.cancel)
        meanwhile(t("debrief.pack.making"), lambda: _packed(now, workshop, work.step), work)
        slot.empty()
        made = st.session_state[key] = now
    if made and made[0] != now[0]:
        st.warning(t("debrief.pack.stale"))
    return now if made == now else None


def taken(workshop: Workshop, *, before: float | None = None) -> bool | None:
    """Whether the pack was downloaded (before a time) as it would be made now; None where it never was."""
    noted = [j for j in hub().store.workshops.judgements(workshop.id, TAKEN) if before is None or j.at <= before]
    return noted[-1].value == _digest(_stamp(workshop)) if noted else None


def _given(made: Made, id: WorkshopId) -> bytes:
    """The pack for whoever downloads it, and a note that somebody has. Not noted by the button itself: the page would
    run again while the browser still asks for the file, and it would never come."""
    data = _packed(made, hub().store.workshops.read(id))
    hub().store.workshops.judge(id, TAKEN, "pack", _digest(made[0]), by="p-facilitator", now=hub().clock())
    return data


@st.fragment(run_every=LOOK)
def _until_taken(workshop: Workshop) -> None:
    """Runs the page once more when the pack has been downloaded: the list says so without a press. A little later than
    it was noted, so that the browser has the file by then."""
    if taken(workshop, before=hub().clock() - LOOK):
        st.rerun()


def _digest(stamp: tuple[object, ...]) -> str:
    return sha256(repr(stamp).encode()).hexdigest()[:16]


@st.cache_data(max_entries=4, show_spinner=False)
def _packed(made: Made, _workshop: Workshop, _step: Callable[[int, int], None] = lambda done, of: None) -> bytes:
    _, tongues, internal = made
    return pack(files(_workshop), [translate(language) for language in tongues], internal=internal, step=_step)


def _stamp(workshop: Workshop) -> tuple[object, ...]:
    """What a pack was made of: it is old once a map, a word or a tick is another one."""
    store = hub().store
    said = [(word.id, word.rev, word.share) for word in store.words.all(workshop.id)]
    return (*((g.map_id, store.maps.state(g.map_id).seq) for g in workshop.groups), *said)


def take_one(t: Translate, workshop: Workshop) -> None:
    """One group's map in one format, shareable."""
    sheet(tag("h2", t("debrief.single.title")), key="single-head")
    with st.container(horizontal=True, vertical_alignment="bottom", key="single"):
        number = st.selectbox(
            t("debrief.single.group"), [g.number for g in workshop.groups], key="single-group", width=90
        )
        format = st.selectbox(
            t("debrief.single.format"),
            SINGLE,
            format_func=lambda f: t(f"debrief.formats.{f}"),
            key="single-format",
            width=230,
        )
        group = workshop.group(number)
        name = f"group-{number}{FORMATS[format].suffix}"
        st.download_button(
            t("debrief.single.save"), lambda: _one(t, workshop, group.number, format), name,
            FORMATS[format].mime, key="single-save", on_click="ignore",
        )  # fmt: skip


def _one(t: Translate, workshop: Workshop, number: str, format: str) -> bytes:
    made = files(workshop)
    return exported(made[number], format, t, beside=[file.map for file in made.values()])


def take_internal(t: Translate, workshop: Workshop) -> None:
    """The internal files, behind a tick that says what they are."""
    sheet(_head(t, "internal"), key="internal-head")
    if not st.checkbox(t("debrief.internal.tick"), key="internal-tick"):
        return
    if (made := _offered(t, workshop, "internal", LANGUAGES, internal=True)) is not None:
        st.download_button(
            t("debrief.internal.pack"), lambda: _packed(made, hub().store.workshops.read(workshop.id)),
            "workshop-INTERNAL.zip", "application/zip", key="internal-pack", on_click="ignore",
        )  # fmt: skip
    with st.container(horizontal=True, key="internal"):
        st.download_button(
            t("debrief.internal.all"), lambda: dumps_several(files(workshop).values()), "workshop-INTERNAL.json",
            "application/json", key="internal-all", on_click="ignore",
        )  # fmt: skip
        for group in workshop.groups:
            st.download_button(
                t("debrief.internal.save", number=group.number),
                _internal(t, workshop, group.number),
                f"group-{group.number}-INTERNAL.json",
                "application/json",
                key=f"internal-{group.number}",
                on_click="ignore",
            )


def forget() -> None:
    """Drop what was counted and drawn for everybody: a workshop that was ended is in no cache."""
    st.cache_data.clear()
    st.cache_resource.clear()
    names.forget()


def remains(t: Translate) -> Html | None:
    """What is left after the end, once in the session that ended it."""
    left = st.session_state.get("ended")
    if left is None:
        return None
    rows = [name for name, count in left.rows.items() if count]
    said = (
        t("debrief.done.rows", tables=", ".join(rows)) if rows
        else t("debrief.done.clean" if left.files_clean else "debrief.done.unclean")
    )  # fmt: skip
    return tag(
        "div", tag("h1", t("debrief.done.title")), tag("p", said, class_="lead", data_testid="remains"),
        tag("p", t("debrief.done.remains"), class_="lead soft"), class_="calm",
    )  # fmt: skip


def _internal(t: Translate, workshop: Workshop, number: str) -> Callable[[], bytes]:
    return lambda: exported(files(workshop)[number], "json", t, internal=True)


def _head(t: Translate, part: str) -> Html:
    return join(tag("h2", t(f"debrief.{part}.title")), tag("p", t(f"debrief.{part}.text"), class_="soft label"))
