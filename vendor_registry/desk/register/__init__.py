"""The register as everybody at one desk has it: judged once for all of them, written one after the other."""
