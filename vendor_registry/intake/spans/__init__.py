"""From where to where a cell or an entry stands in its file."""
