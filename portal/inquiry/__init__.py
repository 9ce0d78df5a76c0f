"""Am I a citizen, or can I become one? An interview without an account, of which nothing is kept."""
