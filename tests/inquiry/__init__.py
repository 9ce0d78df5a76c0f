"""What the interview asks, what it says at the end, and what it keeps: nothing."""
