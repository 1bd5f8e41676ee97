"""`python -m som_model` is the same as `som`."""

from som_model.cli.start import main

if __name__ == "__main__":
    main()
