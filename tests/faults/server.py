"""The real server, as a process of its own that can be killed."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import Request, urlopen

ROOT = Path(__file__).parent.parent.parent
PATIENCE = 90.0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Server:
    """`streamlit run app.py` on the loopback."""

    def __init__(self, folder: Path, port: int, *flags: str, **environment: str) -> None:
        self.folder, self.port, self.flags = folder, port, flags
        self.environment = {"HOME": str(folder), "MAPPING_SECRET": "only for tests", **environment}
        self.environment.setdefault("MAPPING_DATABASE_URL", f"sqlite:///{folder}/sector-map.db")
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start it and wait until it answers."""
        command = [
            sys.executable, "-m", "streamlit", "run", "app.py", f"--server.port={self.port}",
            "--server.address=127.0.0.1", *(self.flags or ("--server.headless=true",)),
        ]  # fmt: skip
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("MAPPING_", "STREAMLIT_", "PYTEST_"))}
        with open(self.folder / "server.log", "ab") as log:
            self.process = subprocess.Popen(
                command, cwd=ROOT, env=kept | self.environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log
            )
        until = time.monotonic() + PATIENCE
        while not self.is_healthy():
            assert self.process.poll() is None, self.log()
            assert time.monotonic() < until, self.log()
            time.sleep(0.05)

    def is_healthy(self) -> bool:
        try:
            with urlopen(f"{self.url}/health", timeout=5) as answer:
                return bool(json.load(answer)["status"] == "ok")
        except (URLError, OSError, ValueError):
            return False

    def kill(self) -> None:
        """SIGKILL: it gets no chance to finish anything."""
        assert self.process is not None
        self.process.kill()
        self.process.wait()

    def log(self) -> str:
        return (self.folder / "server.log").read_text(errors="replace")

    def post(self, path: str, body: object = None, cookie: str = "") -> tuple[dict[str, str], str]:
        """The answer's JSON and the cookie it set."""
        headers = {"Origin": self.url, "Content-Type": "application/json", "Cookie": cookie}
        with urlopen(Request(f"{self.url}{path}", json.dumps(body).encode(), headers, method="POST")) as answer:
            return json.load(answer), (answer.headers["Set-Cookie"] or "").partition(";")[0]


@contextmanager
def running(folder: Path, *flags: str, **environment: str) -> Iterator[Server]:
    server = Server(folder, free_port(), *flags, **environment)
    try:
        server.start()
        yield server
    finally:
        if server.process is not None and server.process.poll() is None:
            server.kill()
