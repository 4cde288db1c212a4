"""0003: an objection says which engagements of the vendor it is about."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.add_column("objection", sa.Column("engagements", sa.JSON))
