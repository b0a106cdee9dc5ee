"""What a file calls kinds, each with the kind that is proposed, for whoever takes it in to confirm or change; and
whether its names may become the catalogue's actors."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import streamlit as st

from mapping.codec import MapFile
from mapping.i18n import Translate
from mapping.imports import DROP, Choices, Imported, Opened, Word
from mapping.imports.catalogued import as_catalogued, recognised
from mapping.scenario import Scenario
from mapping.schema import schema
from mapping.ui.markup import bare

SHOWN = 40  # words with a box of their own; the rest are as proposed, and said
NAMES, OF_WHOM = 8, 3


def confirmed(t: Translate, file: Opened, scenario: Scenario, *, key: str) -> tuple[Imported, bool]:
    """The map as it was chosen so far, and whether there was anything to confirm."""
    found = file.map()
    if found.words:
        found = _with_kinds(t, file, found, key=key)
    asked = any(not word.certain for word in found.words)
    known = recognised(found.file.map, scenario)
    if known:
        names = [bare(found.file.map.actors[id].name) for id in known]
        shown = t.join(
            [*names[:NAMES], *([t.count("imports.words.others", len(names) - NAMES)] if names[NAMES:] else [])]
        )
        asks = t.count("imports.words.catalogue", len(names), names=shown)
        if st.checkbox(asks, key=f"{key}-catalogue", help=t("imports.words.catalogue_help")):
            found = replace(found, file=_catalogued(found.file, scenario, t))
    return found, asked or bool(known)


def _with_kinds(t: Translate, file: Opened, found: Imported, *, key: str) -> Imported:
    """The map with the kinds of the boxes below. Those of actors come first: who oversees decides what a supervision
    is proposed as, so that the boxes of links may be others once an actor's kind was changed."""
    choices = _chosen(found.words, key)
    for of in ("actor", "link"):
        found = file.map(choices) if choices else found
        asked = [word for word in found.words if word.of == of and not word.certain]
        if not asked:
            continue
        st.markdown(f"**{t(f'imports.words.{of}')}**")
        for word in asked[:SHOWN]:
            _box(t, word, key)
        if asked[SHOWN:]:
            st.caption(t.count("imports.words.more", len(asked) - SHOWN))
        choices = _chosen(found.words, key)
    return file.map(choices) if choices else found


def _box(t: Translate, word: Word, key: str) -> None:
    kinds = _kinds(word.of, t.language)
    if word.word:
        label = f"{t('imports.words.said', word=_plain(word.word))} · {t.count(f'imports.note.{word.of}s', word.count)}"
    else:
        label = _of_whom(t, word)
    options = [word.kind, *(kind for kind in kinds if kind != word.kind), DROP]
    names = {**kinds, DROP: t("imports.words.drop")}
    names[word.kind] = t("imports.words.proposed", kind=kinds[word.kind])
    st.selectbox(
        label, options, format_func=names.__getitem__, key=_key(key, word), help=_plain("; ".join(word.examples))
    )


def _of_whom(t: Translate, word: Word) -> str:
    """Whose kind the file does not say."""
    names = [_plain(name) for name in word.examples[:OF_WHOM]]
    rest = word.count - len(names)
    return t.join([*names, *([t.count("imports.words.others", rest)] if rest > 0 else [])])


def _chosen(words: tuple[Word, ...], key: str) -> Choices:
    """What is otherwise than proposed."""
    state = st.session_state
    picked = {word.key: state.get(_key(key, word), word.kind) for word in words if not word.certain}
    return {word: kind for word, kind in picked.items() if kind != word[2]}


def _key(key: str, word: Word) -> str:
    return f"{key}-word-{word.of}-{word.kind}-{word.word}"


@cache
def _kinds(of: str, language: str) -> dict[str, str]:
    """Kind -> its name, in the order of the vocabulary, the catch-all of links last."""
    if of == "actor":
        return {kind.id: kind.label[language] for kind in schema().actor_kinds.values()}
    kinds = sorted(schema().link_kinds.values(), key=lambda kind: kind.catch_all)
    return {kind.id: kind.label[language] for kind in kinds}


def _catalogued(file: MapFile, scenario: Scenario, t: Translate) -> MapFile:
    return replace(file, map=as_catalogued(file.map, scenario, t.language))


def _plain(text: str) -> str:
    return bare(text[:80])
