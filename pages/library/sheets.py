"""A page of paper for each role at a table, to be printed."""

from mapping.ui import navigation, role_sheets, shell

t = navigation.words()
shell.strip(t, "sheets")
role_sheets.role_sheets(t)
