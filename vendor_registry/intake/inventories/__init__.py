"""Other lists of third parties than published ones: what infrastructure, code, browsers and papers show."""
