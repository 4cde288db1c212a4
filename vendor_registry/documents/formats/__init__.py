"""A document as bytes: one file a format."""
