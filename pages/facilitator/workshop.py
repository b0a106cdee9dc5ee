"""1 Prepare: open a workshop in a minute, come back to one, or see its codes."""

from mapping.ui import navigation, plan_form, shell
from mapping.ui.markup import join, tag
from mapping.ui.sheet import sheet

t = navigation.words()
shell.strip(t, "workshop")
sheet(join(tag("h1", t("workshop.title")), tag("p", t("workshop.lead"), class_="soft lead")), key="plan-title")
sent = plan_form.plan_form(t)
plan_form.defaults(t)
