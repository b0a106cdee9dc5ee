"""A page of `render.interactive` that stands inside one of ours: what every such page has alike comes from the server.

The page itself carries the network library and the typeface, a megabyte in all, so that it opens without a network.
Beside the server that would be sent anew with each change to each screen; here the browser fetches both once.
"""

from __future__ import annotations

import re

from mapping.render import font
from mapping.ui import assets

_LIBRARY = re.compile(r"<script>.*?</script>", re.S)  # the first one; the page's own script follows it
_FACE = re.compile(r"@font-face\{[^}]*?font-weight:(\d+)[^}]*\}")
_POLICY = re.compile(r"(http-equiv=\"Content-Security-Policy\" content=)\"[^\"]*\"")
# What is pressed with Alt inside the map is for the page around it (Alt+H hides everything); see `look/sheet.js`.
_KEYS = (
    "addEventListener('keydown',(e)=>{if(e.altKey&&!e.ctrlKey&&!e.metaKey&&!e.repeat)"
    "parent.postMessage({type:'alt-key',code:e.code},'*')})"
)
POLICY = (
    "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'unsafe-inline'; font-src 'self'; img-src data:"
)


def lean(page: str) -> str:
    """The same page with library and typeface by their addresses on this server, leave to fetch just those, and the
    keys that belong to the page around it passed on."""
    at = f"/assets/{assets.version()}"
    page = _LIBRARY.sub(f'<script src="{at}/vis/vis-network.min.js"></script>', page, count=1)
    page = _FACE.sub(lambda found: _face(int(found[1]), at), page)
    page = _POLICY.sub(rf'\1"{POLICY}"', page, count=1)
    return page.replace("</body>", f"<script>{_KEYS}</script></body>", 1)


def _face(weight: int, at: str) -> str:
    return (
        f"@font-face{{font-family:'{font.FAMILY}';font-weight:{weight};"
        f"src:url({at}/fonts/{weight}.woff) format('woff');font-display:swap}}"
    )
