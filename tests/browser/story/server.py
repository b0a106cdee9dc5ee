"""The real server in a process of its own: started as a workshop starts it, killed as a power cut kills it."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).parents[3]
PATIENCE = 60.0  # seconds for a start on a busy machine


def free_port() -> int:
    """A port of the loopback that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class Server:
    """`streamlit run app.py` with its database in a folder; the same port and folder at every start."""

    def __init__(self, folder: Path, starts: tuple[str, ...] = ("-m", "streamlit"), **settings: str) -> None:
        self.starts, self.settings = starts, settings  # what Python runs; MAPPING_… of the environment
        self.folder, self.port = folder, free_port()
        self.database = folder / "sector-map.db"
        self.log = folder / "server.log"
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start, and wait until it answers that it is well."""
        command = [sys.executable, *self.starts, "run", "app.py", "--server.port", str(self.port)]
        quiet = ["--server.address", "127.0.0.1", "--server.headless", "true"]
        known = {k: v for k, v in os.environ.items() if not k.startswith("MAPPING_")}
        known |= {"MAPPING_DATABASE_URL": f"sqlite:///{self.database}", **self.settings}
        with self.log.open("ab") as log:
            self.process = subprocess.Popen([*command, *quiet], cwd=ROOT, env=known, stdout=log, stderr=log)
        deadline = time.monotonic() + PATIENCE
        while not self.is_well():
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise AssertionError(f"the server did not start:\n{self.log.read_text(errors='replace')[-3000:]}")
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(0.1)

    def is_well(self) -> bool:
        """Whether `GET /health` answers 200."""
        with suppress(OSError), urllib.request.urlopen(f"http://127.0.0.1:{self.port}/health", timeout=2) as answer:
            return bool(answer.status == 200)
        return False

    def kill(self) -> None:
        """SIGKILL: no goodbye, nothing flushed."""
        if self.process is not None:
            os.kill(self.process.pid, signal.SIGKILL)
            self.process.wait(10)
            self.process = None

    def files(self) -> list[Path]:
        """The database and what SQLite keeps beside it."""
        return sorted(self.folder.glob("sector-map.db*"))
