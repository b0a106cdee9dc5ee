"""How wide the columns of a table are: by what stands in them, the same way on paper and on slides."""

from __future__ import annotations

from collections.abc import Callable, Sequence

Row = tuple[str, ...]


def widths(
    columns: Row, rows: Sequence[Row], wide: float, measured: Callable[[str, bool], float], pad: float
) -> list[float]:
    """No narrower than a column's longest word, wider where there is more to say; together at most `wide`.

    `measured` says how wide a text is, bold or not (the first cell of a row is); `pad` is the margin on either side. A
    word that no column has room for counts as a third of the table.
    """
    told = [*([columns] if columns else []), *rows]
    cells = [[row[i] for row in told] for i in range(len(told[0]) if told else 0)]
    around = 2 * pad + 2
    longest = [max(measured(word, i == 0) for cell in column for word in cell.split() or [""])
               for i, column in enumerate(cells)]  # fmt: skip
    whole = [max(measured(cell, i == 0) for cell in column) for i, column in enumerate(cells)]
    least = [min(word, wide / 3) + around for word in longest]
    spare = max(0.0, wide - sum(least))
    wishes = [max(0.0, full + around - low) for full, low in zip(whole, least, strict=True)]
    share = min(1.0, spare / sum(wishes)) if sum(wishes) else 0.0
    found = [low + wish * share for low, wish in zip(least, wishes, strict=True)]
    return [each * wide / sum(found) for each in found] if sum(found) > wide else found
