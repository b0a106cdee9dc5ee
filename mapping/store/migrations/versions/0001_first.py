"""The first tables: workshop, map, working_group, change, seat, judgement"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "workshop",
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("kind", sa.String(12), nullable=False),
        sa.Column("code", sa.String(20), nullable=True),
        sa.Column("passphrase", sa.String(200), nullable=False),
        sa.Column("plan", sa.JSON(), nullable=False),
        sa.Column("day", sa.JSON(), nullable=False),
        sa.Column("created", sa.Float(), nullable=False),
        sa.Column("keep_until", sa.Float(), nullable=False),
        sa.Column("epoch", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint("kind IN ('room', 'solo')", name="ck_workshop_kind"),
        sa.PrimaryKeyConstraint("id", name="pk_workshop"),
        sa.UniqueConstraint("code", name="uq_workshop_code"),
    )
    op.create_table(
        "map",
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("workshop", sa.String(40), nullable=False),
        sa.Column("kind", sa.String(12), nullable=False),
        sa.Column("seq", sa.Integer(), server_default="0", nullable=False),
        sa.CheckConstraint("kind IN ('group', 'solo', 'scenario')", name="ck_map_kind"),
        sa.ForeignKeyConstraint(["workshop"], ["workshop.id"], name="fk_map_workshop", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_map"),
    )
    op.create_index("ix_map_workshop", "map", ["workshop"])
    op.create_table(
        "working_group",
        sa.Column("workshop", sa.String(40), nullable=False),
        sa.Column("number", sa.String(4), nullable=False),
        sa.Column("code", sa.String(20), nullable=True),
        sa.Column("map", sa.String(40), nullable=False),
        sa.ForeignKeyConstraint(["map"], ["map.id"], name="fk_working_group_map", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["workshop"], ["workshop.id"], name="fk_working_group_workshop", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("workshop", "number", name="pk_working_group"),
        sa.UniqueConstraint("code", name="uq_working_group_code"),
    )
    op.create_table(
        "change",
        sa.Column("map", sa.String(40), nullable=False),
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", sa.String(80), nullable=False),
        sa.Column("at", sa.Float(), nullable=False),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["map"], ["map.id"], name="fk_change_map", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("map", "seq", name="pk_change"),
        sa.UniqueConstraint("map", "id", name="uq_change_map_id"),
    )
    op.create_table(
        "seat",
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("workshop", sa.String(40), nullable=False),
        sa.Column("role", sa.String(12), nullable=False),
        sa.Column("number_of_group", sa.String(4), nullable=True),
        sa.Column("participant", sa.String(40), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("taken", sa.Float(), nullable=False),
        sa.CheckConstraint("role IN ('facilitator', 'participant', 'projector')", name="ck_seat_role"),
        sa.ForeignKeyConstraint(["workshop"], ["workshop.id"], name="fk_seat_workshop", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_seat"),
    )
    op.create_index("ix_seat_workshop_number_of_group", "seat", ["workshop", "number_of_group"])
    op.create_table(
        "judgement",
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("workshop", sa.String(40), nullable=False),
        sa.Column("about", sa.String(40), nullable=False),
        sa.Column("subject", sa.String(200), nullable=False),
        sa.Column("value", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("participant", sa.String(40), nullable=False),
        sa.Column("at", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["workshop"], ["workshop.id"], name="fk_judgement_workshop", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_judgement"),
    )
    op.create_index("ix_judgement_workshop_about", "judgement", ["workshop", "about"])
