"""Accounts: sign-up, sign-in, second factor, and the language a reader chose."""
