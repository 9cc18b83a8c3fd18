"""``python -m macros.cli``: the same as ``kennisbank``."""

import sys

from macros.cli import main

sys.exit(main())
