"""The test of the room's network before anybody waits for it: an address, a phone, and what the answer means."""

from __future__ import annotations

import os
from collections.abc import Collection, Sequence
from urllib.parse import urlsplit

import streamlit as st

from mapping.i18n import Translate
from mapping.live import hub
from mapping.live.reach import Device
from mapping.store import Workshop
from mapping.ui import cards
from mapping.ui.markup import Html, join, tag
from mapping.ui.network_addresses import addresses
from mapping.ui.press import press
from mapping.ui.sheet import sheet

EVERY = 2.0  # seconds between two looks, while the test is open
LATE = 8.0  # seconds after which a line that has not come is said to be missing
ENOUGH = 3  # devices at once: a phone that shares its connection often stops at few
ADVICE = {
    "waiting": ("scan", "same", "address", "firewall", "guest", "hotspot", "stick"),
    "own": ("other", "same", "firewall", "guest"),
    "no_line": ("proxy", "guest", "hotspot"),
    "few": ("three", "hotspot"),
    "ready": ("hotspot",),
}


def network_test(t: Translate) -> None:
    """The test, closed until it is asked for."""
    with st.container(key="noprint-network"):
        key = st.session_state.get("reach")
        if key is None or not hub().reach.is_open(key, hub().clock()):
            sheet(join(tag("h2", t("network.title")), tag("p", t("network.lead"), class_="soft label")), key="net-head")
            press(t("network.begin"), _begin, key="network-begin")
            return
        sheet(tag("h2", t("network.title")), key="net-head")
        known = choices()
        left, right = st.columns([1, 2], gap="large")
        with left:
            base = known[0] if len(known) == 1 else _chosen(t, known)
            if cards.is_loopback(base):
                st.warning(t("network.loopback"))
            sheet(invitation(t, base, key), key="net-qr")
        with right:
            _answers(t, key)
        press(t("network.end"), _end, key="network-end")


def choices() -> list[str]:
    """The addresses that this server may have for others, the one that cards carry now first."""
    now = cards.base_url()
    if os.environ.get("MAPPING_BASE_URL"):
        return [now]
    scheme, port = urlsplit(now).scheme, urlsplit(now).port
    return list(dict.fromkeys([now, *(f"{scheme}://{a}{f':{port}' if port else ''}" for a in addresses())]))


def invitation(t: Translate, base: str, key: str) -> Html:
    """The QR code of the test, and the address to type."""
    address = f"{base}/reach/{key}?lang={t.language}"
    typed = f"{urlsplit(base).netloc}/reach/{key}"
    return tag(
        "div", tag("div", cards.qr(address), class_="qr", role="img", aria_label=t("network.qr")),
        tag("p", typed, class_="num label net-address", data_testid="reach-address"), class_="net-qr",
    )  # fmt: skip


def typed(t: Translate, workshop: Workshop) -> Html:
    """What one types on a second computer, for the room's screen or to observe."""
    address = f"{urlsplit(cards.base_url()).netloc}/s/{workshop.screen_code}"
    code = tag("b", address, class_="num", data_testid="screen-address")
    return tag("p", t("network.other_computer"), " ", code, class_="soft label net-address")


def verdict(devices: Sequence[Device], own: Collection[str], now: float) -> str:
    """What the answers mean: waiting, own (only this computer came), no_line, few, or ready."""
    others = [d for d in devices if d.address not in own]
    lines = [d for d in others if d.has_line]
    if lines:
        return "ready" if len(lines) >= ENOUGH else "few"
    if any(now - d.at >= LATE for d in others):
        return "no_line"
    return "own" if devices and not others else "waiting"


def answers(t: Translate, devices: Sequence[Device], own: Collection[str], now: float) -> Html:
    """Who came and how far, what that means, and what to try next."""
    what = verdict(devices, own, now)
    count = sum(d.has_line and d.address not in own for d in devices)
    rows = [
        tag(
            "li", tag("span", str(n), class_="group line"),
            tag("span", t("network.this_computer" if d.address in own else "network.device"), class_="grow"),
            tag("span", t("network.came_page"), " ✓", class_="soft"),
            tag("span", t("network.came_line"), " ✓" if d.has_line else " …", class_="soft"), class_="row",
        )
        for n, d in enumerate(devices, 1)
    ]  # fmt: skip
    says = t.count(f"network.says.{what}", count) if what in ("few", "ready") else t(f"network.says.{what}")
    advice = [tag("li", t(f"network.advice.{name}")) for name in ADVICE[what]]
    return tag(
        "div", tag("p", says, class_="lead", role="status", data_testid="reach-says", data_what=what, data_count=count),
        tag("ul", rows[:12], class_="facts net-devices") if rows else None,
        tag("h3", t("network.try")), tag("ol", advice, class_="net-advice"),
    )  # fmt: skip


def own_addresses() -> frozenset[str]:
    """The addresses that are this computer's."""
    return frozenset({"127.0.0.1", "::1", *addresses()})


@st.fragment(run_every=EVERY)
def _answers(t: Translate, key: str) -> None:
    live = hub()
    sheet(answers(t, live.reach.devices(key), own_addresses(), live.clock()), key="net-answers")


def _chosen(t: Translate, known: list[str]) -> str:
    base = st.radio(
        t("network.address"), known, format_func=lambda a: urlsplit(a).netloc, key="network-address",
        help=None, captions=[t("network.now") if n == 0 else "" for n in range(len(known))],
    )  # fmt: skip
    if base != known[0]:
        press(t("network.take", address=urlsplit(base).netloc), _take, base, key="network-take")
    return base


def _take(base: str) -> None:
    hub().reach.base = base


def _begin() -> None:
    st.session_state["reach"] = hub().reach.invite(hub().clock())


def _end() -> None:
    st.session_state.pop("reach", None)
