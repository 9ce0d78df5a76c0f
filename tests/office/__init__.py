"""The back office: queue, case page, acts, roles."""
