"""The papers: what they are, where they lie, what the checks found in their bytes."""
