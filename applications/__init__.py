"""The file (akta): one Django app, rooms in the order of the data's path.

family → intake → documents → assessment → casework → decisions → correspondence, over a shared
core; pipeline.py is the story that joins them.
"""
