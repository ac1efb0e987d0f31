"""The shells every service needs: the bus, the clock, logging, health."""
