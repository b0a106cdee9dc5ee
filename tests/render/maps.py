"""Maps for pictures: real-looking ones of any size, deterministic."""

from __future__ import annotations

from dataclasses import replace

from mapping.model import Actor, ActorId, Frame, Link, LinkId, SectorMap
from mapping.scenario import named, reference_map
from tests import golden

HOSTILE = "</script><img src=x onerror=alert(1)>"


def forty() -> SectorMap:
    """The police of the Honduran reference map and those around it: 40 actors."""
    whole = reference_map(named("honduras"), "2015-09-01", 1, "es")
    around = [end for link in whole.links.values() if "pn" in link.ends for end in link.ends]
    kept = set(list(dict.fromkeys([*around, *whole.actors]))[:40])
    links = {id: link for id, link in whole.links.items() if set(link.ends) <= kept}
    return SectorMap(whole.frame, {id: a for id, a in whole.actors.items() if id in kept}, links)


def every_answer() -> SectorMap:
    """Group 1's map with one link of each answer, one uncertain and informal, one strong and mixed, and a veto."""
    map = golden.group1()
    answers = ("works", "weak", "paper", "blocked", "missing", "not_said")
    links = dict(map.links)
    for answer, id in zip(answers, list(links), strict=False):
        links[id] = replace(links[id], practice=answer)
    first, second = list(links)[10:12]
    links[first] = replace(links[first], confidence=1, formality="informal")
    links[second] = replace(links[second], strength=3, formality="mixed")
    actors = {**map.actors, ActorId("ffaa"): replace(map.actors[ActorId("ffaa")], veto=True)}
    return replace(map, actors=actors, links=links)


def long_words() -> SectorMap:
    """Group 1's map with names of 120 letters, one of them a single word, and a question of 300."""
    map, said = (
        golden.group1(),
        "Dirección Nacional de Investigación y Coordinación Interinstitucional de la Seguridad ",
    )
    names = [f"{said * 2}"[:117].strip() + f" {n}" for n in range(len(map.actors) - 1)] + ["Interinstitucional" * 6]
    actors = {
        id: replace(actor, name=name, names={"es": name, "en": name})
        for (id, actor), name in zip(map.actors.items(), names, strict=True)
    }
    frame = replace(map.frame, question=(golden.QUESTION * 4)[:300], objective=(golden.OBJECTIVE * 4)[:300])
    return replace(map, actors=actors, frame=replace(frame, invented=False, territory="Francisco Morazán, " * 6))


def hostile() -> SectorMap:
    """A map whose words try to be markup, a template and a script."""
    words = [HOSTILE, "{{7*7}} {% raw %}", "a\u2028b\u2029c", "href=javascript:alert(1)", "=1+1", "Ñ & <b>"]
    actors = {ActorId(f"x-{n}"): Actor(ActorId(f"x-{n}"), w, "civil_society", note=w) for n, w in enumerate(words)}
    ids = list(actors)
    links = {
        LinkId(f"l-{n}"): Link(LinkId(f"l-{n}"), "cooperation", ids[n], ids[n + 1], note=HOSTILE)
        for n in range(len(ids) - 1)
    }
    frame = replace(golden.group1().frame, question=HOSTILE, territory="{{7*7}}")
    return SectorMap(frame, actors, links)


def attack(address: str) -> SectorMap:
    """A map whose every word and id tries to run something: it would set `ran`, ask `address` or open a dialog."""
    run = f"window.ran=1;fetch('{address}');alert(1)"
    script = f"<script>{run}</script>"
    words = [
        f"</script>{script}", f'<img src=x onerror="{run}">', f"<svg onload={run}>", "{{7*7}} ${7*7} {% raw %}",
        f"javascript:{run}", f'<a href="javascript:{run}">x</a>', f'" autofocus tabindex=1 onfocus="{run}" x="',
        f"' onmouseover='{run}' x='", f"a\u2028{run}//", f"a\u2029{run}//", f"`${{{run}}}`", f"'-({run})-'",
        f"\\';{run}//", f"</style><style>@import url({address})</style>", f"</title>{script}", f"-->{script}",
        f"]]>{script}", f"<!--<script>{run}", f"&lt;script&gt;{run}&lt;/script&gt;", f"<base href={address}>",
        f"<meta http-equiv=refresh content='0;url={address}'>", f"<iframe srcdoc='{script}'>",
        f"<link rel=stylesheet href={address}>", f"<use href={address}#a />", f"<foreignObject><img src={address}>",
        "__proto__", "constructor", "hasOwnProperty", "toString", "\u202eodarit\u202c \u2066x", "W" * 120,
        "&#0;&amp;&lt;", "]]>", "%s%n", f"<image href={address}>",
    ]  # fmt: skip
    ids = [
        "__proto__",
        "constructor",
        "toString",
        "valueOf",
        'x"><script>window.ran=1</script>',
        "x' onclick='window.ran=1",
    ]
    ids += [f"{word[:40]} {n}" for n, word in enumerate(words[len(ids) :])]
    kinds = ("core_security", "civil_society", "oversight_state", "justice", "international")
    actors = {
        ActorId(id): Actor(
            ActorId(id), word, kinds[n % 5], names={"es": word, "en": word}, note=word, represents=word, needs=word,
            catalogue=id, influence=n % 6, uses_force="does" if n % 5 == 0 else "none",
        )
        for n, (id, word) in enumerate(zip(ids, words, strict=True))
    }  # fmt: skip
    ends = list(zip(actors, list(actors)[1:], strict=False))
    relations = ("ov_independent", "cooperation", "command", "referral", "threat")
    links = {}
    for n, (source, target) in enumerate(ends):
        id = LinkId(f"{ids[n]}-{n}" if n > 3 else ids[n])
        said = {"note": words[n], "ground": words[n], "territory": words[n], "recorded": id}
        sources = (f"javascript:{run}", words[n])
        links[id] = Link(id, relations[n % 5], source, target, ("missing", "works")[n % 2], sources=sources, **said)
    frame = Frame(question=words[0], objective=words[1], territory=words[3], date=words[6], session="3", group=words[2])
    return SectorMap(frame, actors, links)
