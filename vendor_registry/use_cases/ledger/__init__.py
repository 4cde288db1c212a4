"""What was published and what was said of it: revisions, objections, and what differs between them."""
