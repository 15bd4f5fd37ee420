"""Which version this is."""


def version() -> str:
    """The version of the installed package, `0` in a folder that was never installed."""
    from importlib.metadata import PackageNotFoundError
    from importlib.metadata import version as installed

    try:
        return installed("tutor-tui")
    except PackageNotFoundError:
        return "0"
