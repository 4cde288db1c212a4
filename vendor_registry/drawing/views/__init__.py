"""Views: the questions a diagram answers, one file each."""
