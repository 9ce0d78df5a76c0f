"""The persons of a household and how they descend from each other: a graph, entered once, shared by all who apply."""
