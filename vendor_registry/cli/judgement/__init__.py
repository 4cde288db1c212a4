"""Commands that judge: the register, a transfer, the law itself."""
