"""0005: a review says what was reviewed, how it ended, when the next one is due, and which report it left."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    for name, until_now in (("subject", "vendor"), ("conclusion", "passed"), ("sha256", "")):
        op.add_column("review", sa.Column(name, sa.String, nullable=False, server_default=until_now))
    op.add_column("review", sa.Column("next_on", sa.Date))
