"""Tables of the store. What was written is kept as text; how we understand it is code, not data."""

from datetime import datetime

from sqlmodel import JSON, Column, DateTime, Field, SQLModel


class StoredRevision(SQLModel, table=True):
    """The registry as published at a moment."""

    __tablename__ = "revision"

    number: int | None = Field(default=None, primary_key=True)
    published_at: datetime = Field(sa_column=Column(DateTime(timezone=True), nullable=False))  # UTC
    note: str
    content: str  # digest of all rows whatever their order, to see that nothing changed


class StoredSheet(SQLModel, table=True):
    """One file of a revision."""

    __tablename__ = "sheet"

    revision: int = Field(primary_key=True, foreign_key="revision.number")
    position: int = Field(primary_key=True)  # 0 for the main sheet
    file: str
    sha256: str  # of the bytes as handed in
    header: list[str] = Field(sa_column=Column(JSON, nullable=False))


class StoredRow(SQLModel, table=True):
    """The texts of one row by column header, exactly as they stood."""

    __tablename__ = "row"

    revision: int = Field(primary_key=True, foreign_key="revision.number")
    position: int = Field(primary_key=True)
    line: int = Field(primary_key=True)
    cells: dict[str, str] = Field(sa_column=Column(JSON, nullable=False))
