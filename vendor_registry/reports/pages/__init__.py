"""Pages about one thing: a vendor, a transfer, notices, objections."""
