"""The guide: what people at a table, facilitators and organisers do, on one page."""

from mapping.ui import guide, navigation, shell

t = navigation.words()
shell.strip(t, "help")
guide.guide(t)
