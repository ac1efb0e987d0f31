"""What a turn is made of before it means anything: words, phrases, statements, numbers."""
