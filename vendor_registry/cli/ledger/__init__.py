"""Commands of what was published: revisions, differences, the ledger they stand in."""
