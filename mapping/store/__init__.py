"""What is kept: workshops, seats, and every change of every map. SQLite by default, PostgreSQL by URL.

    store = open_store()
    workshop = store.workshops.open(Plan(session="3", groups=2), "passphrase", now=time())
    store.maps.append(workshop.group("1").map_id, change, now=time())

A change is acknowledged when the transaction that holds it has been committed durably, never before. Clock and
randomness are passed in.
"""

from mapping.store.carry import Arrived
from mapping.store.database import Database, default_url
from mapping.store.ids import Group, MapId, SeatId, WorkshopId
from mapping.store.judgements import Judgement
from mapping.store.log import Logged
from mapping.store.maps import Appended, Maps
from mapping.store.open import Store, open_store
from mapping.store.plan import Day, Plan
from mapping.store.seats import Seat, Seats
from mapping.store.solos import Solo, Solos
from mapping.store.undo import History
from mapping.store.words import Word, Words
from mapping.store.workshops import Remains, Workshop, Workshops

__all__ = [
    "Appended", "Arrived", "Database", "Day", "Group", "History", "Judgement", "Logged", "MapId", "Maps",
    "Plan", "Remains", "Seat", "SeatId", "Seats", "Solo", "Solos", "Store", "Word", "Words", "Workshop",
    "WorkshopId", "Workshops", "default_url", "open_store",
]  # fmt: skip
