"""What applicants say: applications, answers, and the frozen copies made at the moment of signing."""
