"""Public pages: home, guidance, accessibility, privacy, help, terms, and the pages of errors."""
