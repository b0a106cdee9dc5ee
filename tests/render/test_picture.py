from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import combinations

import pytest
from PIL import Image

from mapping.i18n import translate
from mapping.model import Actor, ActorId, LinkId, SectorMap
from mapping.render.picture import composition, mini, png, svg
from mapping.render.picture.scene import Looks, Scene, scene
from mapping.render.picture.sheet import caution
from tests import golden
from tests.render.maps import HOSTILE, every_answer, forty, hostile

ES, EN = translate("es"), translate("en")


def _texts(picture: str) -> list[str]:
    """What is written in a picture; a halo is not written twice."""
    root = ET.fromstring(picture)
    return [e.text or "" for e in root.iter("{http://www.w3.org/2000/svg}text") if e.get("aria-hidden") is None]


@dataclass(frozen=True)
class Named:
    actors: tuple[str, ...] = ()
    links: tuple[str, ...] = ()


def _overlaps(drawn: Scene) -> list[tuple[str, str]]:
    boxes = [(f"shape {s.actor.id}", s.actor.id, s.box) for s in drawn.spots]
    boxes += [(f"name {s.actor.id}", s.actor.id, s.name) for s in drawn.spots if s.name]
    boxes += [(f"badge {x.link.id}", "", x.badge) for x in drawn.threads if x.badge]
    return [(a, b) for (a, i, p), (b, j, q) in combinations(boxes, 2) if p.meets(q) and not (i and i == j)]


@pytest.mark.parametrize("of", [golden.group1, golden.group2, every_answer, forty])
def test_nothing_that_is_read_lies_on_anything(of: Callable[[], SectorMap]) -> None:
    drawn = scene(of(), ES)

    assert _overlaps(drawn) == []
    assert drawn.clashes == 0
    assert len(drawn.threads) == len(of().links)


def test_overlaps_are_seen_where_there_is_no_room(group1: SectorMap) -> None:
    """The check above can fail: all actors on a heap."""
    heap = {id: replace(a, x=float(n), y=0.0) for n, (id, a) in enumerate(group1.actors.items())}

    assert _overlaps(scene(replace(group1, actors=heap), ES)) != []


def test_a_picture_says_the_question_the_date_whose_view_it_is_and_how_to_handle_it(group1: SectorMap) -> None:
    words = _texts(svg(group1, ES, handling="shareable"))

    assert group1.frame.question in words
    assert "Grupo 1 · Honduras · situación al 2015-09-01" in words
    assert "Percepciones de un grupo del taller, sin verificar · Ejemplo inventado" in words
    assert "Para compartir" in words
    assert "Interno, no compartir" not in words


def test_the_caution_of_cited_sources_is_not_that_of_a_group(group1: SectorMap) -> None:
    assert caution(forty(), EN) != caution(group1, EN)
    assert "sources" in caution(forty(), EN)


def test_names_are_in_the_language_of_the_picture(group1: SectorMap) -> None:
    assert "Military Police" in _texts(svg(group1, EN))
    assert "Policía Militar" in _texts(svg(group1, ES))


def test_the_legend_lists_only_what_is_on_the_map(group1: SectorMap) -> None:
    words = _texts(svg(group1, ES))

    assert {"Autoridad", "Supervisa", "Ruta del caso", "Apoya", "a medias", "hace falta"} <= set(words)
    assert not {"Coordina", "Tensión", "Ilícito", "bloqueado", "no lo hemos dicho"} & set(words)
    assert "con personal armado" in words
    assert "puede usar la fuerza" not in words


def test_the_legend_counts(group1: SectorMap) -> None:
    """Group 1: 4 links of authority, 6 of oversight, 3 of the route, 2 of support (golden path, section 2)."""
    words = _texts(svg(group1, ES))

    assert words[words.index("Autoridad") + 1] == "4"
    assert words[words.index("Supervisa") + 1] == "6"
    assert words[words.index("Ruta del caso") + 1] == "3"
    assert words[words.index("Apoya") + 1] == "2"


def test_every_answer_shows_on_its_badge_and_line() -> None:
    picture = svg(every_answer(), ES)
    words = _texts(picture)

    assert words.count("hace falta") >= 2  # on the link, and in the legend
    assert "?" in words
    assert "Fuerzas Armadas · V" in words
    assert 'stroke-dasharray="8 5"' in picture
    assert 'stroke-dasharray="12 4 2 4"' in picture
    assert 'stroke-dasharray="0.1 5"' in picture


def test_only_who_is_not_rated_says_so(group1: SectorMap) -> None:
    assert _texts(svg(group1, ES)).count("sin valorar") == 1  # inp; ddhh_ffaa is rated 0


def test_nobody_says_not_rated_where_nobody_was_rated(group1: SectorMap) -> None:
    unrated = {id: replace(a, influence=None) for id, a in group1.actors.items()}

    assert "sin valorar" not in _texts(svg(replace(group1, actors=unrated), ES))


def test_a_tower_has_as_many_discs_as_the_rating(group1: SectorMap) -> None:
    drawn = {s.actor.id: s.tower for s in scene(group1, ES).spots}

    assert (drawn[ActorId("ffaa")], drawn[ActorId("ddhh_ffaa")], drawn[ActorId("inp")]) == (5, 0, None)


def test_what_a_finding_does_not_name_stands_back(group1: SectorMap) -> None:
    finding = Named(("ffaa", "fusina", "inp", "pmop"), ("g1-08",))
    plain, lit = svg(group1, ES), svg(group1, ES, finding=finding)

    assert lit.count('fill="#FFDD57"') == 5  # four actors, and the legend
    assert 'fill="#FFDD57"' not in plain
    assert 'opacity="0.22"' in lit
    assert 'opacity="0.22"' not in plain


def test_a_finding_that_names_everything_leaves_nothing_in_the_shade(group1: SectorMap) -> None:
    everything = Named(tuple(group1.actors), tuple(group1.links))

    assert 'opacity="0.22"' not in svg(group1, ES, finding=everything)


def test_a_joint_map_is_wider_where_more_groups_agree_and_marks_what_is_disputed(group1: SectorMap) -> None:
    groups = dict.fromkeys(group1.links, 1) | {LinkId("g1-01"): 4}
    drawn = scene(group1, ES, Looks(groups=groups, disputed=frozenset({"g1-08"})))
    by_id = {x.link.id: x for x in drawn.threads}

    assert by_id[LinkId("g1-01")].width > by_id[LinkId("g1-02")].width
    assert by_id[LinkId("g1-08")].answer == "disputed"
    picture = svg(group1, ES, groups=groups, disputed={LinkId("g1-08")}, seams=[("pn", "inp", "referral")])
    assert "aquí no coincidimos" in _texts(picture)
    assert "aquí se parte el mapa" in _texts(picture)
    assert "sin valorar" not in _texts(picture)


def test_parallel_links_are_bent_apart(group1: SectorMap) -> None:
    threads = {x.link.id: x for x in scene(group1, ES).threads}
    there, back = threads[LinkId("g1-09")], threads[LinkId("g1-11")]  # mp oversees pn; pn refers to mp

    (x, y), (u, v) = there.curve.at(0.5), back.curve.at(0.5)
    assert (x - u) ** 2 + (y - v) ** 2 > 24**2
    assert threads[LinkId("g1-01")].share == 0  # alone between its two actors: straight


def test_a_long_name_is_cut_after_two_lines() -> None:
    name = "Comisión Interinstitucional para la Protección de Personas Desplazadas por la Violencia en Honduras"
    map = SectorMap(actors={ActorId("x-1"): Actor(ActorId("x-1"), name, "civil_society")})
    (spot,) = scene(map, ES).spots

    assert len(spot.lines) == 2
    assert spot.lines[1].endswith("…")
    assert name.startswith(spot.lines[0])


def test_what_people_typed_stays_text() -> None:
    picture = svg(hostile(), ES)
    tags = {e.tag for e in ET.fromstring(picture).iter()}

    assert not any(tag.endswith(("script", "img", "}b")) for tag in tags)
    assert any(HOSTILE[:20] in text for text in _texts(picture))


def test_the_dark_picture_is_dark(group1: SectorMap) -> None:
    light, dark = (png(svg(group1, ES, theme=theme), zoom=0.2) for theme in ("light", "dark"))

    assert _corner(light) == (255, 255, 255)
    assert _corner(dark) == (0x15, 0x18, 0x1C)


def _image(data: bytes) -> Image.Image:
    from io import BytesIO

    return Image.open(BytesIO(data)).convert("RGB")


def _corner(data: bytes) -> tuple[int, ...]:
    pixel = _image(data).getpixel((1, 1))
    assert isinstance(pixel, tuple)
    return pixel


def test_text_is_drawn_without_any_font_of_the_system(group1: SectorMap) -> None:
    """The name of an actor leaves ink where the same picture without it has none."""
    one = SectorMap(actors={ActorId("pn"): Actor(ActorId("pn"), "Policía Nacional", "users")})
    blank = SectorMap(actors={ActorId("pn"): Actor(ActorId("pn"), ".", "users")})
    inks = [
        sum(_image(png(composition(map, ES).bare(), zoom=1)).convert("L").histogram()[:80]) for map in (one, blank)
    ]  # fmt: skip

    assert inks[0] > inks[1] + 200


def test_a_picture_never_grows_beyond_what_memory_bears() -> None:
    far = {ActorId(f"x-{n}"): Actor(ActorId(f"x-{n}"), "Red", "community", x=n * 90_000.0, y=0.0) for n in range(3)}

    image = _image(png(svg(SectorMap(actors=far), ES)))

    assert image.width * image.height <= 41_000_000


def test_the_small_picture_has_no_words(group1: SectorMap) -> None:
    assert _texts(mini(group1, ES)) == []
    assert "<path" in mini(group1, ES)


def test_an_empty_map_is_a_picture_too() -> None:
    assert _texts(svg(SectorMap(), ES))[0] == "Mapa de actores"
    assert png(svg(SectorMap(), ES), zoom=0.1).startswith(b"\x89PNG")


def test_everybody_stands_in_the_same_place_in_every_language() -> None:
    spanish = composition(forty(), ES).scene
    english = composition(forty(), translate("en"), spread=spanish.spread).scene

    assert spanish.spread > 1
    assert [spot.place for spot in english.spots] == [spot.place for spot in spanish.spots]
