"""What pages cost, as ratios to the cheapest request there can be. `make bench` prints them."""
