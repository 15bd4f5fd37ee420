"""Live demos: inputs drawn anew, and the known wrong paths."""
