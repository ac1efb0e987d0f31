"""Pure. The optional language model: it words some questions and points at what was said. It decides nothing."""
