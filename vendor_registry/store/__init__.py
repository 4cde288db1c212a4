"""Revisions of the registry as published, cells as written (the door to SQLModel)."""
