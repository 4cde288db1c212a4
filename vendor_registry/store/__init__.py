"""The ledger: revisions of the register, documents, notices, objections, reviews (the door to SQLModel and Alembic)."""
