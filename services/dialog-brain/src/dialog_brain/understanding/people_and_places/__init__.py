"""Names, addresses, ZIP codes and telephone numbers."""
