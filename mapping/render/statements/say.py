"""Names, lists and numbers inside a statement."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mapping.i18n import Translate
from mapping.model import SectorMap
from mapping.render.sentences import actor_name, is_plural, with_article

SHOWN = 12  # names in a list; the table and the map have them all


@dataclass(frozen=True)
class Say:
    """A map's names in a language."""

    map: SectorMap
    t: Translate

    def name(self, id: str) -> str:
        return actor_name(self.map, id, self.t)

    def the(self, id: str, form: str = "the") -> str:
        """With its article, after a preposition if asked (see `sentences.with_article`)."""
        return with_article(self.name(id), self.t, form)

    def sorted(self, ids: Iterable[str]) -> list[str]:
        """By name, as people look them up."""
        return sorted(ids, key=lambda id: (self.name(id).casefold(), id))

    def names(self, ids: Iterable[str], form: str | None = None, *, limit: int = SHOWN) -> str:
        """Names in their order, as a list in words; `form` gives each its article."""
        ids = list(ids)
        shown = ids if len(ids) <= limit + 1 else ids[:limit]
        words = [self.the(id, form) if form else self.name(id) for id in shown]
        if len(shown) < len(ids):
            words.append(self.t("sentences.more", n=len(ids) - len(shown)))
        return self.t.join(words)

    def some(self, ids: Iterable[str], *, limit: int = SHOWN) -> str:
        """A list of names by name; one that stands alone has the article its language gives it there."""
        ids = self.sorted(ids)
        return self.the(ids[0], "alone") if len(ids) == 1 else self.names(ids, limit=limit)

    def plural(self, *ids: str) -> bool:
        """Whether a verb after these is plural."""
        return len(ids) != 1 or is_plural(self.name(ids[0]), self.t)

    def number(self, n: int, gender: str = "m") -> str:
        """A small number in words."""
        return self.t(f"sentences.number.{gender}.{n}") if 0 < n < 10 else str(n)

    def neither(self, items: list[str]) -> str:
        """A list after a negation: `a, b ni c`."""
        return items[0] if len(items) == 1 else self.t("sentences.or", items=", ".join(items[:-1]), last=items[-1])

    def pairs(self, key: str, ids: Iterable[str]) -> str:
        """Needed links in words: overseer over overseen, or from one to the next."""
        links = [self.map.links[id] for id in ids if id in self.map.links]  # type: ignore[index]
        words = [self.t(key, source=self.name(k.source), target=self.the(k.target, "a"))
                 for k in links]  # fmt: skip
        return self.t.join(sorted(words))

    def gaps(self, question: str, ids: tuple[str, ...]) -> list[str]:
        """The sentence about what the group says is needed; none when nothing is."""
        return [self.t.count(f"{question}.gaps", len(ids), pairs=self.pairs(f"{question}.gap", ids))] if ids else []

    def early(self, finding_values: Mapping[str, object]) -> str:
        """`Too early to say`, with the reason."""
        return self.t("findings.early", reason=self.t(f"findings.reasons.{finding_values['reason']}"))

    def silent(self, count: Mapping[str, int], things: str) -> str:
        """`5 of 5 oversight links do not say whether they work`, without a full stop."""
        n, of = count["n"], count["of"]
        which = "one" if n == 1 else "many"
        noun = self.t(f"findings.{things}.{'one' if of == 1 else 'many'}")
        return self.t(f"findings.silent.{which}", n=n, of=of, things=noun)

    def answers(self, counts: Mapping[str, int], gender: str = "m") -> str:
        """`two, weak`, or `two: one weak and one blocked`."""
        order = ("works", "weak", "paper", "blocked", "not_said")
        said = [(k, counts[k]) for k in order if counts.get(k)]
        total = self.number(sum(n for _, n in said), gender)
        if len(said) == 1:
            answer = self.t.count(f"findings.answers.{said[0][0]}", said[0][1])
            return self.t("findings.q3_02.drawn", n=total, answer=answer)
        each = [f"{self.number(n, gender)} {self.t.count(f'findings.answers.{k}', n)}" for k, n in said]
        return self.t("findings.q3_02.drawn_mixed", n=total, answers=self.t.join(each))
