"""A country's case as data: its catalogue of actors, recorded links, events, sources and exercises.

`read` and `named` give a `Scenario`; `check` lists what is wrong with one; `reference_map` is what is on record for a
day; `match` says which actor a typed name means.
"""

from mapping.scenario.catalogue import catalogue_json
from mapping.scenario.check import Problem, check
from mapping.scenario.dates import first_day, holds, last_day, period
from mapping.scenario.kinds import suggest_kind
from mapping.scenario.names import Candidate, Match, candidates, match
from mapping.scenario.persons import looks_like_a_person, person_words
from mapping.scenario.problem import said
from mapping.scenario.read import first, folder_of, named, read, shipped
from mapping.scenario.records import Button, CatalogueActor, Event, Exercise, RecordedLink, Scenario, Source, Step
from mapping.scenario.reference import actor_of, reference_map

__all__ = [
    "Button",
    "Candidate",
    "CatalogueActor",
    "Event",
    "Exercise",
    "Match",
    "Problem",
    "RecordedLink",
    "Scenario",
    "Source",
    "Step",
    "actor_of",
    "candidates",
    "catalogue_json",
    "check",
    "first",
    "first_day",
    "folder_of",
    "holds",
    "last_day",
    "looks_like_a_person",
    "match",
    "named",
    "period",
    "person_words",
    "read",
    "reference_map",
    "said",
    "shipped",
    "suggest_kind",
]
