"""The board in words: what to ask the room, what each group says, what hangs on it. Never who is right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Protocol

from mapping.compare.agenda import Topic
from mapping.compare.align import Candidate
from mapping.compare.board import Board
from mapping.compare.contradictions import Contradiction
from mapping.compare.findings import Row
from mapping.compare.reading import LinkKey
from mapping.compare.reference import Seen
from mapping.i18n import Translate
from mapping.model import Actor, ActorId, Link, LinkId, SectorMap
from mapping.render.sentences import Sentence, is_plural, link_sentence, with_article
from mapping.schema import schema


class Named(Protocol):
    """Anything that knows the actors it speaks of: a board, a map at two times."""

    @property
    def actors(self) -> Mapping[str, Actor]: ...


ODD_TO_WORK = ("influence", "tension", "illicit")  # families of which one does not ask whether they work


def actor(board: Named, id: str, t: Translate) -> str:
    """An actor's name; on the joint board a free one has the name that the first group typed."""
    return board.actors[id].label(t.language) if id in board.actors else id


def link(board: Named, key: LinkKey, t: Translate) -> Sentence:
    """The link read aloud, in parts that a screen can colour. Its practice is each group's own: see `version`."""
    map = SectorMap(actors={ActorId(id): board.actors[id] for id in {key.source, key.target}})
    return link_sentence(map, Link(LinkId(str(key)), key.kind, ActorId(key.source), ActorId(key.target)), t)


def says(board: Named, key: LinkKey, t: Translate) -> str:
    """The link as a plain sentence, without an answer to *does it work?*"""
    return " ".join(part.text for part in link(board, key, t).parts if part.role != "practice")


def headline(board: Board, t: Translate) -> str:
    """ "Coinciden 9 de 20 relaciones"."""
    shared, union = len(board.overlap.shared), len(board.overlap.union)
    if not union:
        return t("compare.headline.none")
    key = "two" if len(board.groups) == 2 else "more"
    return t(f"compare.headline.{key}", shared=shared, union=union, groups=len(board.groups))


def detail(board: Board, t: Translate) -> str:
    """The line below the headline: actors, and the ratio after its counts."""
    found, many = board.overlap, len(board.groups)
    actors = t(
        f"compare.detail.actors_{'two' if many == 2 else 'more'}",
        shared=len(found.actors_shared), union=len(found.actors_union), groups=many,
    )  # fmt: skip
    parts = [actors]
    if found.union:
        if many > 2:
            twice = sum(n for groups, n in found.by_count.items() if groups > 1)
            parts.append(t.count("compare.detail.twice", twice))
        ratio = f"{found.jaccard:.2f}"
        parts.append(t("compare.detail.links", shared=len(found.shared), union=len(found.union), ratio=ratio))
    return " ".join(parts)


def joint_line(board: Board, t: Translate) -> str:
    """ "11 actores, 9 relaciones, 2 piezas"."""
    map, pieces = board.joint.map, len(board.joint.pieces)
    return t(
        "compare.joint.line",
        actors=t.count("compare.joint.actors", len(map.actors)),
        links=t.count("compare.joint.links", len(map.links)),
        pieces=_pieces(pieces, t),
    )


def _pieces(n: int, t: Translate) -> str:
    if n < 2:
        return t("compare.joint.pieces.one" if n else "compare.joint.pieces.none")
    word = f"sentences.number.f.{n}"
    return t("compare.joint.pieces.many", n=t(word) if t.has(word) else n)


def question(board: Board, one: Contradiction, t: Translate) -> str:
    """What to ask the room about a difference."""
    return _ASK[one.kind](board, one, t)


def _ask_direction(board: Board, one: Contradiction, t: Translate) -> str:
    first = next((v for v in one.versions.values() if isinstance(v, tuple)), one.actors)
    names = [actor(board, str(id), t) for id in first]
    kind = schema().link_kind(one.keys[0].kind)
    own = f"compare.ask.direction_{kind.id}"
    key = own if t.has(own) else "compare.ask.direction"
    return t(key, verb=kind.verb[t.language], either=_or(names, t))


def _ask_practice(board: Board, one: Contradiction, t: Translate) -> str:
    key = one.keys[0]
    odd = schema().link_kind(key.kind).family.id in ODD_TO_WORK
    what = t(f"compare.what.{key.kind}", **_ends(board, key, t))
    return t(f"compare.ask.practice.{'many' if odd else 'one'}", what=what)


def _ask_one_sided(board: Board, one: Contradiction, t: Translate) -> str:
    key = one.keys[0]
    ends = _ends(board, key, t)
    if key.kind == "conflict":
        return t("compare.ask.one_sided_conflict", **ends)
    number = "many" if is_plural(actor(board, key.source, t), t) else "one"
    said = {part.role: part.text for part in link(board, key, t).parts}
    verb = t(f"sentences.verbs.{key.kind}") if t("compare.ask.verb") == "base" else said["verb"]
    rest = " ".join(x for x in (verb, said.get("joint"), said["target"]) if x)
    return _capital(t(f"compare.ask.one_sided.{number}", subject=ends["subject"], rest=rest))


def _ask_relation(board: Board, one: Contradiction, t: Translate) -> str:
    both = t.join([with_article(actor(board, id, t), t) for id in one.actors])
    return _capital(t("compare.ask.relation", both=both))


def _ask_rating(board: Board, one: Contradiction, t: Translate) -> str:
    name = actor(board, one.actors[0], t)
    number = "many" if is_plural(name, t) else "one"
    return t(f"compare.ask.rating.{one.rated}.{number}", actor=with_article(name, t))


_ASK = {
    "direction": _ask_direction, "relation": _ask_relation, "practice": _ask_practice,
    "one_sided": _ask_one_sided, "rating": _ask_rating,
}  # fmt: skip


def version(board: Board, one: Contradiction, group: str, t: Translate) -> str:
    """What this group says of the difference."""
    said = one.versions[group]
    if isinstance(said, tuple):
        return says(board, next(key for key in one.keys if (key.source, key.target) == said), t)
    if isinstance(said, int):
        most = schema().attributes["actor"][one.rated].max or 0
        return t(f"compare.version.{'position' if most and said < 0 else 'rating'}", value=said, most=int(most))
    if one.kind == "practice":
        return schema().label("practice", said, t.language)
    if said in ("both", "not_drawn", "missing", "cooperation", "tension"):
        return t(f"compare.version.{said}")
    return t("compare.version.drawn", answer=schema().label("practice", said, t.language))


def versions(board: Board, one: Contradiction, t: Translate) -> list[tuple[tuple[str, ...], str]]:
    """Every version once, with the groups that have it, in the groups' order."""
    groups: dict[str, list[str]] = {}
    for group in one.versions:
        groups.setdefault(version(board, one, group, t), []).append(group)
    return [(tuple(who), text) for text, who in groups.items()]


def changes(board: Board, topic: Topic, t: Translate) -> str:
    """What hangs on it: "Cambia dónde se corta la cadena, en los dos grupos."."""
    if not topic.flips:
        return t("compare.changes.none")
    each = []
    for asked in dict.fromkeys(q for q, _ in topic.flips):
        groups = [g for q, g in topic.flips if q == asked]
        known = t.has(f"compare.changes.{asked}")
        what = t(f"compare.changes.{asked}") if known else t("compare.changes.other", question=asked)
        each.append(t("compare.changes.each", what=what, where=in_groups(board, groups, t)))
    what = each[0]
    for more in each[1:]:
        what = t("compare.changes.and", first=what, rest=more)
    return t("compare.changes.some", what=what)


def in_groups(board: Board, groups: Sequence[str], t: Translate) -> str:
    """ "en los dos grupos", "en el grupo 1"."""
    everyone = len(groups) == len(board.groups)
    key = "one" if len(groups) == 1 else ("both" if len(groups) == 2 else "all") if everyone else "some"
    return t(f"compare.in_groups.{key}", groups=t.join(list(groups)))


def finding(board: Board, row: Row, t: Translate) -> str:
    """What the groups' answers to one question have in common."""
    some = [g for g, a in row.answers.items() if a.outcome == "found"]
    groups = t.join([t("compare.group.one", group=g) for g in some])
    return t(f"compare.finding.{row.verdict}", names=names(board, row.shared, t), groups=groups)


def names(board: Named, named: Iterable[str], t: Translate) -> str:
    """Actors in words, then stages."""
    return t.join([_name(board, id, t) for id in sorted(named, key=lambda id: (id not in board.actors, id))])


def _name(board: Named, id: str, t: Translate) -> str:
    stages = schema().choices("chain")
    ends = id.split(">")
    if all(end in stages for end in ends) and id not in board.actors:
        labels = [schema().label("chain", end, t.language) for end in ends]
        return labels[0] if len(labels) == 1 else t("compare.finding.stages", start=labels[0], end=labels[1])
    return actor(board, id, t)


def seen(board: Board, one: Seen, t: Translate, *, gap: bool = False) -> str:
    """What the public record says of a link that groups drew, or of one they say is needed (`gap`)."""
    if one.verdict == "none":
        return t("compare.seen.gap_none" if gap else "compare.seen.none")
    values = {"ids": t.join([str(r.id) for r in one.records])}
    if one.verdict in ("reversed", "other_kind"):
        values["sentence"] = says(board, one.records[0].key, t)
    if one.verdict == "ended":
        values["when"] = _month(one.records[0].ends - timedelta(days=1), t)
    if one.verdict == "not_yet":
        values["when"] = _month(one.records[0].begins, t)
    return t(f"compare.seen.{one.verdict}", **values)


def candidate(board: Board, one: Candidate, t: Translate) -> str:
    """The question whether two actors are one."""
    return t(f"compare.confirm.{one.reason}", left=actor(board, one.left, t), right=actor(board, one.right, t))


def _ends(board: Board, key: LinkKey, t: Translate) -> dict[str, str]:
    """The two names as the words of a question need them: with article, as an owner, after the preposition `a`."""
    source, target = actor(board, key.source, t), actor(board, key.target, t)
    subject, of_source = with_article(source, t), with_article(source, t, "de")
    return {
        "subject": subject,
        "source": subject,
        "target": with_article(target, t),
        "onto": with_article(target, t, "a"),
        "owner": t(f"compare.owner.{'s' if of_source.endswith('s') else 'other'}", name=of_source),
        "both": t.join([subject, with_article(target, t)]),
    }


def _or(items: Sequence[str], t: Translate) -> str:
    """ "Policía Nacional o Ministerio Público"; `u` before an o sound."""
    sound = items[-1].casefold()
    word = t("compare.or_before_o" if sound.startswith(("o", "ó", "ho", "hó")) else "compare.or")
    return f"{items[0]} {word} {items[-1]}"


def _month(day: date, t: Translate) -> str:
    return t("compare.seen.month", month=t(f"compare.month.{day.month}"), year=day.year)


def _capital(text: str) -> str:
    """With its first letter large: "¿El Congreso…"."""
    at = next((n for n, c in enumerate(text) if c.isalpha()), 0)
    return text[:at] + text[at : at + 1].upper() + text[at + 1 :]
