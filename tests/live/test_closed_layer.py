"""While the sensitive layer is closed it is in no message, and nobody can draw in it; a projector never gets it."""

from __future__ import annotations

from typing import Any

import pytest

from mapping.changes import Change
from mapping.errors import NotAllowed
from mapping.live.hub import Hub
from mapping.store import Workshop
from tests.live.conftest import PLAN, Person, Table


def _drawn(table: Table, workshop: Workshop) -> Person:
    """A participant of group 1, whose map has open and sensitive links; the layer is open."""
    table.hub.open_sensitive(workshop.id)
    a = table.participant()
    a.adds("pn", position=-1, note="CANARIO-7F", integrity=1)
    a.adds("mara", "criminal")
    a.adds("iglesia", "religious")
    for id, kind, source, target in (
        ("k-open", "cooperation", "pn", "iglesia"),
        ("k-kind", "collusion", "pn", "iglesia"),
        ("k-end", "influence", "mara", "iglesia"),
    ):
        a.links(id, kind, source, target, note="CANARIO-7F")
        a.hears("effects")
    return a


def _links(snapshot: dict[str, Any]) -> list[str]:
    return [link["id"] for link in snapshot["links"]]


def test_cannot_be_drawn_in_by_kind_or_by_end(table: Table) -> None:
    a, b = table.participant(), table.participant()
    a.adds("pn")
    a.adds("mara", "criminal")
    a.adds("iglesia", "religious")

    refused = []
    for kind, source, target in (("collusion", "pn", "iglesia"), ("cooperation", "mara", "iglesia")):
        a.links(f"k-{kind}", kind, source, target)
        refused.append(a.hears("refused")["reason"])
    a.sends("batch", label="paste", changes=[
        {"op": "link", "link": {"id": "k-b", "kind": "extortion", "source": "mara", "target": "iglesia"}}
    ])  # fmt: skip
    refused.append(a.hears("refused")["reason"])

    assert refused == ["sensitive"] * 3
    assert "collusion" not in b.all_heard()
    assert table.hub.store.maps.state(a.welcome["map"]).map.links == {}


def test_cannot_be_reached_by_turning_a_link_or_an_end(table: Table) -> None:
    a = table.participant()
    a.adds("pn")
    a.adds("comite", "community")
    a.links("k-1", "cooperation", "pn", "comite")
    a.hears("effects")

    a.sends("set", of="k-1", values={"kind": "collusion"})
    assert a.hears("refused")["reason"] == "sensitive"
    a.sends("set", of="comite", values={"kind": "criminal"})
    assert a.hears("refused")["reason"] == "sensitive"
    a.sends("set", of="comite", values={"kind": "religious"})
    assert a.hears("effects")["put"]["actors"][0]["kind"] == "religious"


def test_goes_from_every_screen_when_it_is_closed(table: Table, workshop: Workshop) -> None:
    a = _drawn(table, workshop)
    b, f = table.participant(), table.facilitator()
    assert _links(b.welcome["snapshot"]) == ["k-open", "k-kind", "k-end"]

    table.hub.close_sensitive(workshop.id)

    for person in (a, b, f):
        assert person.hears("day")["day"]["sensitive"] is False
        assert _links(person.hears("snapshot")["snapshot"]) == ["k-open"]
    assert _links(table.participant().welcome["snapshot"]) == ["k-open"]


def test_closes_by_itself_with_the_step_that_it_was_opened_for(table: Table, workshop: Workshop, hub: Hub) -> None:
    hub.advance(workshop.id, 1)
    a = _drawn(table, workshop)
    hub.open_sensitive(workshop.id, hub.steps_of(workshop.id)[1].id)
    hub.advance(workshop.id, 1)  # the same step once more: its clock begins anew, the layer stays open
    assert hub.store.workshops.read(workshop.id).day.sensitive

    hub.advance(workshop.id, 2)

    assert _links(a.hears("snapshot")["snapshot"]) == ["k-open"]
    day = hub.store.workshops.read(workshop.id).day
    assert (day.sensitive, day.sensitive_step) == (False, "")


def test_stays_open_over_steps_until_it_is_closed_by_hand(table: Table, workshop: Workshop, hub: Hub) -> None:
    hub.advance(workshop.id, 1)
    hub.open_sensitive(workshop.id, hub.steps_of(workshop.id)[1].id)
    hub.open_sensitive(workshop.id)  # another thought: not for this step only

    hub.advance(workshop.id, 2)

    assert hub.store.workshops.read(workshop.id).day.sensitive


def test_goes_from_the_screen_of_who_was_away_when_it_was_closed(table: Table, workshop: Workshop) -> None:
    a = _drawn(table, workshop)
    seat, since = a.seat, a.seq
    a.leaves()
    table.hub.close_sensitive(workshop.id)

    back = table.enters(seat, since=since)

    assert back.welcome["snapshot"] is not None
    assert _links(back.welcome["snapshot"]) == ["k-open"]


def test_comes_back_when_it_is_opened(table: Table, workshop: Workshop) -> None:
    a = _drawn(table, workshop)
    table.hub.close_sensitive(workshop.id)
    a.hears("snapshot")

    table.hub.open_sensitive(workshop.id)

    assert _links(a.hears("snapshot")["snapshot"]) == ["k-open", "k-kind", "k-end"]


def test_stays_as_it_is_when_something_else_of_the_day_changes(table: Table, workshop: Workshop) -> None:
    a = _drawn(table, workshop)

    table.hub.open_findings(workshop.id)

    assert a.hears("day")["day"]["findings"] is True
    assert '"snapshot", "seq"' not in a.all_heard()


def test_is_in_no_effects_while_it_is_closed(table: Table, workshop: Workshop) -> None:
    a = _drawn(table, workshop)
    b = table.participant()
    table.hub.close_sensitive(workshop.id)
    b.hears("snapshot")
    b.heard.clear()

    a.sends("set", of="k-kind", values={"practice": "works"})  # its author still knows the id
    a.sends("unlink", of="k-end")
    a.sends("set", of="mara", values={"name": "La mara"})
    b.hears("effects")
    a.sends("remove", of="pn")
    removed = b.hears("effects")

    refused = [a.hears("refused")["reason"], a.hears("refused")["reason"]]
    assert refused == ["sensitive", "sensitive"]
    assert removed["drop"] == {"actors": ["pn"], "links": ["k-open"]}
    assert all(hidden not in b.all_heard() for hidden in ("k-kind", "k-end", "collusion"))


def test_stays_hidden_when_an_actor_comes_back(table: Table, workshop: Workshop) -> None:
    a = _drawn(table, workshop)
    table.hub.close_sensitive(workshop.id)
    a.hears("snapshot")
    a.sends("remove", of="iglesia")
    a.hears("effects")

    a.says({"type": "undo", "id": "c-back"})

    back = a.hears("effects")
    assert [actor["id"] for actor in back["put"]["actors"]] == ["iglesia"]
    assert [link["id"] for link in back["put"]["links"]] == ["k-open"]
    links = table.hub.store.maps.state(a.welcome["map"]).map.links
    assert sorted(links) == ["k-end", "k-kind", "k-open"]  # nothing is lost


def test_is_not_redrawn_by_taking_back_its_removal(table: Table, workshop: Workshop) -> None:
    a = _drawn(table, workshop)
    a.sends("unlink", of="k-kind")
    a.hears("effects")
    table.hub.close_sensitive(workshop.id)

    a.says({"type": "undo", "id": "c-back"})

    assert a.hears("refused")["reason"] == "sensitive"


def test_is_not_uncovered_by_turning_what_makes_it_sensitive(table: Table, workshop: Workshop) -> None:
    a = _drawn(table, workshop)
    b = table.participant()
    table.hub.close_sensitive(workshop.id)
    b.hears("snapshot")
    b.heard.clear()

    reasons = []
    for op, body in (
        ("set", {"of": "k-kind", "values": {"kind": "cooperation"}}),
        ("set", {"of": "mara", "values": {"kind": "community"}}),
        ("batch", {"label": "tidy", "changes": [{"op": "set", "of": "mara", "values": {"kind": "community"}}]}),
        ("set", {"of": "k-end", "values": {"source": "pn"}}),
    ):
        a.sends(op, **body)
        reasons.append(a.hears("refused")["reason"])

    assert reasons == ["sensitive"] * 4
    assert "k-" not in b.all_heard()


def test_is_not_uncovered_by_an_undo_that_also_speaks_of_an_actor(table: Table, workshop: Workshop) -> None:
    a = _drawn(table, workshop)
    a.links("k-2", "cooperation", "pn", "iglesia", note="CANARIO-7F")
    a.hears("effects")
    a.sends("batch", label="tidy", changes=[
        {"op": "set", "of": "k-2", "values": {"kind": "collusion"}},
        {"op": "set", "of": "pn", "values": {"influence": 3}},
    ])  # fmt: skip
    a.hears("effects")
    table.hub.close_sensitive(workshop.id)

    a.says({"type": "undo", "id": "c-back"})

    assert a.hears("refused")["reason"] == "sensitive"


def test_tells_nothing_of_itself_in_a_refusal(table: Table, workshop: Workshop) -> None:
    a = _drawn(table, workshop)
    b = table.participant()
    b.sends("set", of="k-kind", values={"note": "CANARIO-7F, y más"})
    b.hears("effects")
    table.hub.close_sensitive(workshop.id)
    a.hears("snapshot")
    a.heard[1:] = []

    a.sends("set", base=3, of="k-kind", values={"note": "?"})
    alone = a.hears("refused")
    a.sends("batch", base=3, label="tidy", changes=[
        {"op": "set", "of": "k-kind", "values": {"note": "?"}},
        {"op": "set", "of": "pn", "values": {"influence": 3}},
    ])  # fmt: skip
    along = a.hears("refused")

    assert [alone["reason"], along["reason"]] == ["sensitive"] * 2
    assert "CANARIO-7F" not in a.all_heard()


def test_hides_and_uncovers_links_whose_end_changes_its_kind(table: Table, workshop: Workshop, hub: Hub) -> None:
    a = _drawn(table, workshop)
    hub.close_sensitive(workshop.id)
    a.hears("snapshot")
    room = hub.room(a.welcome["map"])
    seq = hub.store.maps.state(a.welcome["map"]).seq

    room.record(Change("c-1", "p-server", seq, "set", {"of": "mara", "values": {"kind": "community"}}))
    uncovered = a.hears("effects")
    room.record(Change("c-2", "p-server", seq + 1, "set", {"of": "mara", "values": {"kind": "armed_nonstate"}}))
    hidden = a.hears("effects")

    assert [link["id"] for link in uncovered["put"]["links"]] == ["k-end"]
    assert hidden["drop"]["links"] == ["k-end"]


# the projector


def test_shows_only_the_map_that_is_projected(table: Table, workshop: Workshop, hub: Hub) -> None:
    seat = table.seat_of("projector")
    first, second = (group.map_id for group in workshop.groups)
    assert (seat["map"], seat["group"]) == (None, None)
    with pytest.raises(AssertionError, match="not_allowed"):
        table.token(seat, first)

    hub.project(workshop.id, "map:1")
    screen = table.enters(seat, first)
    with pytest.raises(AssertionError, match="not_allowed"):
        table.token(seat, second)
    hub.project(workshop.id, "map:2")

    assert screen.closed() == 4401
    assert table.enters(seat, second).welcome["role"] == "projector"


def test_projects_no_notes_positions_or_sensitive_links_even_when_the_layer_is_open(
    table: Table, workshop: Workshop, hub: Hub
) -> None:
    a = _drawn(table, workshop)
    hub.project(workshop.id, "map:1")

    screen = table.enters(table.seat_of("projector"), workshop.group("1").map_id)
    a.sends("set", of="pn", values={"position": 2, "note": "CANARIO-7F otra vez", "influence": 3})
    effects = screen.hears("effects")

    assert _links(screen.welcome["snapshot"]) == ["k-open"]
    assert effects["put"]["actors"] == [{"id": "pn", "name": "PN", "kind": "core_security", "influence": 3}]
    words = screen.all_heard()
    assert all(word not in words for word in ("CANARIO-7F", "position", "integrity", "k-kind", "k-end"))


def test_projects_a_protected_actor_under_its_kind_only(table: Table, workshop: Workshop, hub: Hub) -> None:
    a = table.participant()
    a.adds("x-1", "civil_society", protect=True, represents="las defensoras de Bajo Aguán")
    a.adds("pn")
    a.links("k-1", "conflict", "pn", "x-1")
    a.hears("effects")
    a.links("k-2", "cooperation", "pn", "x-1")
    a.hears("effects")
    hub.project(workshop.id, "map:1")

    screen = table.enters(table.seat_of("projector"), workshop.group("1").map_id)

    (hidden, _) = screen.welcome["snapshot"]["actors"]
    assert hidden["names"]["es"] == hidden["name"] != "X-1"
    (link,) = screen.welcome["snapshot"]["links"]
    assert (link["kind"], link["source"], link["target"]) == ("cooperation", "pn", hidden["id"])
    assert "Aguán" not in screen.all_heard()


def test_projects_a_protected_actor_under_an_id_that_says_nothing(table: Table, workshop: Workshop, hub: Hub) -> None:
    a = table.participant()
    a.adds("cofadeh", "civil_society", protect=True, catalogue="cofadeh")
    a.adds("pn")
    a.adds("oficina", "civil_society", part_of="cofadeh")
    a.links("L-cofadeh", "cooperation", "pn", "cofadeh", recorded="L234")
    a.hears("effects")
    hub.project(workshop.id, "map:1")
    screen = table.enters(table.seat_of("projector"), workshop.group("1").map_id)
    hidden, _, unit = screen.welcome["snapshot"]["actors"]
    (link,) = screen.welcome["snapshot"]["links"]

    a.says({"type": "select", "id": "cofadeh"})
    people = screen.hears("people")["people"]
    a.sends("set", of="cofadeh", values={"influence": 4})
    rated = screen.hears("effects")
    a.sends("set", of="L-cofadeh", values={"practice": "works"})
    said = screen.hears("effects")
    a.sends("move", places={"cofadeh": [10, 20]})
    moved = screen.hears("effects")
    a.sends("remove", of="cofadeh")
    removed = screen.hears("effects")

    assert unit["part_of"] == link["target"] == hidden["id"] == people[0]["selected"]
    assert rated["put"]["actors"][0]["id"] == moved["put"]["actors"][0]["id"] == hidden["id"]
    assert (said["put"]["links"][0]["id"], said["put"]["links"][0]["target"]) == (link["id"], hidden["id"])
    assert removed["drop"] == {"actors": [hidden["id"]], "links": [link["id"]]}
    assert all(word not in screen.all_heard().lower() for word in ("cofadeh", "l234"))


def test_renames_on_the_projector_who_is_protected_from_now_on(table: Table, workshop: Workshop, hub: Hub) -> None:
    a = table.participant()
    a.adds("cofadeh", "civil_society")
    a.adds("oficina", "civil_society", part_of="cofadeh")
    a.links("k-1", "cooperation", "oficina", "cofadeh")
    a.hears("effects")
    hub.project(workshop.id, "map:1")
    screen = table.enters(table.seat_of("projector"), workshop.group("1").map_id)

    a.sends("set", of="cofadeh", values={"protect": True})
    covered = screen.hears("effects")
    a.sends("set", of="cofadeh", values={"protect": False})
    shown = screen.hears("effects")

    hidden, unit = covered["put"]["actors"]
    (link,) = covered["put"]["links"]
    assert covered["drop"] == {"actors": ["cofadeh"], "links": ["k-1"]}
    assert unit["part_of"] == link["target"] == hidden["id"] != "cofadeh"
    assert shown["drop"] == {"actors": [hidden["id"]], "links": [link["id"]]}
    assert [x["id"] for x in (*shown["put"]["actors"], *shown["put"]["links"])] == ["cofadeh", "oficina", "k-1"]


def test_lets_a_projector_change_nothing(table: Table, workshop: Workshop, hub: Hub) -> None:
    hub.project(workshop.id, "map:1")
    screen = table.enters(table.seat_of("projector"), workshop.group("1").map_id)

    screen.sends("add", actor={"id": "pn", "name": "Policía", "kind": "core_security"})
    assert screen.hears("refused")["reason"] == "not_allowed"
    screen.says({"type": "undo", "id": "c-1"})
    assert screen.hears("refused")["reason"] == "not_allowed"


# who may send what


@pytest.mark.parametrize(
    ("op", "body"),
    [
        ("frame", {"values": {"question": "¿Otra?"}}),
        ("step", {"step": "towers"}),
        ("freeze", {"on": False}),
        ("snapshot", {"label": "mía"}),
        ("merge", {"keep": "pn", "drop": "pmop"}),
        ("redact", {"of": "pn", "property": "name", "value": "nadie"}),
        ("batch", {"label": "x", "changes": [{"op": "frame", "values": {"question": "¿Otra?"}}]}),
        ("batch", {"label": "x", "changes": [{"op": "move", "places": {"pn": [1, 1]}}, {"op": "freeze", "on": False}]}),
    ],
)
def test_keeps_the_facilitators_changes_from_participants(table: Table, op: str, body: dict[str, object]) -> None:
    a = table.participant()
    a.adds("pn")

    a.sends(op, **body)

    assert a.hears("refused")["reason"] == "not_allowed"
    assert table.hub.store.maps.state(a.welcome["map"]).seq == 2


def test_lets_nobody_speak_for_another_or_write_an_undo_by_hand(table: Table) -> None:
    a, b = table.participant(), table.participant()
    own = b.adds("pn")["change"]

    a.sends("set", of="pn", by=b.by, values={"note": "dicho por otro"})
    assert a.hears("refused")["reason"] == "not_allowed"
    a.sends("set", of="pn", expect=own, values={"note": "sin permiso"})
    assert a.hears("refused")["reason"] == "not_allowed"


def test_lets_the_facilitator_set_the_frame_and_take_a_word_out(table: Table, workshop: Workshop) -> None:
    a, f = table.participant(), table.facilitator()
    a.adds("pn")
    a.adds("x-1", name="Juan Pérez")
    f.hears("effects")
    f.hears("effects")

    f.sends("frame", values={"question": "¿Quién responde ante quién?"})
    assert a.hears("effects")["frame"]["question"] == "¿Quién responde ante quién?"
    f.sends("redact", of="x-1", property="name", value="un juez")
    redacted = a.hears("effects")

    assert (redacted["number"], redacted["put"]["actors"][0]["name"]) == (0, "un juez")
    back = table.enters(a.seat, since=2)  # it was away since before the word came
    assert "Juan" not in back.all_heard()
    f.sends("step", step="towers")
    assert f.hears("refused")["reason"] == "not_allowed"  # steps are for all groups at once


def test_keeps_a_solo_map_to_its_one_seat(table: Table, hub: Hub, workshop: Workshop) -> None:
    solo, ticket = hub.solo(PLAN)
    seat = table.client.post("/join", json={"ticket": ticket}).json()
    alone = table.enters(seat)
    alone.adds("pn")

    stranger, facilitator = table.seat(), table.seat_of("facilitator")
    for other in (stranger, facilitator):
        answer = table.client.post("/token", params={"seat": other["seat"], "map": solo.group("1").map_id})
        assert answer.status_code == 403
    assert table.client.post("/join", json={"ticket": ticket}).status_code == 401


def test_refuses_another_role_for_a_map(hub: Hub, workshop: Workshop) -> None:
    seat = hub.store.seats.take(workshop.id, "participant", "2", now=hub.clock())

    with pytest.raises(NotAllowed):
        hub.token(seat, workshop.group("1").map_id)
