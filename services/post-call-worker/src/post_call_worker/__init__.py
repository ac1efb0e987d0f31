"""The worker after the call: record, classify, store, deliver."""
