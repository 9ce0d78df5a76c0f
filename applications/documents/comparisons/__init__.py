"""The comparisons of papers with the answers and with each other: one file each, run in the worker on finished
examinations, found by walking this folder; see `applications.documents.check`.
"""
