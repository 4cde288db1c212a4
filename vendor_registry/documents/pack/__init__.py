"""The documents of a contract: one file each."""
