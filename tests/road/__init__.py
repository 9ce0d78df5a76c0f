"""The road of a case from its start to its end."""
