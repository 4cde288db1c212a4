"""What was said and when: revisions, notices, days that fall due, what other lists say."""
