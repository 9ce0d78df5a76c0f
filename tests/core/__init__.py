"""The shared floor: references, encryption, journal."""
