"""The room's own words, maps of one's own in a group, observers, and a code for the room's screen"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

ROLES = "role IN ('facilitator', 'participant', 'projector', 'observer')"


def upgrade() -> None:
    op.create_table(
        "word",
        sa.Column("workshop", sa.String(40), nullable=False),
        sa.Column("id", sa.String(80), nullable=False),
        sa.Column("number_of_group", sa.String(4), nullable=True),
        sa.Column("session", sa.String(2), nullable=False),
        sa.Column("kind", sa.String(12), nullable=False),
        sa.Column("slot", sa.Integer(), server_default="0", nullable=False),
        sa.Column("about", sa.String(200), server_default="", nullable=False),
        sa.Column("title", sa.String(500), server_default="", nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("share", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("verify", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("verifier", sa.String(40), server_default="", nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("participant", sa.String(40), nullable=False),
        sa.Column("at", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["workshop"], ["workshop.id"], name="fk_word_workshop", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("workshop", "id", name="pk_word"),
    )
    op.create_index("ix_word_workshop_number_of_group", "word", ["workshop", "number_of_group"])
    op.create_table(
        "solo_map",
        sa.Column("workshop", sa.String(40), nullable=False),
        sa.Column("number_of_group", sa.String(4), nullable=False),
        sa.Column("participant", sa.String(40), nullable=False),
        sa.Column("map", sa.String(40), nullable=False),
        sa.Column("merged", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.ForeignKeyConstraint(["map"], ["map.id"], name="fk_solo_map_map", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["workshop"], ["workshop.id"], name="fk_solo_map_workshop", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("workshop", "number_of_group", "participant", name="pk_solo_map"),
    )
    _admit_observers()
    # a plain column: SQLite would rebuild the table otherwise, and take all that points to it along
    op.add_column("workshop", sa.Column("screen_code", sa.String(20), nullable=True))
    op.create_index("ix_workshop_screen_code", "workshop", ["screen_code"], unique=True)
    _answers_to_words()


def _admit_observers() -> None:
    if op.get_bind().dialect.name != "sqlite":
        op.drop_constraint("ck_seat_role", "seat", type_="check")
        op.create_check_constraint("ck_seat_role", "seat", ROLES)
        return
    with op.batch_alter_table("seat", recreate="always") as seat:  # nothing points to it; its old check stays behind
        seat.create_check_constraint("ck_seat_role", ROLES)


def _answers_to_words() -> None:
    """The last answer of the room to each difference becomes a word, not to be shared before somebody ticks it."""
    names = ("id", "workshop", "about", "subject", "participant", "at")
    judgement = sa.table("judgement", *(sa.column(n) for n in names), sa.column("value", sa.JSON(none_as_null=True)))
    workshop = sa.table("workshop", sa.column("id"), sa.column("day", sa.JSON()))
    bind = op.get_bind()
    sessions = {row.id: str(row.day.get("session", "3")) for row in bind.execute(sa.select(workshop))}
    told = sa.select(judgement).where(judgement.c.about == "answer").order_by(judgement.c.at, judgement.c.id)
    last = {(row.workshop, row.subject): row for row in bind.execute(told)}
    words = [_word(row, sessions[row.workshop]) for row in last.values() if _text(row)]
    if words:
        op.bulk_insert(sa.table("word", *(sa.column(name) for name in words[0])), words)
    bind.execute(sa.delete(judgement).where(judgement.c.about == "answer"))


def _text(row: Any) -> str:
    return str(row.value.get("text") or "") if isinstance(row.value, dict) else ""


def _word(row: Any, session: str) -> dict[str, Any]:
    return {
        "workshop": row.workshop, "id": row.id, "number_of_group": None, "session": session, "kind": "answer",
        "slot": 0, "about": row.subject, "title": str(row.value.get("question") or "")[:500], "text": _text(row),
        "share": False, "verify": bool(row.value.get("verify")), "verifier": "", "rev": 1,
        "participant": row.participant, "at": row.at,
    }  # fmt: skip
