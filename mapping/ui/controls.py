"""What Streamlit's own controls say in English only, by the keys of our words for it.

*Close* is left alone: only the message of a lost connection has it, and the canvas shuts that by this name.
"""

from __future__ import annotations

from mapping.i18n import Translate

ENGLISH = {
    "skip": "Skip to main content",
    "less": "Decrement",
    "more": "Increment",
    "show": "Show password",
    "hide": "Hide password",
    "too_low": "Number is below the allowed range. Please enter a value greater than or equal to {x}.",
    "too_high": "Number is above the allowed range. Please enter a value less than or equal to {x}.",
    "outside": "Number is outside the allowed range. Please enter a value between {x} and {y}.",
    "wrong": "Error: {x}",
    "open": "Open",
    "dismiss": "Dismiss",
    "choose": "Choose an option",
    "choose_some": "Choose options",
    "option": "1 option available.",
    "options": "{x} options available.",
    "no_results": "No results",
    "select_all": "Select all",
    "chosen": "Selected values",
    "clear": "Clear value",
    "clear_all": "Clear all",
    "clear_entry": "Clear entry",
    "remove": "Remove {x}",
    "submit": "Press Enter to submit form",
    "submit_long": "Press Ctrl+Enter to submit form",
    "submit_long_mac": "Press ⌘+Enter to submit form",
    "apply": "Press Enter to apply",
    "apply_long": "Press Ctrl+Enter to apply",
    "apply_long_mac": "Press ⌘+Enter to apply",
    "tabs_left": "Scroll tabs left",
    "tabs_right": "Scroll tabs right",
    "column_menu": "Dataframe column menu",
    "upload": "Upload",
    "upload_file": "Upload {x}",
    "wrong_file": "{x} files are not allowed.",
}


def pairs(t: Translate) -> list[tuple[str, str]]:
    """Each English text and what is said for it; longer ones first, so that none is taken for the start of another."""
    rows = [(english, t(f"controls.{key}")) for key, english in ENGLISH.items()]
    return sorted(rows, key=lambda row: -len(row[0]))
