"""0006: notices, documents, objections, decisions and reviews are chained, those that were recorded before as well."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from vendor_registry.store.links import FIELDS, digest

revision = "0006"
down_revision = "0005"

_KEPT_IN = {"decision": "objection"}
_JSON = ("vendors", "engagements")
_DAYS = ("sent_on", "effective_on", "object_until", "issued_on", "received_on", "decided_on", "reviewed_on", "next_on")


def upgrade() -> None:
    op.create_table(
        "link",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("what", sa.String, nullable=False),
        sa.Column("record", sa.Integer, nullable=False),
        sa.Column("digest", sa.String, nullable=False),
    )
    previous, links = "", []
    for what in FIELDS:
        for said in _recorded(what):
            previous = digest(what, said, previous)
            links.append({"what": what, "record": said["id"], "digest": previous})
    if links:
        op.bulk_insert(sa.table("link", *map(sa.column, ("what", "record", "digest"))), links)


def _recorded(what: str) -> list[dict[str, Any]]:
    table = sa.table(_KEPT_IN.get(what, what), *(sa.column(name, _type(name)) for name in FIELDS[what]))
    asked = sa.select(table).order_by(table.c.id)
    if what == "decision":
        asked = asked.where(table.c.outcome != "")
    return [dict(row) for row in op.get_bind().execute(asked).mappings()]


def _type(name: str) -> Any:
    """As it is read: a day as a day, a list as a list, whatever the database keeps it as."""
    if name in _DAYS:
        return sa.Date()
    return sa.JSON(none_as_null=True) if name in _JSON else sa.Boolean() if name == "late" else None
