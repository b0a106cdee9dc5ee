"""The agenda as the one who leads has arranged it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mapping.compare.agenda import Topic
from mapping.compare.contradictions import Contradiction
from mapping.compare.running_order import Item, added, key_of, moved, running_order


def topics(*names: str) -> tuple[Topic, ...]:
    differences = [Contradiction("rating", (name,), (), {"1": 1, "2": 4}, "influence") for name in names]
    return tuple(Topic(n, one, ()) for n, one in enumerate(differences, 1))


def names(items: tuple[Item, ...]) -> list[str]:
    return [item.topic.difference.actors[0] if item.topic else item.asks for item in items]


def key(name: str) -> str:
    return key_of(f"rating:influence:{name}")


def test_unarranged_it_is_the_order_of_worth() -> None:
    items = running_order(topics("a", "b", "c"))
    assert names(items) == ["a", "b", "c"]
    assert [item.place for item in items] == [1, 2, 3]
    assert items[0].subject == "rating:influence:a"


def test_what_is_moved_stays_and_a_new_difference_comes_where_it_belongs() -> None:
    order = moved(running_order(topics("a", "b", "c", "d")), key("b"), -1)

    later = running_order(topics("new", "a", "c", "b", "d"), order=order)

    assert names(later) == ["b", "a", "new", "c", "d"]


def test_what_is_moved_down_holds_what_it_passed() -> None:
    order = moved(running_order(topics("a", "b", "c")), key("a"), 1)
    assert names(running_order(topics("a", "b", "c"), order=order)) == ["b", "a", "c"]


def test_an_own_question_comes_after_the_first_three_and_can_be_moved() -> None:
    items = running_order(topics("a", "b", "c", "d"))
    order = added(items, (), "q")
    own = {"q": "¿Quién paga?"}

    items = running_order(topics("a", "b", "c", "d"), own=own, order=order)
    assert names(items) == ["a", "b", "c", "¿Quién paga?", "d"]
    assert items[3].subject == "own:q"

    for _ in range(5):
        order = moved(items, "q", -1)
        items = running_order(topics("a", "b", "c", "d"), own=own, order=order)
    assert names(items) == ["¿Quién paga?", "a", "b", "c", "d"]


def test_what_is_gone_counts_for_nothing_and_comes_back_to_its_place() -> None:
    order = moved(running_order(topics("a", "b", "c")), key("c"), -2)
    assert names(running_order(topics("a", "b"), order=order)) == ["a", "b"]
    assert names(running_order(topics("a", "b", "c"), order=order)) == ["c", "a", "b"]
    assert moved(running_order(topics("a")), "nobody", 1) == []


def test_done_is_told_and_changes_no_place() -> None:
    items = running_order(topics("a", "b"), done={key("a")})
    assert [item.done for item in items] == [True, False]


@given(st.lists(st.tuples(st.integers(0, 5), st.sampled_from([-1, 1])), max_size=12))
def test_every_point_is_there_once_whatever_was_moved(moves: list[tuple[int, int]]) -> None:
    every = topics(*"abcdef")
    items = running_order(every)
    for index, by in moves:
        items = running_order(every, order=moved(items, items[index].key, by))
    assert sorted(names(items)) == list("abcdef")
    assert [item.place for item in items] == list(range(1, 7))
