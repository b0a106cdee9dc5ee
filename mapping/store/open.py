"""Opening the store: the database made ready, its tables brought up to date under a lock."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import URL, Connection, text

from mapping.store.carry import Carry
from mapping.store.database import Database, default_url
from mapping.store.maps import Maps
from mapping.store.seats import Seats
from mapping.store.solos import Solos
from mapping.store.words import Words
from mapping.store.workshops import Workshops

MIGRATIONS = Path(__file__).parent / "migrations"
LOCK = 7_305_114_020  # any number, the same for every server


class Store:
    """Everything that is kept, in one database."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.maps = Maps(database)
        self.workshops = Workshops(database, self.maps)
        self.seats = Seats(database)
        self.words = Words(database)
        self.solos = Solos(database, self.maps)
        self.carry = Carry(database)

    def close(self) -> None:
        self.database.close()


def open_store(url: str | URL | None = None) -> Store:
    """The store at this URL (default: `MAPPING_DATABASE_URL`, else `data/sector-map.db`), its tables up to date."""
    database = Database(url or default_url())
    with database.write() as connection:
        if not database.is_sqlite:  # SQLite's writers are alone already
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
        upgrade(connection)
    database.settle()
    return Store(database)


def upgrade(connection: Connection) -> None:
    """Run the migrations that this database has not seen, in this transaction."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
