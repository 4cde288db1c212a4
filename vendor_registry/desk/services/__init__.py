"""What pages and the API both do, a file for each thing that people do at the desk."""
