"""Traced arrays: NumPy arrays that remember, cell by cell, the arithmetic that made them."""
