"""`python -m planparse` is the planparse command."""

from planparse.cli import main

if __name__ == "__main__":
    main()
