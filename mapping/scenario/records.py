"""What a scenario holds: the rows of its tables and its exercises, as frozen values.

Every text is given for each language (`Words`). Dates are texts as written (2015, 2015-01, 2015-01-24);
`mapping.scenario.dates` says which day they mean.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from mapping.errors import NotFound
from mapping.model import Frame
from mapping.schema import Words


@dataclass(frozen=True)
class CatalogueActor:
    """An actor that a map can take from the catalogue, with every name it goes by."""

    id: str
    names: Words
    short: Words
    acronym: str
    aliases: tuple[str, ...]
    kind: str
    role2: str | None
    level: str | None
    statutory: str | None
    uses_force: str | None
    intelligence: bool
    part_of: str | None
    oversees_as: str | None
    chain: tuple[str, ...]
    gender_actor: bool
    protect: bool
    valid_from: str
    valid_to: str
    description: Words
    sources: tuple[str, ...]
    confidence: str  # documented, background, or none: in the catalogue without a source
    tier: int

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every name, each once: full and short in all languages, acronym, aliases."""
        every = [*self.names.values(), *self.short.values(), self.acronym, *self.aliases]
        return tuple(dict.fromkeys(name for name in every if name))


@dataclass(frozen=True)
class RecordedLink:
    """A relation on public record."""

    id: str
    source: str
    target: str
    kind: str
    formality: str | None
    strength: int | None
    practice: str
    practice_words: str  # the words of the evidence that decide the practice
    valid_from: str
    valid_to: str
    evidence: Words
    sources: tuple[str, ...]
    confidence: str
    tier: int


@dataclass(frozen=True)
class Effect:
    """What an event begins or ends."""

    does: str  # start, end
    of: str  # actor, link
    id: str


@dataclass(frozen=True)
class Event:
    id: str
    date: str
    title: Words
    description: Words
    effects: tuple[Effect, ...]
    sources: tuple[str, ...]
    confidence: str


@dataclass(frozen=True)
class Source:
    id: str
    title: str
    publisher: str
    year: str
    url: str
    seen: bool


@dataclass(frozen=True)
class Indicator:
    id: str
    names: Words
    year: str
    value: float
    unit: str
    sources: tuple[str, ...]
    confidence: str
    note: str


@dataclass(frozen=True)
class GenericTerm:
    """A word that means an actor only perhaps: it always asks.

    It fits several (`judges`); or it may be a body of its own (`own`): a part, a programme or a looser name.
    """

    term: str
    actors: tuple[str, ...]
    own: bool
    note: str


@dataclass(frozen=True)
class Button:
    """One entry of a step's palette; of several kinds the canvas proposes one (for oversight: the overseer's)."""

    id: str
    label: Words
    kinds: tuple[str, ...]


@dataclass(frozen=True)
class Step:
    id: str
    minutes: int
    title: Words
    instruction: Words
    buttons: tuple[Button, ...]
    ask: tuple[str, ...]  # properties asked in this step, e.g. practice, influence
    draws: bool  # whether maps are drawn in it
    read_back: bool = False  # each group reads what it has set aloud before the step is over
    alone: bool = False  # each participant draws on a map of its own
    writes: tuple[str, ...] = ()  # what each group writes in it: finding, unknown, entry

    @property
    def kinds(self) -> tuple[str, ...]:
        """The link kinds of its buttons, each once."""
        return tuple(dict.fromkeys(kind for button in self.buttons for kind in button.kinds))


@dataclass(frozen=True)
class Exercise:
    """One session of the training: its question, steps and findings."""

    session: str
    title: Words
    question: Words
    objective: Words
    territory: Words
    date: str
    scenario: str
    positions: bool  # whether positions may be asked
    preset: str  # the preset whose minutes the steps carry
    presets: Mapping[str, Mapping[str, int]]  # name -> step -> minutes
    steps: tuple[Step, ...]
    first: tuple[str, ...]  # questions on screen
    tables: Mapping[str, str]  # question -> the question shown as its table
    more: tuple[str, ...]  # questions under "more questions"
    sensitive: tuple[str, ...]  # listed only while the sensitive layer is open
    quiet: int = 4  # minutes without a change after which a group that draws may need somebody
    anchors: tuple[str, ...] = ()  # five or six actors of the catalogue that maps may begin with

    def frame(self, language: str) -> Frame:
        """The frame that this exercise gives a map."""
        return Frame(
            question=self.question[language],
            objective=self.objective[language],
            territory=self.territory[language],
            date=self.date,
            session=self.session,
            scenario=self.scenario,
        )

    def timed(self, preset: str) -> Exercise:
        """The same exercise with the minutes of another preset ("90", "75"), or `NotFound`."""
        if preset not in self.presets:
            raise NotFound(f"session {self.session} has no preset {preset!r}")
        plan = self.presets[preset]
        steps = tuple(replace(step, minutes=plan[step.id]) for step in self.steps)
        return replace(self, preset=preset, steps=steps)

    def step(self, id: str) -> Step:
        """The step, or `NotFound`."""
        for step in self.steps:
            if step.id == id:
                return step
        raise NotFound(f"session {self.session} has no step {id!r}")


@dataclass(frozen=True, eq=False)
class Scenario:
    """A country's case as data. Two readings are two scenarios: it is compared by identity and may be a cache's key."""

    id: str
    names: Words
    languages: tuple[str, ...]
    territory: Words
    date: str
    session: str  # the exercise proposed first
    note: Words
    licence: Words
    country_words: tuple[str, ...]  # words for the country, which tell no two actors apart
    actors: Mapping[str, CatalogueActor]
    links: Mapping[str, RecordedLink]
    events: Mapping[str, Event]
    sources: Mapping[str, Source]
    indicators: tuple[Indicator, ...]
    generic: tuple[GenericTerm, ...]
    exercises: Mapping[str, Exercise]

    def exercise(self, session: str) -> Exercise:
        """The exercise of a session ("3" or "4"), or `NotFound`."""
        try:
            return self.exercises[str(session)]
        except KeyError:
            raise NotFound(f"scenario {self.id} has no session {session!r}") from None

    def actor(self, id: str) -> CatalogueActor:
        """The catalogue's actor, or `NotFound`."""
        try:
            return self.actors[id]
        except KeyError:
            raise NotFound(f"scenario {self.id} has no actor {id!r}") from None
