"""What is claimed about speed, for anyone to run. See README.md."""
