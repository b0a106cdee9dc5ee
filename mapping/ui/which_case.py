"""Which scenario is meant, where the program has several."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from mapping.i18n import Translate
from mapping.scenario import named


def which_case(t: Translate, cases: Sequence[str], *, key: str, asked: str = "") -> str:
    """The only case there is, or the one chosen; `asked` stands first where it is one of them."""
    if len(cases) == 1:
        return cases[0]
    return st.selectbox(
        t("workshop.case"), cases, cases.index(asked) if asked in cases else 0, key=key,
        format_func=lambda case: named(case).names.get(t.language, case),
    )  # fmt: skip
