"""Which actor is which: certain, judged, or asked."""

from __future__ import annotations

from dataclasses import replace

from mapping.compare.align import Alignment, Judgement, align
from mapping.model import Actor, ActorId, SectorMap
from mapping.scenario.names import asks, match
from mapping.scenario.read import named
from tests.compare.maps import map_of


def within(alignment: Alignment) -> dict[str, dict[str, str]]:
    return {one.actor: dict(one.within) for one in alignment.actors}


def reason(alignment: Alignment, actor: str) -> str:
    return alignment[actor].reason


def test_actors_of_the_catalogue_meet_whatever_they_are_called(group1: SectorMap, group2: SectorMap) -> None:
    """Golden section 5: shared 11 of 13; the names are Spanish on one map and English on the other."""
    found = align({"1": group1, "2": group2})

    assert len(found.actors) == 13
    assert [a.actor for a in found.actors if len(a.within) == 1] == ["apj", "ddhh_ffaa"]
    assert dict(found["pn"].within) == {"1": "pn", "2": "pn"}
    assert (reason(found, "pn"), reason(found, "apj")) == ("catalogue", "alone")
    assert found.confirm == ()


def test_free_actors_with_the_same_name_are_one_though_case_and_accents_differ() -> None:
    found = align(
        {"1": map_of({}, a="Junta de Agua de El Tránsito"), "2": map_of({}, b="junta de agua de el transito")}
    )

    assert within(found) == {"x-a": {"1": "x-a", "2": "x-b"}}
    assert reason(found, "x-a") == "name"


def test_a_free_actor_with_the_name_of_a_catalogue_actor_is_that_actor(group1: SectorMap) -> None:
    found = align({"1": group1, "2": map_of({}, p="policia nacional")})

    assert dict(found["pn"].within) == {"1": "pn", "2": "x-p"}


def test_names_that_are_only_near_are_asked_and_not_merged() -> None:
    found = align({"1": map_of({}, a="Red de mujeres de Choloma"), "2": map_of({}, b="Red de Mujeres Choloma")})

    assert within(found) == {"x-a": {"1": "x-a"}, "x-b": {"2": "x-b"}}
    assert [(c.left, c.right, c.reason) for c in found.confirm] == [("x-a", "x-b", "near")]


def test_names_that_differ_in_what_they_say_are_not_asked() -> None:
    found = align({"1": map_of({}, a="Iglesia católica"), "2": map_of({}, b="Iglesia evangélica")})

    assert found.confirm == ()


def test_a_name_that_one_map_has_twice_is_asked_and_not_merged() -> None:
    found = align({"1": map_of({}, a="Patronato", b="patronato"), "2": map_of({}, c="Patronato")})

    assert len(found.actors) == 3
    assert [(c.left, c.right, c.reason) for c in found.confirm] == [("x-a", "x-c", "name"), ("x-b", "x-c", "name")]


def test_an_acronym_alone_does_not_join_bodies_of_different_kinds() -> None:
    """CDM: a women's centre on one map, an army command on the other."""
    one, other = map_of({}, a="CDM"), map_of({}, b="cdm")
    army = replace(other.actors[ActorId("x-b")], kind="core_security")

    found = align({"1": one, "2": replace(other, actors={army.id: army})})

    assert within(found) == {"x-a": {"1": "x-a"}, "x-b": {"2": "x-b"}}
    assert [(c.left, c.right, c.reason) for c in found.confirm] == [("x-a", "x-b", "acronym")]
    assert within(align({"1": one, "2": other})) == {"x-a": {"1": "x-a", "2": "x-b"}}  # both of one kind


def test_an_acronym_of_the_catalogue_is_asked_where_the_kind_is_another() -> None:
    """MP: the prosecutor of the catalogue; on the second map somebody's neighbourhood group."""
    maps = {"1": map_of({"mp": "justice"}), "2": map_of({}, b="MP")}

    found = align(maps, named=lambda name: "mp")

    assert within(found) == {"mp": {"1": "mp"}, "x-b": {"2": "x-b"}}
    assert [(c.left, c.right, c.reason) for c in found.confirm] == [("mp", "x-b", "acronym")]


def test_a_body_of_another_kind_does_not_keep_two_of_one_kind_apart() -> None:
    maps = {g: map_of({}, a="CDM") for g in "123"}
    army = replace(maps["1"].actors[ActorId("x-a")], kind="core_security")

    found = align({**maps, "1": replace(maps["1"], actors={army.id: army})})

    assert sorted(tuple(one.within) for one in found.actors) == [("1",), ("2", "3")]


def test_a_name_written_out_joins_though_the_kinds_differ() -> None:
    one, other = map_of({}, a="Junta de Agua"), map_of({}, b="Junta de agua")
    justice = replace(other.actors[ActorId("x-b")], kind="justice")

    found = align({"1": one, "2": replace(other, actors={justice.id: justice})})

    assert within(found) == {"x-a": {"1": "x-a", "2": "x-b"}}


def test_the_names_of_two_catalogue_actors_do_not_make_them_one() -> None:
    one = map_of({"pn": "core_security"})
    other = map_of({"dgpn": "core_security"})
    same_name = replace(other.actors[ActorId("dgpn")], name="pn")

    found = align({"1": one, "2": replace(other, actors={same_name.id: same_name})})

    assert len(found.actors) == 2


def test_a_scenario_recognises_an_alias_that_is_certain_and_leaves_a_generic_word_alone() -> None:
    honduras = named("honduras")

    def certain(name: str) -> str | None:
        found = match(honduras, name)
        return found.candidates[0].id if found.verdict == "accept" else None

    maps = {"1": map_of({"mp": "justice", "ffaa": "core_security"}), "2": map_of({}, a="fiscalía", b="militares")}
    found = align(maps, named=certain)

    assert dict(found["mp"].within) == {"1": "mp", "2": "x-a"}
    assert dict(found["ffaa"].within) == {"1": "ffaa"}  # militares: FFAA or PMOP?


def test_a_word_for_all_of_a_sort_joins_nobody_though_two_groups_write_it() -> None:
    honduras = named("honduras")
    maps = {"1": map_of({}, a="maras", b="Cáritas"), "2": map_of({}, c="Maras", d="Cáritas")}
    of_a_sort = {"1": map_of({}, a="ONG local"), "2": map_of({}, b="ong local"), "3": map_of({}, c="Local NGO")}

    found = align(maps, broad=lambda name: asks(honduras, name))

    assert all(one.reason == "alone" for one in align(of_a_sort, broad=lambda name: asks(honduras, name)).actors)
    assert within(found) == {"x-a": {"1": "x-a"}, "x-c": {"2": "x-c"}, "x-b": {"1": "x-b", "2": "x-d"}}
    assert [(c.left, c.right, c.reason) for c in found.confirm] == [("x-a", "x-c", "name")]


def test_a_judgement_joins_what_the_names_do_not() -> None:
    maps = {"1": map_of({}, a="Los de la loma"), "2": map_of({}, b="Comité El Cerro")}

    found = align(maps, [Judgement(("1", ActorId("x-a")), ("2", ActorId("x-b")), "same", "2015-09-01")])

    assert within(found) == {"x-a": {"1": "x-a", "2": "x-b"}}
    assert reason(found, "x-a") == "judgement"


def test_a_judgement_parts_what_the_catalogue_joins_and_both_stay_to_be_told_apart() -> None:
    maps = {"1": map_of({"pn": "core_security"}), "2": map_of({"pn": "core_security"})}

    found = align(maps, [Judgement(("1", ActorId("pn")), ("2", ActorId("pn")), "different")])

    assert within(found) == {"pn": {"1": "pn"}, "pn@2": {"2": "pn"}}


def test_parting_holds_through_a_third_map() -> None:
    """1 and 2 are judged different: the third may join one of them, never both."""
    maps = {g: map_of({"pn": "core_security"}) for g in "123"}

    found = align(maps, [Judgement(("1", ActorId("pn")), ("2", ActorId("pn")), "different")])

    assert sorted(len(a.within) for a in found.actors) == [1, 2]


def test_the_later_judgement_of_a_pair_holds() -> None:
    maps = {"1": map_of({}, a="Mesa local"), "2": map_of({}, b="Mesa local")}
    pair = ("1", ActorId("x-a")), ("2", ActorId("x-b"))

    found = align(maps, [Judgement(*pair, "same", "2015-09-02"), Judgement(*pair, "different", "2015-09-01")])

    assert len(found.actors) == 1


def test_a_judgement_about_an_actor_that_is_gone_changes_nothing(group1: SectorMap, group2: SectorMap) -> None:
    gone = Judgement(("1", ActorId("x-gone")), ("2", ActorId("pn")), "same")

    assert align({"1": group1, "2": group2}, [gone]) == align({"1": group1, "2": group2})


def test_two_actors_of_one_map_never_become_one() -> None:
    maps = {"1": map_of({}, a="Mesa", b="Foro"), "2": map_of({}, c="Mesa")}
    judged = [
        Judgement(("1", ActorId("x-a")), ("2", ActorId("x-c")), "same"),
        Judgement(("1", ActorId("x-b")), ("2", ActorId("x-c")), "same"),
    ]

    found = align(maps, judged)

    assert within(found) == {"x-a": {"1": "x-a", "2": "x-c"}, "x-b": {"1": "x-b"}}


def test_ids_that_a_file_counted_out_say_nothing() -> None:
    def counted(name: str) -> SectorMap:
        return SectorMap(actors={ActorId("n1"): Actor(ActorId("n1"), name, "justice")})

    found = align({"1": counted("Juzgado de Letras"), "2": counted("Centro de Acogida")})

    assert within(found) == {"n1": {"1": "n1"}, "n1@2": {"2": "n1"}}


def test_an_id_of_the_catalogue_counts_where_a_file_does_not_say_so() -> None:
    def bare(name: str) -> SectorMap:
        return SectorMap(actors={ActorId("congreso"): Actor(ActorId("congreso"), name, "oversight_state")})

    found = align({"1": bare("Congreso Nacional"), "2": bare("National Congress")})

    assert [(a.actor, a.reason) for a in found.actors] == [("congreso", "id")]


def test_groups_come_as_people_count_them() -> None:
    maps = {g: map_of({"pn": "core_security"}) for g in ("10", "2", "1", "b")}

    assert align(maps).groups == ("1", "2", "10", "b")
