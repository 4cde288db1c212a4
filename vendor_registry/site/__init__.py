"""The public page: what customers and everybody else may read of a published revision."""
