"""The register as people work on it: as it stands, what an edit would do, and keeping it."""
