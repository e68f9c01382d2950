"""Lets `python -m publisher` do what `publisher` does."""

from publisher.cli import run

if __name__ == "__main__":
    run()
