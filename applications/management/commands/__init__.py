"""Commands: demo data, paper checks, places, the drawing of the workflow."""
