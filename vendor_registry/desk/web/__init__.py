"""From a request to a page: who asks, what was asked for, and how it looks."""
