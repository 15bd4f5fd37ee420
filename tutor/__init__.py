"""A terminal flashcard and quiz tutor for deep learning, with live demos."""
