"""English as it is read outside North America too."""
