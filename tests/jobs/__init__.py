"""Nothing is lost and nothing is done twice, whoever dies: shown with real workers and brokers."""
