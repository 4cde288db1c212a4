"""The nouns: frozen values that import only the standard library."""
