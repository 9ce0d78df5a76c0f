"""The proofs. What each folder proves is said in its own first lines."""
