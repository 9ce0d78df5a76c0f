"""Measures the paper checks on papers made for it, whose truth is known: precision and recall of each.

`python -m tests.evaluation` runs all parts on the tuning seed and prints the tables; `--only zones` runs one part.
Papers are made by applications.demo, which knows nothing of what judges them.
"""
