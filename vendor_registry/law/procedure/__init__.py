"""The steps of Chapter V, of the UK GDPR and of the FADP, one after the other."""
