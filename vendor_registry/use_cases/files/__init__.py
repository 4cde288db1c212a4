"""What is read from and written to the disk: registers, what lies beside them, results."""
