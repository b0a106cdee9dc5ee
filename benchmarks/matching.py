"""What typed names are taken for: names that somebody wrote down who had seen none of the catalogue's aliases.

They lie in `tests/scenario/typed_names.yaml`, in two halves: one to learn from, one that is only counted. Told of each:
how many of the accepted are right, of how many the right actor is accepted or the first to confirm, and how many
were accepted that must not be.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from mapping.scenario import match, named

NAMES = Path(__file__).parents[1] / "tests" / "scenario" / "typed_names.yaml"
HALVES = ("learn", "held_out")
NOBODY = ("generic", "none")


@dataclass(frozen=True)
class Total:
    names: int  # with an actor, or several, as the answer
    others: int  # generic or outside the catalogue
    accepted: int
    accepted_right: int
    first: int  # accepted or first to confirm, and right
    offered: int  # right and among the candidates
    taken_generic: int
    taken_outside: int

    @property
    def precision(self) -> float:
        return self.accepted_right / max(1, self.accepted)

    @property
    def recall(self) -> float:
        return self.first / max(1, self.names)


def written(half: str, path: Path = NAMES) -> Mapping[str, tuple[str, ...]]:
    """The names of one half by their answer."""
    return {answer: tuple(names) for answer, names in yaml.safe_load(path.read_text(encoding="utf-8"))[half].items()}


def total(half: Mapping[str, tuple[str, ...]], scenario: str = "honduras") -> Total:
    """How the names of one half come out."""
    book, seen = named(scenario), Counter[str]()
    for answer, names in half.items():
        for name in names:
            found = match(book, name)
            ids, taken = [c.id for c in found.candidates], found.verdict == "accept"
            if answer in NOBODY:
                seen.update({"others": 1, "accepted": taken, f"taken {answer}": taken})
                continue
            right = set(answer.split())
            silently = taken and len(right) > 1  # where several are right, nothing may be taken
            first = bool(ids) and ids[0] in right and not silently
            seen.update({
                "names": 1, "accepted": taken, "accepted right": taken and first, "first": first,
                "offered": bool(right & set(ids)),
            })  # fmt: skip
    return Total(
        seen["names"], seen["others"], seen["accepted"], seen["accepted right"], seen["first"], seen["offered"],
        seen["taken generic"], seen["taken none"],
    )  # fmt: skip


def main() -> None:
    for half in HALVES:
        t = total(written(half))
        print(
            f"{half:<9}{t.names} names of actors, {t.others} others; of {t.accepted} accepted right {t.precision:.1%}; "
            f"accepted or first {t.recall:.1%}, among the offered {t.offered / t.names:.1%}; "
            f"taken though generic {t.taken_generic}, though outside {t.taken_outside}"
        )


if __name__ == "__main__":
    main()
