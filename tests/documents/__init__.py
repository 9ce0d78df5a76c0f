"""Paper checks against files made here, and against a set of bad files where it lies beside the project."""
