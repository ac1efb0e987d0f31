"""Speech in and out: ports, local engines, the cache of rendered lines."""
