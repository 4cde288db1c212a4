"""A picture as bytes: one file a format."""
