"""`python -m mapping …`: see `mapping.cli`."""

import sys

from mapping.cli import main

if __name__ == "__main__":
    sys.exit(main())
