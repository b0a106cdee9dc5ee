"""demo."""

from __future__ import annotations

from dataclasses import replace
from random import SystemRandom
from time import time
from typing import Annotated

import typer

from mapping.changes import Change, as_json
from mapping.cli.options import Language, words
from mapping.codec import MapFile
from mapping.imports.example import example, with_example
from mapping.scenario import first, named
from mapping.store import MapId, Plan, Store, Workshop, open_store


def register(app: typer.Typer) -> None:
    app.command()(demo)


def demo(
    scenario: Annotated[str, typer.Option("--scenario", metavar="ID", help="Whose example it is.")] = "",
    language: Language = "en",
) -> None:
    """Fill the configured database with a workshop of two groups, marked as an invented example."""
    scenario = scenario or next(iter(with_example()), first())
    t, store = words(language), open_store()
    try:
        secret = f"{SystemRandom().randrange(10**8):08}"
        workshop = open_example(store, scenario, language, secret, now=time())
    finally:
        store.close()
    print(t("cli.demo.made", scenario=named(scenario).names[language]))
    print(t("cli.demo.code", code=workshop.code, passphrase=secret))
    for group in workshop.groups:
        print(t("cli.demo.group", group=group.number, code=group.code))


def open_example(store: Store, scenario: str, language: str, passphrase: str, *, now: float) -> Workshop:
    """A workshop with the scenario's example maps, drawn by nobody."""
    files = example(scenario, language=language)
    frame = next(iter(files.values())).map.frame
    plan = Plan(
        scenario=scenario, session=frame.session, groups=len(files), language=language, question=frame.question,
        objective=frame.objective, territory=frame.territory, date=frame.date, invented=True,
    )  # fmt: skip
    workshop = store.workshops.open(plan, passphrase, now=now)
    for group in workshop.groups:
        draw(store, group.map_id, files[group.number], now=now)
    return workshop


def draw(store: Store, map_id: MapId, file: MapFile, *, now: float) -> None:
    """Put a file's actors, places and links on a map that has only its frame, as one change."""
    rows: list[dict[str, object]] = [{"op": "add", "actor": as_json(a)} for a in file.map.actors.values()]
    for n, link in enumerate(file.map.links.values(), 1):
        new = replace(link, id=f"{map_id}-{n:02}")  # type: ignore[arg-type]
        rows.append({"op": "link", "link": as_json(new)})
    base = store.maps.state(map_id).seq
    change = Change(f"c-example-{map_id}", "p-example", base, "batch", {"label": "example", "changes": rows})
    store.maps.append(map_id, change, now=now)
