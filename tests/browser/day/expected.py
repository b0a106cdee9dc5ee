"""What each table of the scripted day draws. Invented for the test: all agree on the first lines, not on the last."""

from __future__ import annotations

ACTORS = {"congreso": "congreso", "conadeh": "CONADEH", "pn": "policía nacional", "pmop": "PMOP", "mp": "fiscalía"}
SHARED = (("congreso", "appointment", "conadeh"), ("conadeh", "ov_independent", "pn"))
TYPED = ("congreso > nombra > conadeh", "conadeh > supervisa > pn")
# Who refers cases to whom: the tables are not of one mind.
REFERS = {group: ("pn", "mp") if group in ("1", "3", "5") else ("mp", "pn") for group in "12345"}
NONSTATE = {"cosude": "COSUDE"}
FINDINGS = ("Nadie supervisa a la PMOP", "La ruta empieza en dos lugares", "Falta la población atendida")
UNKNOWN = "Quién nombra al mando de la PMOP"
ANSWER = "Remite la Policía; falta ver los partes de 2014"
CANARY = "CANARIO-DIA"  # typed by a participant; in the end no file of the server holds it
STICK = ("congreso > nombra > conadeh", "pn > remite casos a > mp")
