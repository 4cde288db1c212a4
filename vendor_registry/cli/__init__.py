"""The front desk: one file a command; arguments in, one use case, exit status out."""
