"""The generator of families and papers, and the demo cases."""
