"""What the call is about: the problem, how pressing it is, a sale, or something for the office."""
