"""Where the command `som` begins."""

import gc


def main() -> None:
    """Load the command line and run it.

    Modules and a scenario's types are many small objects that stay: with the usual threshold a
    tenth of a command's start goes to looking for garbage among them.
    """
    gc.set_threshold(200_000)
    from som_model.cli.app import main as run

    run()
