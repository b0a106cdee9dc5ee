"""The facilitator's guide, to be read or printed."""

from mapping.ui import guide, navigation, shell

t = navigation.words()
shell.strip(t, "guide")
guide.whole(t)
