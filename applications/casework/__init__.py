"""The case on its way: states and transitions, queues, requests, visits, deadlines."""
