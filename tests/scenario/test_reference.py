"""The reference map: what is on record for a day."""

import pytest

from mapping.errors import BadValue, NotFound
from mapping.model import values_of
from mapping.scenario import actor_of, first_day, last_day, named, period, reference_map
from mapping.schema import schema

HONDURAS = named("honduras")

# the links that both groups of the acceptance story can find on record on 2015-09-01
ON_RECORD = {
    *("L046", "L062", "L063", "L065", "L073", "L074", "L095", "L096", "L158"),
    *("L160", "L172", "L175", "L207", "L209", "L234", "L332", "L346", "L351"),
}


def test_holds_what_was_recorded_on_the_reference_date():
    assert reference_map(HONDURAS, at="2015-09-01", tier=2).links.keys() >= ON_RECORD


def test_leaves_the_second_tier_out_unless_asked():
    core = reference_map(HONDURAS, at="2015-09-01")

    # the Armed Forces' human-rights office is tier 2, and its three links with it
    assert ON_RECORD - core.links.keys() == {"L065", "L073", "L074"}
    assert "ddhh_ffaa" not in core.actors


def test_ends_a_link_on_the_day_an_event_ends_it():
    # E34 ended L104 on 2015-01-24, although its row is valid to 2015
    assert "L104" in reference_map(HONDURAS, at="2015-01-23").links
    assert "L104" not in reference_map(HONDURAS, at="2015-01-24").links


def test_begins_an_actor_on_the_day_an_event_begins_it():
    # E41: the DPI replaces the DNIC on 2015-09-01; both rows say 2015
    before, after = (reference_map(HONDURAS, at=day).actors for day in ("2015-08-31", "2015-09-01"))

    assert ("dnic" in before, "dpi" in before) == (True, False)
    assert ("dnic" in after, "dpi" in after) == (False, True)


def test_takes_a_year_as_whole_where_no_finer_date_is_known():
    # DIECP is valid to 2017; E49 only says 2017
    assert "diecp" in reference_map(HONDURAS, at="2017-12-31").actors
    assert "diecp" not in reference_map(HONDURAS, at="2018-01-01").actors


def test_takes_a_date_without_day_as_its_last_day():
    assert reference_map(HONDURAS, at="2015-01").frame.date == "2015-01-31"
    assert reference_map(HONDURAS, at="2015").frame.date == "2015-12-31"
    assert "L104" not in reference_map(HONDURAS, at="2015-01").links
    # February of a leap year
    assert (last_day("2016-02").day, first_day("2016-02").day, last_day("2015-02").day) == (29, 1, 28)


@pytest.mark.parametrize("written", ["", "soon", "2015-13", "2015-02-30", "15-01-01", "2015-1-1-1"])
def test_refuses_what_is_no_date(written):
    with pytest.raises(BadValue):
        last_day(written)


def test_drops_the_links_of_an_actor_that_ended():
    # E32 ended the Cachiros in January 2015; L305 itself is valid to 2015
    assert "L305" in reference_map(HONDURAS, at="2014-12-31", tier=2).links
    assert "L305" not in reference_map(HONDURAS, at="2015-09-01", tier=2).links


def test_keeps_actors_without_a_source_in_the_catalogue_only():
    assert "mujeres_sobrevivientes" in HONDURAS.actors
    assert "mujeres_sobrevivientes" not in reference_map(HONDURAS, tier=2).actors


def test_carries_the_row_its_evidence_and_its_sources():
    link = reference_map(HONDURAS).links["L234"]

    assert (link.kind, link.source, link.target, link.recorded) == ("ov_civil", "apj", "pn", "L234")
    assert link.ground == "Denounces slow purge and monitors police reform."
    assert link.sources == ("apj_2016", "apj_2020")
    assert (link.practice, link.evidence, link.confidence) == ("not_said", "A", 3)


def test_says_that_a_link_works_only_where_the_evidence_does():
    everything = HONDURAS.links.values()

    assert all(link.practice_words in link.evidence["en"] for link in everything if link.practice != "not_said")
    assert HONDURAS.links["L092"].practice == "weak"  # "supervision is weak"
    # strong links (strength 3) do not say of themselves that they work
    assert {link.practice for link in everything if link.strength == 3} == {"not_said", "works"}
    assert [link.id for link in everything if link.practice == "works"] == ["L139"]


def test_only_uses_values_that_a_map_may_hold():
    everything = reference_map(HONDURAS, tier=2)

    for of, things in (("actor", everything.actors.values()), ("link", everything.links.values())):
        for thing in things:
            for name, value in values_of(thing).items():
                schema().checked(of, name, value)


def test_counts_every_row_once():
    # the collection: 166 actors (96 core), 420 links (254 core), 51 events; 13 population groups are ours
    actors, links = HONDURAS.actors.values(), HONDURAS.links.values()

    assert (len(HONDURAS.actors), len(HONDURAS.links), len(HONDURAS.events)) == (166 + 13, 420, 51)
    assert sum(actor.tier == 1 for actor in actors) == 96
    assert sum(link.tier == 1 for link in links) == 254
    assert sum(not actor.sources for actor in actors) == 13


def test_gives_the_actors_of_the_story_their_kinds():
    # acceptance story, section 1: kind, uses force, chain stage
    expected = {
        "pn": ("core_security", "does", ("police",)),
        "pmop": ("core_security", "does", ()),
        "ffaa": ("core_security", "does", ()),
        "fusina": ("core_security", "does", ()),
        "mp": ("justice", "none", ("prosecution",)),
        "tribunales": ("justice", "none", ("court",)),
        "inp": ("justice", "does", ("prison",)),
        "congreso": ("oversight_state", "none", ()),
        "conadeh": ("oversight_state", "none", ()),
        "bid": ("international", "none", ()),
        "cosude": ("international", "none", ()),
        "ddhh_ffaa": ("oversight_state", "none", ()),
        "apj": ("civil_society", "none", ()),
    }
    found = {id: (a.kind, a.uses_force, a.chain) for id in expected for a in [actor_of(HONDURAS, id, "es")]}

    assert found == expected


def test_proposes_the_oversight_kind_of_the_overseer():
    recorded = {}
    for link in HONDURAS.links.values():
        if link.kind.startswith("ov_"):
            recorded.setdefault(link.source, set()).add(link.kind)

    assert {id: HONDURAS.actors[id].oversees_as for id in recorded} == {id: next(iter(k)) for id, k in recorded.items()}


def test_names_an_actor_in_the_language_of_the_map():
    spanish, english = (actor_of(HONDURAS, "mp", language) for language in ("es", "en"))

    assert (spanish.name, english.name) == ("Ministerio Público", "Public Prosecutor")
    assert spanish.names == english.names == {"es": "Ministerio Público", "en": "Public Prosecutor"}
    assert (spanish.id, spanish.catalogue, spanish.evidence) == ("mp", "mp", None)
    with pytest.raises(NotFound):
        actor_of(HONDURAS, "x-1", "es")


def test_knows_no_scenario_that_does_not_ship():
    for name in ("_template", "../honduras", "atlantis", ""):
        with pytest.raises(NotFound):
            named(name)


def test_never_ends_before_it_begins():
    for of, rows in (("actor", HONDURAS.actors), ("link", HONDURAS.links)):
        for id in rows:
            begins, ends = period(HONDURAS, of, id)
            assert begins < ends, id


def test_splits_conflict_by_what_the_evidence_says():
    kinds = {id: HONDURAS.links[id].kind for id in ("L053", "L052", "L293")}

    # an arrest, shots at demonstrators, a rivalry; only the last is symmetric
    assert kinds == {"L053": "enforcement", "L052": "violence", "L293": "conflict"}
