"""One caller turn, given what was asked, as typed values. Pure; the only thing that may move a call."""
