"""What the law wants on paper: a Document first, then one writer a format."""
