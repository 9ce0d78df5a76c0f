"""Grounds, recommendation, decision, certificate, oath. People decide; this room records."""
