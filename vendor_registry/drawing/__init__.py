"""What lands in diagrams/: a Picture first, then one writer a format."""
