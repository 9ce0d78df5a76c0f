"""The law against worked cases, boundaries and hostile input. Nothing here needs Django."""
