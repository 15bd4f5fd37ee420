"""The tutor in lines of text, for pipes, screen readers and terminals that can do no more."""
