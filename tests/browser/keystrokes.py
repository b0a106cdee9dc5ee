"""How many keys a given map takes to type: 20 actors and 30 links of the case, each by its shortest text.

A link's shortest text leaves the verb away where it is the one of the step, and joins verb and name where that can be
read in one way only.

What is *needed* is counted apart from the program: for an actor the shortest beginning of any of its names that no
other actor of the catalogue has (or a whole name that means it alone), for a link the shortest beginnings of its two
names among the actors of the map and of its verb among the verbs of the language. Everything else is *more*.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mapping.scenario import named
from mapping.scenario.spelling import plain
from mapping.schema import schema
from mapping.ui import assets
from tests.browser.table import ROOT, Screen

ACTORS = (
    "pn", "pmop", "ffaa", "fusina", "mp", "tribunales", "inp", "congreso", "conadeh", "bid",
    "cosude", "ddhh_ffaa", "apj", "seds", "sedena", "presidencia", "cnds", "csj", "tsc", "cofadeh",
)  # fmt: skip
LINKS = (  # L-numbers of the fact base
    3, 4, 16, 46, 58, 62, 63, 65, 67, 68, 73, 95, 96, 97, 104,
    125, 158, 160, 172, 175, 178, 207, 209, 210, 234, 249, 331, 332, 346, 351,
)  # fmt: skip

SHORTEST = """async ([at, of, wanted, names]) => {
  const room = (ROOT)().sectorMap.room, { vocabulary, catalogue, t } = room;
  const load = (name) => import(`${at}/canvas/typing/${name}.js`);
  const [{ Reader }, { Verbs }, { planOf }] = await Promise.all(['line', 'verbs', 'plan'].map(load));
  const verbs = new Verbs(vocabulary, { language: t.language, button: room.button, variant: room.variant });
  const reader = new Reader({ catalogue, actors: room.state.map.actors, persons: room.editor.persons, verbs,
    scale: vocabulary.scales.practice });
  const begins = (texts) => [...new Set(texts.flatMap((text) => [...text].map((_, i) => text.slice(0, i + 1))))]
    .filter((text) => text === text.trim()).sort((a, b) => a.length - b.length);
  const means = (end, id) => end.take === id || end.have === id;
  const namesOf = (id, how) => begins(names[id]).filter((text) => means(reader[how](text), id));
  if (of === 'actor') return namesOf(wanted, 'name')[0];
  if (of === 'end') return namesOf(wanted, 'end')[0];
  const [source, kind, target] = wanted, map = room.state.map;
  const from = namesOf(source, 'end')[0], to = namesOf(target, 'end');
  const ends = to.filter((text) => text.length <= to[0].length + 1);
  const { verb: verbOf, words = [] } = vocabulary.link_kinds[kind];
  const said = begins([...Object.values(verbOf), ...words].map((verb) => verb.toLowerCase()));
  const between = ['', ...said, ...said.map((verb) => `${verb}>`)];
  const lines = between.flatMap((verb) => ends.map((end) => `${from}>${verb}${end}`)).sort((a, b) => a.length - b.length);
  for (const line of lines) {
    const reading = reader.read(line);
    if (reading.as !== 'sentence') continue;
    const plan = planOf(reading, reader, { vocabulary, catalogue, map, language: t.language, idOf: (name) => name });
    const [only] = plan.links;
    if (!plan.question && plan.links.length === 1 && only.source === source && only.target === target && only.kind === kind) return line;
  }
  return null;
}""".replace("(ROOT)", f"({ROOT})")  # noqa: E501


@dataclass(frozen=True)
class Line:
    """A line as typed: its text, the letters that were needed, the keys that were pressed."""

    what: str
    text: str
    needed: int
    pressed: int

    @property
    def more(self) -> int:
        return self.pressed - self.needed


def links() -> list[tuple[str, str, str]]:
    """Source, kind and target of each link, in the order in which somebody would go through a written list."""
    known = named("honduras").links
    rows = [known[f"L{number:03}"] for number in LINKS]
    return sorted(
        ((str(row.source), row.kind, str(row.target)) for row in rows), key=lambda row: (ACTORS.index(row[0]), row[1])
    )


def _beginning(own: Iterable[str], others: Iterable[str]) -> int:
    """Letters of the shortest beginning of one of `own` that none of `others` has; or a whole one."""
    rest = list(others)
    best = [len(text) for text in own if text not in rest]
    for text in own:
        best += [n for n in range(1, len(text) + 1) if not any(other.startswith(text[:n]) for other in rest)]
    return min(best)


def _spellings(id: str) -> list[str]:
    return [plain(text) for text in named("honduras").actors[id].spellings]


def _asking(id: str) -> list[str]:
    """The words that may mean an actor, and ask."""
    return [plain(term.term) for term in named("honduras").generic if id in term.actors]


def needed_for_actor(id: str) -> int:
    catalogue = named("honduras")
    others = [s for other in catalogue.actors if other != id for s in _spellings(other)]
    return _beginning(_spellings(id), [*others, *(plain(term.term) for term in catalogue.generic)])


def needed_for_link(source: str, kind: str, target: str, language: str) -> int:
    known = schema()
    verb = plain(known.link_kinds[kind].verb[language])
    verbs = {plain(k.verb[language]) for k in known.link_kinds.values() if not k.sensitive} - {verb}
    ends = sum(
        _beginning(
            _spellings(id), [s for other in ACTORS if other != id for s in (*_spellings(other), *_asking(other))]
        )
        for id in (source, target)
    )
    return ends + _beginning([verb], verbs)


def shortest(screen: Screen, of: str, wanted: object) -> str:
    names = {id: _spellings(id) for id in ACTORS}
    text = screen.page.evaluate(SHORTEST, [f"/assets/{assets.version()}", of, wanted, names])
    assert text, wanted
    return str(text)


def _press(screen: Screen, text: str) -> int:
    for letter in text:
        screen.page.keyboard.press(letter)
    screen.page.keyboard.press("Enter")
    return len(text) + 1


def type_actors(screen: Screen) -> list[Line]:
    """Type the 20 actors by real keys."""
    lines = []
    for id in ACTORS:
        text = shortest(screen, "actor", id)
        lines.append(Line(id, text, needed_for_actor(id), _press(screen, text)))
        screen.page.wait_for_function(f"id => ({ROOT})().sectorMap.state.map.actors.has(id)", arg=id)
    return lines


def type_links(screen: Screen) -> tuple[list[Line], list[Line]]:
    """Type the 30 links by real keys: those that begin a sentence, and those that go on with the one before."""
    begun, gone_on, before = [], [], None
    for count, (source, kind, target) in enumerate(links(), 1):
        if before == (source, kind):
            only = shortest(screen, "end", target)
            gone_on.append(Line(f"{source} {kind} {target}", only, len(only), _press(screen, only)))
        else:
            text = shortest(screen, "link", [source, kind, target])
            needed = needed_for_link(source, kind, target, screen.language)
            begun.append(Line(f"{source} {kind} {target}", text, needed, _press(screen, text)))
        before = (source, kind)
        screen.page.wait_for_function(f"n => ({ROOT})().sectorMap.state.map.links.size === n", arg=count)
    return begun, gone_on
