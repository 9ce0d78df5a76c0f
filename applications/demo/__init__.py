"""Invented families, specimen papers and demo cases: what tests, screenshots and curious visitors feed the portal with.

Nothing in this room may judge: it imports no rule, no check and no threshold, so that whatever is
measured with its output is measured with a yardstick of its own.
"""
