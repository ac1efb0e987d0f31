"""Gas, fire and carbon monoxide: named, told by signs, denied or taken back."""
