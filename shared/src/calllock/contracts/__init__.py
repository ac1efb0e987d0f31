"""The contracts between the services: messages, ids, the dataflow table, the business profile."""
