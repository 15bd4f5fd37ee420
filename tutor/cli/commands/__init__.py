"""The commands, a module for those that belong together; each gives its exit code."""
