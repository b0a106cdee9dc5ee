"""The frame around every page: what the browser shows, in which language, and which page this address names."""

import logging

from mapping.ui import navigation, shell

page = navigation.chosen()
t = navigation.words()
shell.enter(page.title, t)
navigation.follow_later()
navigation.keep_address(page)
try:
    page.run()
except Exception:  # a page that fails says so in words; what went wrong is in the server's log
    logging.getLogger("pages").exception("the page %r failed", page.url_path)
    shell.trouble(t)
