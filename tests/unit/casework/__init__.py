"""The table of the workflow and the counting of days."""
