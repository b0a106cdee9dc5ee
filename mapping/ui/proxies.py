"""Whose word is taken for the address that a request comes from.

uvicorn believes `X-Forwarded-For` of everything on the same machine unless it is told otherwise, and a program there
could try codes from a new address each time. Streamlit hands it no such option, so it is given where uvicorn puts the
reader of these headers around the app: `MAPPING_PROXIES` names the proxies, and without it nobody is believed.
"""

from __future__ import annotations

import os
from typing import Any

from uvicorn import config
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware


def named() -> str:
    """The addresses or networks of our proxies, with commas; empty: there are none."""
    return os.environ.get("MAPPING_PROXIES") or os.environ.get("FORWARDED_ALLOW_IPS", "")


def trust_only_named() -> None:
    """Have uvicorn believe these proxies and no others. Called while it loads the app, before it puts them around."""

    def around(app: Any, trusted_hosts: list[str] | str = "") -> ProxyHeadersMiddleware:
        return ProxyHeadersMiddleware(app, trusted_hosts=named())

    setattr(config, "ProxyHeadersMiddleware", around)  # noqa: B010
