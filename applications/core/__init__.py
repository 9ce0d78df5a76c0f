"""The shared floor: accounts, journal, jobs, clock, references, encryption and the few ports."""
