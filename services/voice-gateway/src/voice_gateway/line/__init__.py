"""The telephone line of one call: turns, playback, silence, hang-up."""
