"""How people get in: each group's code, large, with a QR, on screen and on paper."""

from __future__ import annotations

import os
from io import BytesIO
from urllib.parse import urlsplit

import segno
import streamlit as st
from segno import helpers

from mapping.i18n import Translate, translate
from mapping.live import hub
from mapping.store import Group, Plan, Workshop
from mapping.ui.markup import Html, join, tag
from mapping.ui.network_addresses import addresses


def base_url() -> str:
    """The address others reach this server at: `MAPPING_BASE_URL`, else what this browser asked for.

    A browser on the server's own machine asks for localhost, which the others cannot: then it is the machine's
    address in its network.
    """
    configured = os.environ.get("MAPPING_BASE_URL", "").rstrip("/")
    if configured:
        return configured
    if chosen := hub().reach.base:  # in the test of the network
        return chosen
    scheme = urlsplit(st.context.url or "").scheme or "http"
    asked = f"{scheme}://{st.context.headers.get('Host') or 'localhost'}"
    if not is_loopback(asked):
        return asked
    port = urlsplit(asked).port
    known = addresses()
    return f"{scheme}://{known[0]}{f':{port}' if port else ''}" if known else asked


def is_loopback(address: str) -> bool:
    """Whether only this computer understands the address."""
    return (urlsplit(address).hostname or "") in ("localhost", "127.0.0.1", "::1")


def shown(code: str) -> str:
    """A code as people read it: 4K7 M2P."""
    return f"{code[:3]} {code[3:]}"


def qr(text: str) -> Html:
    """A QR code as a picture, dark on light in every theme: cameras want it so."""
    out = BytesIO()
    segno.make(text, error="m").save(
        out, kind="svg", border=2, dark="#000000", light="#FFFFFF", xmldecl=False, svgns=True, omitsize=True
    )
    return Html(out.getvalue().decode())


def card(t: Translate, group: Group, base: str, plan: Plan) -> Html:
    """One group's card: what to do in each of the plan's languages, and the Wi-Fi to be in first."""
    address, place = f"{base}/?code={group.code}&lang={t.language}", base.partition("://")[2]
    spoken = sorted((translate(code) for code in plan.languages), key=lambda words: words.language != t.language)
    return tag(
        "article",
        tag(
            "h2",
            tag("span", group.number, class_="group"),
            t("workshop.opened.group", number=group.number),
            class_="row",
        ),
        tag("div", qr(address), class_="qr", role="img", aria_label=t("workshop.opened.group", number=group.number)),
        tag("p", shown(group.code), class_="big-code num", data_testid=f"code-{group.number}"),
        [
            tag("p", words("workshop.opened.scan", address=place), class_="soft label", lang=words.language)
            for words in spoken
        ],
        _wifi(t, plan) if plan.wifi else "",
        class_="panel card",
        data_code=group.code,
    )


def _wifi(t: Translate, plan: Plan) -> Html:
    """The Wi-Fi in words, and as the code from which a phone joins it by itself."""
    line = "workshop.opened.wifi_key" if plan.wifi_key else "workshop.opened.wifi"
    security = "WPA" if plan.wifi_key else None
    code = helpers.make_wifi_data(ssid=plan.wifi, password=plan.wifi_key or None, security=security)
    return tag(
        "div", tag("div", qr(code), class_="qr s", role="img", aria_label=t("workshop.opened.wifi", name=plan.wifi)),
        tag("p", t(line, name=plan.wifi, key=plan.wifi_key), class_="label"), class_="wifi", data_testid="wifi",
    )  # fmt: skip


def cards(t: Translate, workshop: Workshop, base: str) -> Html:
    """All groups' cards, each on its own when printed."""
    return tag("section", [card(t, group, base, workshop.plan) for group in workshop.groups], class_="cards")


def room_code(t: Translate, workshop: Workshop, base: str) -> Html:
    """The codes for the projector: groups, codes and the address, nothing else."""
    rows = [
        tag(
            "li",
            tag("span", group.number, class_="group"),
            tag("b", shown(group.code), class_="num"),
            tag("div", qr(f"{base}/?code={group.code}"), class_="qr"),
        )
        for group in workshop.groups
    ]
    return join(tag("p", base.partition("://")[2], class_="address"), tag("ul", rows, class_="room-codes"))
