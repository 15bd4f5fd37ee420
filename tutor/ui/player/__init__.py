"""The demo player: what it knows (without a screen) and the panels that show it."""
