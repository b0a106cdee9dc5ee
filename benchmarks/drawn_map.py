"""A map as a table would have drawn it by now: names of real length, everybody at a place; and a server that has it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from time import time

from benchmarks.random_maps import random_map
from mapping.codec import MapFile
from mapping.model import SectorMap
from mapping.store import MapId, Plan, Workshop, open_store
from mapping.store.opening import changes_of
from tests.browser.story.server import Server

FIRST = ("Dirección", "Secretaría", "Comisión", "Unidad", "Consejo", "Red", "Asociación", "Instituto", "Fiscalía")
SECOND = ("de Seguridad", "de Derechos Humanos", "Municipal", "de la Mujer", "Penitenciaria", "de Cuentas", "Nacional")
THIRD = ("", "", " del Valle de Sula", " de Tegucigalpa", " y Convivencia Ciudadana", " de Honduras")
SIZES = ((150, 400), (1000, 3000))  # actors, links


def drawn_map(actors: int, links: int, *, placed: bool = True) -> SectorMap:
    """A random map with such names; without places where it stands for one that was just imported."""
    chance, map = Random(7), random_map(actors, links)
    wide = round((actors * 1.5) ** 0.5)
    named = {}
    for n, (id, actor) in enumerate(map.actors.items()):
        name = f"{chance.choice(FIRST)} {chance.choice(SECOND)}{chance.choice(THIRD)} {n}"
        spot = (n % wide * 200 + chance.randrange(60), n // wide * 140 + chance.randrange(50))
        x, y = spot if placed else (None, None)
        named[id] = replace(actor, name=name, x=x, y=y)
    return replace(map, actors=named)


@dataclass
class Drawn:
    """A real server, and a workshop whose first group has the map."""

    server: Server
    workshop: Workshop

    @property
    def code(self) -> str:
        """What a screen joins that group with."""
        return self.workshop.groups[0].code

    @property
    def base(self) -> str:
        """Where the server is."""
        return f"http://127.0.0.1:{self.server.port}"


@contextmanager
def drawn(map: SectorMap, folder: Path) -> Iterator[Drawn]:
    """The server, for as long as it is used."""
    server = Server(folder)
    store = open_store(f"sqlite:///{server.database}")
    workshop = store.workshops.open(Plan(groups=1), "los once puentes", now=time())
    id = MapId(workshop.groups[0].map_id)
    for change in changes_of(MapFile(map), "p-server"):
        if change.op != "frame":
            store.maps.append(id, change, now=time())
    store.close()
    try:
        server.start()
        yield Drawn(server, workshop)
    finally:
        server.kill()
