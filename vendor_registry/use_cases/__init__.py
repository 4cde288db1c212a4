"""What the program can do, one function each; the command line and the public Python API call these."""
