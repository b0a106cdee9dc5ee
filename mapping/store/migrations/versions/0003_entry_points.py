"""Entry points: what a word says in several parts"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("word", sa.Column("parts", sa.JSON(), server_default="{}", nullable=False))
