"""The frame around every page: what the browser shows, in which language, and which page this address names."""

from mapping.ui import navigation, shell

page = navigation.chosen()
shell.enter(page.title)
navigation.follow_later()
page.run()
