"""Other markup than Markdown, turned into it line by line: every line stays where it was, a table becomes HTML."""
