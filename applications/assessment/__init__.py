"""Answers and papers become facts, facts meet the law, findings come out. It never decides."""
