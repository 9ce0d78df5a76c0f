"""The applicant's form: engine, pages, uploads, sending."""
