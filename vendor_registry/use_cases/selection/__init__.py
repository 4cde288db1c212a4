"""The part of a register that is meant: by selector, condition or customer."""
