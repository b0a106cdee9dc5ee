"""The tables. What is here is what `migrations/` has made; a test compares the two."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _of_workshop() -> Column[str]:
    return Column("workshop", String(40), ForeignKey("workshop.id", ondelete="CASCADE"), nullable=False)


workshop = Table(
    "workshop",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("kind", String(12), nullable=False),  # room, solo
    Column("code", String(20), unique=True),  # the facilitator's; none for a solo map
    Column("passphrase", String(200), nullable=False),  # scrypt, with its salt
    Column("plan", JSON, nullable=False),
    Column("day", JSON, nullable=False),
    Column("created", Float, nullable=False),
    Column("keep_until", Float, nullable=False),
    Column("epoch", Integer, nullable=False, server_default="1"),
    Column("screen_code", String(20)),  # opens the room's screen; none for a solo map
    CheckConstraint("kind IN ('room', 'solo')", name="kind"),
    Index(None, "screen_code", unique=True),
)

map = Table(
    "map",
    metadata,
    Column("id", String(40), primary_key=True),
    _of_workshop(),
    Column("kind", String(12), nullable=False),  # group, solo, scenario
    Column("seq", Integer, nullable=False, server_default="0"),  # of the last change; the row is what writers lock
    Index(None, "workshop"),
    CheckConstraint("kind IN ('group', 'solo', 'scenario')", name="kind"),
)

group = Table(
    "working_group",  # GROUP is a word of SQL's own
    metadata,
    Column("workshop", String(40), ForeignKey("workshop.id", ondelete="CASCADE"), primary_key=True),
    Column("number", String(4), primary_key=True),
    Column("code", String(20), unique=True),
    Column("map", String(40), ForeignKey("map.id", ondelete="CASCADE"), nullable=False),
)

change = Table(
    "change",
    metadata,
    Column("map", String(40), ForeignKey("map.id", ondelete="CASCADE"), primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("id", String(80), nullable=False),
    Column("at", Float, nullable=False),
    Column("payload", JSON, nullable=False),
    UniqueConstraint("map", "id"),
)

seat = Table(
    "seat",
    metadata,
    Column("id", String(40), primary_key=True),
    _of_workshop(),
    Column("role", String(12), nullable=False),
    Column("number_of_group", String(4)),
    Column("participant", String(40), nullable=False),  # the random id its changes carry
    Column("number", Integer, nullable=False),  # presence number within its map; 0: no participant's
    Column("epoch", Integer, nullable=False),
    Column("taken", Float, nullable=False),
    Index(None, "workshop", "number_of_group"),
    CheckConstraint("role IN ('facilitator', 'participant', 'projector', 'observer')", name="role"),
)

judgement = Table(
    "judgement",
    metadata,
    Column("id", String(40), primary_key=True),
    _of_workshop(),
    Column("about", String(40), nullable=False),
    Column("subject", String(200), nullable=False),
    Column("value", JSON(none_as_null=True)),  # null: taken back
    Column("participant", String(40), nullable=False),
    Column("at", Float, nullable=False),
    Index(None, "workshop", "about"),
)

word = Table(
    "word",
    metadata,
    Column("workshop", String(40), ForeignKey("workshop.id", ondelete="CASCADE"), primary_key=True),
    Column("id", String(80), primary_key=True),
    Column("number_of_group", String(4)),  # none: the whole room's
    Column("session", String(2), nullable=False),
    Column("kind", String(12), nullable=False),  # pad, finding, unknown, entry, answer
    Column("slot", Integer, nullable=False, server_default="0"),
    Column("about", String(200), nullable=False, server_default=""),  # an actor, a link or a difference
    Column("title", String(500), nullable=False, server_default=""),  # the question that an answer answers
    Column("text", Text, nullable=False),
    Column("share", Boolean, nullable=False, server_default=false()),  # the facilitator's tick
    Column("verify", Boolean, nullable=False, server_default=false()),
    Column("verifier", String(40), nullable=False, server_default=""),  # which role is to verify it
    Column("rev", Integer, nullable=False),
    Column("participant", String(40), nullable=False),
    Column("at", Float, nullable=False),
    Column("parts", JSON, nullable=False, server_default="{}"),  # of an entry point: partner, risk …
    Index(None, "workshop", "number_of_group"),
)

solo_map = Table(
    "solo_map",  # what one participant draws alone, before its group's map takes it in
    metadata,
    Column("workshop", String(40), ForeignKey("workshop.id", ondelete="CASCADE"), primary_key=True),
    Column("number_of_group", String(4), primary_key=True),
    Column("participant", String(40), primary_key=True),
    Column("map", String(40), ForeignKey("map.id", ondelete="CASCADE"), nullable=False),
    Column("merged", Boolean, nullable=False, server_default=false()),
)
