"""Tables of the ledger. What was written is kept as text; how we understand it is code, not data.

A change here is a new file in migrations/: nothing makes tables but those.
"""

from datetime import date, datetime

from sqlmodel import JSON, Column, Field, Index, SQLModel

from vendor_registry.store.moment import Moment


class StoredRevision(SQLModel, table=True):
    """The register as published at a moment, chained by its digest to the one before."""

    __tablename__ = "revision"

    number: int | None = Field(default=None, primary_key=True)
    published_at: datetime = Field(sa_column=Column(Moment, nullable=False))
    note: str
    content: str  # digest of all rows whatever their order, to see that nothing changed
    author: str  # who published, as they said or as their system knows them
    effective: date | None = None  # the day from which the changes count, where it was said
    rows: int
    previous: str  # digest of the revision before; "" for the first
    digest: str  # of all of it, the previous one included: see chain.py


class StoredSheet(SQLModel, table=True):
    """One file of a revision."""

    __tablename__ = "sheet"

    revision: int = Field(primary_key=True, foreign_key="revision.number")
    position: int = Field(primary_key=True)  # 0 for the main sheet
    file: str
    sha256: str  # of the bytes as handed in
    header: list[str] = Field(sa_column=Column(JSON, nullable=False))
    rows: str  # digest of its rows in their order, see chain.py


class StoredCells(SQLModel, table=True):
    """The texts of one row by column header, exactly as they stood: kept once, however many revisions have it."""

    __tablename__ = "cells"

    digest: str = Field(primary_key=True)
    cells: dict[str, str] = Field(sa_column=Column(JSON, nullable=False))


class StoredPlacement(SQLModel, table=True):
    """From which revision to which a row stood where in a sheet: one entry, however many revisions it stands."""

    __tablename__ = "placement"
    __table_args__ = (Index("placement_from_to", "first", "last"),)

    id: int | None = Field(default=None, primary_key=True)
    position: int  # of the sheet
    rank: str  # rows stand in the order of their ranks, letter by letter: see ranks.py
    gap: int  # lines from the row before, or from the beginning of the file
    digest: str = Field(foreign_key="cells.digest")
    first: int = Field(foreign_key="revision.number")
    last: int | None = Field(default=None, foreign_key="revision.number")  # None: it still stands


class StoredDocument(SQLModel, table=True):
    """A document that left the house, known by its digest."""

    __tablename__ = "document"

    id: int | None = Field(default=None, primary_key=True)
    kind: str  # annex, notice
    scope: str  # what it covers, in words
    customer: str = ""  # key of the customer; "": for all
    sha256: str  # of the file
    revision: int | None = Field(default=None, foreign_key="revision.number")
    issued_on: date
    issued_by: str


class StoredNotice(SQLModel, table=True):
    """What a customer, or all, were told of a change, by whom, and until when they may object (Art. 28(2))."""

    __tablename__ = "notice"

    id: int | None = Field(default=None, primary_key=True)
    customer: str = ""  # key; "": published for all
    channel: str  # e-mail, letter, page ...
    before: int | None = Field(default=None, foreign_key="revision.number")  # what it is the difference of
    after: int = Field(foreign_key="revision.number")
    vendors: list[str] = Field(sa_column=Column(JSON, nullable=False))  # concerned, as published
    sent_on: date
    effective_on: date
    object_until: date
    recorded_by: str


class StoredObjection(SQLModel, table=True):
    """A customer's objection to a change, and what became of it."""

    __tablename__ = "objection"

    id: int | None = Field(default=None, primary_key=True)
    notice: int = Field(foreign_key="notice.id")
    customer: str
    vendor: str  # as published
    engagements: list[str] | None = Field(default=None, sa_column=Column(JSON(none_as_null=True)))  # keys; None: all
    received_on: date
    reason: str
    late: bool  # received after the last day to object: kept, and marked
    outcome: str = ""  # "": open
    decided_on: date | None = None
    decided_by: str = ""


class StoredReview(SQLModel, table=True):
    """That somebody looked at an engagement, on a day."""

    __tablename__ = "review"

    id: int | None = Field(default=None, primary_key=True)
    engagement: str  # key
    subject: str  # vendor, tia, agreement
    reviewed_on: date
    reviewed_by: str
    conclusion: str  # passed, conditional, failed
    next_on: date | None = None
    note: str = ""
    sha256: str = ""  # of the report


class StoredLink(SQLModel, table=True):
    """That something was recorded: its digest, and by it that of everything recorded before. Added to only."""

    __tablename__ = "link"

    id: int | None = Field(default=None, primary_key=True)
    what: str  # notice, document, objection, decision, review: see links.py
    record: int  # its number; of a decision that of the objection
    digest: str


class StoredUser(SQLModel, table=True):
    """Somebody who may use the desk."""

    __tablename__ = "desk_user"  # "user" is a word of SQL

    name: str = Field(primary_key=True)
    role: str  # read, edit, publish
    password: str  # an argon2id hash


class StoredActivity(SQLModel, table=True):
    """Who did what, and when. Entries are added only."""

    __tablename__ = "activity"

    id: int | None = Field(default=None, primary_key=True)
    at: datetime = Field(sa_column=Column(Moment, nullable=False))
    by: str
    deed: str
    what: str
    before: str
    after: str
