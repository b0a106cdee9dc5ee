"""Streamlit's command line, with every run of a page beginning late, as on a laptop that serves a full room."""

from __future__ import annotations

import time
from typing import Any

from streamlit.runtime.scriptrunner.script_runner import ScriptRunner
from streamlit.web import cli

LATE = 0.2  # seconds between the wish for a run and its first line

_begin = ScriptRunner._run_script_thread


def _late(self: Any) -> None:
    time.sleep(LATE)
    _begin(self)


if __name__ == "__main__":
    ScriptRunner._run_script_thread = _late  # type: ignore[method-assign]
    cli.main()
