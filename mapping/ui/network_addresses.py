"""This machine's addresses in its networks. Nobody is asked and no packet is sent."""

from __future__ import annotations

import socket
from contextlib import suppress

# One address in each kind of network that a room may have: routers', offices', and the hotspots of phones and laptops
# (Android, iPhone, Windows, Linux). Which of ours would talk to it is what the routing table says.
PLACES = (
    "192.168.0.1", "10.0.0.1", "172.16.0.1", "192.168.43.1", "172.20.10.1", "192.168.137.1", "10.42.0.1",
    "192.168.1.1", "100.64.0.1",
)  # fmt: skip


def addresses() -> list[str]:
    """The addresses that other machines may reach this one at, the likeliest first."""
    found: list[str] = []
    for target in PLACES:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe, suppress(OSError):
            probe.connect((target, 9))
            found.append(probe.getsockname()[0])
    return [a for a in dict.fromkeys(found) if not a.startswith(("127.", "169.254."))]
