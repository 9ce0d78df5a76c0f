"""Laws that hold for all facts."""
