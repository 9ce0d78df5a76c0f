"""Set-up and operation: the first start, the processes side by side, settings, locks, containers."""
