"""What goes wrong in life, and the right answer to it."""
