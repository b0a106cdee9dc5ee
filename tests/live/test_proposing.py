"""Who proposes, who takes in, who agrees: kept, told to the table, and to nobody else."""

from __future__ import annotations

from typing import Any

import pytest

from mapping.live.hub import Hub
from mapping.live.member import Member
from mapping.live.table import opened
from mapping.store import Workshop, open_store
from tests.live.conftest import Person, Table


@pytest.fixture
def a(table: Table) -> Person:
    """A phone, at a table with a laptop; on the map are three actors and a link."""
    a = table.participant()
    for actor in ("conadeh", "pmop", "pn"):
        a.adds(actor, "core_security" if actor != "conadeh" else "oversight_state")
    a.links("k-1", "ov_independent", "conadeh", "pn")
    a.hears("effects")
    return a


@pytest.fixture
def b(table: Table, a: Person) -> Person:
    return table.participant()


def agree(person: Person, of: str, value: Any, id: str = "a-1") -> dict[str, Any]:
    """Say it, and what this person hears of the counts."""
    person.says({"type": "agree", "id": id, "of": of, "value": value})
    told = person.hears("opinions")
    assert person.hears("done")["change"] == id
    return told


def again(table: Table, hub: Hub, person: Person) -> dict[str, Any]:
    """The welcome of the same seat after the server has started anew."""
    newer = Hub(open_store(hub.store.database.url), secret="only for tests", clock=hub.clock)
    try:
        seat, map_id = newer.entrant(person.token)
        return newer.room(map_id).talk.welcome(Member(seat, None, hub.clock()))  # type: ignore[arg-type]
    finally:
        newer.close()


# proposals


def test_tells_a_proposal_as_one_and_takes_it_in_with_one_change(a: Person, b: Person) -> None:
    a.links("k-2", "ov_independent", "conadeh", "pmop", proposed=True)
    assert b.hears("effects")["put"]["links"][0]["proposed"] is True

    b.sends("set", of="k-2", values={"proposed": False})

    told = [a.hears("effects")["put"]["links"][0] for _ in range(2)]
    assert [link.get("proposed") for link in told] == [True, None]


def test_undoes_a_taking_in(a: Person, b: Person) -> None:
    a.links("k-2", "ov_independent", "conadeh", "pmop", proposed=True)
    b.hears("effects")
    b.sends("set", of="k-2", values={"proposed": False})
    b.hears("effects")

    b.says({"type": "undo", "id": "c-undo"})

    assert b.hears("effects")["put"]["links"][0]["proposed"] is True


def test_leaves_a_proposal_that_was_taken_in_when_its_author_undoes_it(a: Person, b: Person) -> None:
    mine = a.links("k-2", "ov_independent", "conadeh", "pmop", proposed=True)
    b.hears("effects")
    b.sends("set", of="k-2", values={"proposed": False})
    b.hears("effects")

    a.says({"type": "undo", "id": "c-undo", "of": mine})

    assert a.hears("refused")["reason"] == "in_use"


def test_takes_in_what_another_has_just_taken_in_without_a_word(table: Table, a: Person, b: Person) -> None:
    a.links("k-2", "ov_independent", "conadeh", "pmop", proposed=True)
    seen = b.hears("effects")["seq"]
    c = table.participant()

    b.sends("set", of="k-2", values={"proposed": False}, base=seen)
    b.hears("effects")
    c.sends("set", of="k-2", values={"proposed": False}, base=seen)

    while (effects := c.hears("effects"))["by"] != c.by:
        pass
    assert effects["partial"] == []


def test_refuses_a_proposal_while_drawing_is_paused(hub: Hub, workshop: Workshop, a: Person) -> None:
    hub.pause(workshop.id)

    a.links("k-2", "ov_independent", "conadeh", "pmop", proposed=True)

    assert a.hears("refused")["reason"] == "frozen"


def test_refuses_a_sensitive_proposal_while_the_layer_is_closed(hub: Hub, workshop: Workshop, a: Person) -> None:
    a.links("k-2", "collusion", "pmop", "pn", proposed=True)
    assert a.hears("refused")["reason"] == "sensitive"

    hub.open_sensitive(workshop.id)
    a.links("k-2", "collusion", "pmop", "pn", proposed=True)
    assert a.hears("effects")["put"]["links"][0]["kind"] == "collusion"


def test_says_which_proposals_are_ones_own(table: Table, hub: Hub, a: Person, b: Person) -> None:
    a.links("k-2", "ov_independent", "conadeh", "pmop", proposed=True)
    a.hears("effects")

    assert table.enters(a.seat).welcome["proposed"] == ["k-2"]
    assert table.enters(b.seat).welcome["proposed"] == []


def test_a_decline_that_is_undone_gives_the_proposal_back_to_who_made_it(
    table: Table, hub: Hub, a: Person, b: Person
) -> None:
    a.links("k-2", "ov_independent", "conadeh", "pmop", proposed=True)
    b.hears("effects")
    b.sends("unlink", of="k-2")
    b.hears("effects")
    b.says({"type": "undo", "id": "c-undo"})
    assert b.hears("effects")["put"]["links"][0]["proposed"] is True

    assert table.enters(a.seat).welcome["proposed"] == ["k-2"]
    assert table.enters(b.seat).welcome["proposed"] == []
    assert again(table, hub, a)["proposed"] == ["k-2"]  # also when all is read anew from the list of changes


def test_shows_no_proposal_on_the_projector_until_it_is_taken_in(
    table: Table, hub: Hub, workshop: Workshop, a: Person
) -> None:
    a.links("k-2", "ov_independent", "conadeh", "pmop", proposed=True)
    a.hears("effects")
    hub.project(workshop.id, "map:1")
    projector = table.enters(table.seat_of("projector"), workshop.group("1").map_id)
    assert [k["id"] for k in projector.welcome["snapshot"]["links"]] == ["k-1"]

    a.links("k-3", "command", "pmop", "pn", proposed=True)
    assert projector.hears("effects")["put"]["links"] == []
    a.sends("set", of="k-2", values={"proposed": False})
    assert [k["id"] for k in projector.hears("effects")["put"]["links"]] == ["k-2"]
    a.says({"type": "undo", "id": "c-undo"})
    assert projector.hears("effects")["drop"]["links"] == ["k-2"]
    assert "k-3" not in projector.all_heard()


# the table


def test_tells_who_draws_and_who_proposes(table: Table) -> None:
    a = table.participant()
    seat = table.seat()
    phone = Person(seat, table.token(seat), table.socket())

    phone.says({"type": "hello", "token": phone.token, "since": 0, "draws": False})
    people = phone.hears("welcome")["people"]
    assert [row["draws"] for row in people] == [True, False]

    phone.says({"type": "role", "draws": True})
    while [row["draws"] for row in people] != [True, True]:
        people = a.hears("people")["people"]


def test_opens_the_drawing_for_the_table_and_keeps_it_over_a_restart(
    table: Table, hub: Hub, a: Person, b: Person
) -> None:
    elsewhere = table.participant("2")
    assert a.welcome["table"] == {"open": False}

    b.says({"type": "open", "on": True})

    assert a.hears("table") == b.hears("table") == {"type": "table", "open": True}
    assert elsewhere.is_quiet()
    assert table.enters(a.seat).welcome["table"] == {"open": True}
    assert again(table, hub, a)["table"] == {"open": True}
    assert not table.participant("2").welcome["table"]["open"]

    b.says({"type": "open", "on": False})
    assert a.hears("table")["open"] is False
    assert again(table, hub, a)["table"] == {"open": False}


def test_a_screen_that_only_proposes_does_not_open_the_drawing(table: Table, a: Person, b: Person) -> None:
    a.says({"type": "role", "draws": False})
    a.says({"type": "open", "on": True})

    assert a.hears("refused")["reason"] == "not_allowed"
    assert table.enters(b.seat).welcome["table"] == {"open": False}


def test_a_facilitator_may_open_the_drawing(table: Table, a: Person) -> None:
    table.facilitator().says({"type": "open", "on": True})

    assert a.hears("table")["open"] is True


def test_the_facilitator_opens_one_table_or_all_from_the_wall(
    table: Table, hub: Hub, workshop: Workshop, a: Person
) -> None:
    elsewhere = table.participant("2")

    hub.open_drawing(workshop.id, group="1")
    assert a.hears("table")["open"] is True
    assert elsewhere.is_quiet()
    assert opened(hub.store, workshop.id) == {workshop.group("1").map_id}

    hub.open_drawing(workshop.id)
    assert elsewhere.hears("table")["open"] is True
    assert a.is_quiet()  # it was open already

    hub.open_drawing(workshop.id, False)
    assert [p.hears("table")["open"] for p in (a, elsewhere)] == [False, False]
    assert not opened(hub.store, workshop.id)


@pytest.mark.parametrize("message", [{"type": "open"}, {"type": "open", "on": "yes"}, {"type": "role", "draws": 1}])
def test_says_what_it_does_not_understand(a: Person, message: dict[str, Any]) -> None:
    a.says(message)

    assert a.hears("refused")["reason"] == "bad_value"


# opinions


def test_counts_who_agrees_and_who_does_not_and_never_says_who(table: Table, a: Person, b: Person) -> None:
    agree(a, "k-1", "yes")
    c = table.participant()
    agree(b, "k-1", "yes")
    agree(c, "k-1", "no")

    assert c.heard[-2] == {"type": "opinions", "of": "k-1", "yes": 2, "no": 1, "mine": "no"}
    while (told := a.hears("opinions"))["no"] == 0:
        pass
    assert told == {"type": "opinions", "of": "k-1", "yes": 2, "no": 1, "mine": "yes"}
    assert table.enters(b.seat).welcome["opinions"] == [{"of": "k-1", "yes": 2, "no": 1, "mine": "yes"}]
    assert table.facilitator().welcome["opinions"] == [{"of": "k-1", "yes": 2, "no": 1, "mine": None}]


def test_counts_a_changed_mind_once_and_one_taken_back_not_at_all(a: Person) -> None:
    agree(a, "k-1", "yes")
    agree(a, "k-1", "yes", "a-2")  # sent twice: the answer was lost on the way

    assert (agree(a, "k-1", "no", "a-3")["yes"], a.heard[-2]["no"]) == (0, 1)
    assert agree(a, "k-1", None, "a-4") == {"type": "opinions", "of": "k-1", "yes": 0, "no": 0, "mine": None}


def test_keeps_opinions_over_a_restart(table: Table, hub: Hub, a: Person, b: Person) -> None:
    agree(a, "k-1", "yes")
    agree(b, "k-1", "no")

    assert again(table, hub, a)["opinions"] == [{"of": "k-1", "yes": 1, "no": 1, "mine": "yes"}]


def test_an_opinion_rests_while_the_link_says_something_else(a: Person, b: Person) -> None:
    agree(a, "k-1", "yes")
    b.hears("opinions")

    b.sends("set", of="k-1", values={"practice": "works"})  # there was no answer yet: it goes on counting
    assert b.hears("opinions")["yes"] == 1
    agree(b, "k-1", "no")
    b.sends("set", of="k-1", values={"practice": "weak"})
    assert b.hears("opinions") == {"type": "opinions", "of": "k-1", "yes": 1, "no": 0, "mine": None}
    b.sends("set", of="k-1", values={"kind": "ov_civil"})
    assert b.hears("opinions")["yes"] == 0
    b.says({"type": "undo", "id": "c-u1"})
    assert b.hears("opinions")["yes"] == 1
    b.says({"type": "undo", "id": "c-u2"})
    assert b.hears("opinions")["mine"] == "no"


def test_an_opinion_comes_back_with_its_link(a: Person, b: Person) -> None:
    agree(a, "k-1", "yes")
    b.hears("opinions")
    b.sends("unlink", of="k-1")
    b.hears("effects")

    b.says({"type": "undo", "id": "c-u1"})

    assert b.hears("opinions")["yes"] == 1


def test_hears_opinions_while_drawing_is_paused(hub: Hub, workshop: Workshop, a: Person) -> None:
    hub.pause(workshop.id)

    assert agree(a, "k-1", "yes")["yes"] == 1


@pytest.mark.parametrize(("of", "value", "reason"), [("k-9", "yes", "gone"), ("k-1", "perhaps", "bad_value")])
def test_refuses_an_opinion_that_is_none(a: Person, of: str, value: str, reason: str) -> None:
    a.says({"type": "agree", "id": "a-1", "of": of, "value": value})

    refused = a.hears("refused")
    assert (refused["change"], refused["reason"]) == ("a-1", reason)


def test_neither_facilitator_nor_projector_has_an_opinion(
    table: Table, hub: Hub, workshop: Workshop, a: Person
) -> None:
    hub.project(workshop.id, "map:1")
    projector = table.enters(table.seat_of("projector"), workshop.group("1").map_id)
    for person in (table.facilitator(), projector):
        person.says({"type": "agree", "id": "a-1", "of": "k-1", "value": "yes"})
        assert person.hears("refused")["reason"] == "not_allowed"

    agree(a, "k-1", "no")

    assert projector.welcome["opinions"] == []
    assert '"type": "opinions"' not in projector.all_heard()


def test_an_opinion_on_a_hidden_link_is_not_told_and_comes_back_with_it(
    table: Table, hub: Hub, workshop: Workshop, a: Person
) -> None:
    hub.open_sensitive(workshop.id)
    a.links("k-s", "collusion", "pmop", "pn")
    while "k-s" not in str(a.hears("effects")["put"]["links"]):
        pass
    agree(a, "k-s", "no")
    agree(a, "k-1", "yes", "a-2")

    hub.close_sensitive(workshop.id)
    assert [told["of"] for told in a.hears("snapshot")["opinions"]] == ["k-1"]
    newcomer = table.participant()
    a.says({"type": "agree", "id": "a-3", "of": "k-s", "value": "yes"})
    assert a.hears("refused")["reason"] == "gone"  # as if there were none
    assert "k-s" not in newcomer.all_heard()

    hub.open_sensitive(workshop.id)
    assert {told["of"]: told["no"] for told in a.hears("snapshot")["opinions"]} == {"k-s": 1, "k-1": 0}


def test_the_groups_do_not_hear_each_other(table: Table, a: Person) -> None:
    """Two maps may have links of one id: those that a file or a scenario brought."""
    other = table.participant("2")
    for actor in ("conadeh", "pn"):
        other.adds(actor)
    other.links("k-1", "ov_independent", "conadeh", "pn")
    other.hears("effects")

    agree(a, "k-1", "no")

    assert agree(other, "k-1", "yes") == {"type": "opinions", "of": "k-1", "yes": 1, "no": 0, "mine": "yes"}
    assert table.enters(a.seat).welcome["opinions"][0]["no"] == 1


def test_leaves_nothing_of_opinions_and_table_when_the_workshop_ends(
    hub: Hub, workshop: Workshop, a: Person, b: Person
) -> None:
    agree(a, "k-1", "yes")
    b.says({"type": "open", "on": True})
    b.hears("table")

    assert hub.end(workshop.id).rows["judgement"] == 0
