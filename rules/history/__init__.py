"""Who was a citizen when: the territories, and the statutes of 1879, 1921, 1938–45, 1948 and 1957 on each link."""
