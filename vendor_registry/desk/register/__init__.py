"""The register as everybody at one desk has it: judged in a process beside, written one after the other."""
