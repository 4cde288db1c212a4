"""The manual of the command line, made from what the commands say themselves."""
