"""The flow graph: who hands personal data to whom, what reaches whom, and by which chain."""
