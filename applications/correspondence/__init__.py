"""Everything that is told: messages, letters, e-mails and PDFs, each of them once."""
