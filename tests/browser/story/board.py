"""What the board must say of the two maps, counted by hand and with networkx from the tables of the story."""

from __future__ import annotations

HEADLINE = "Coinciden 9 de 20 relaciones"
DETAIL = "11 de 13 actores están en los dos mapas. Coincidencia: 9 / 20 = 0.45; sólo cuentan las relaciones dibujadas."
SAME_PRACTICE = "7 con la misma respuesta"
JOINT = "11 actores, 9 relaciones, dos piezas"
PIECES = (
    {"mp", "tribunales", "inp"},
    {"bid", "conadeh", "congreso", "cosude", "ffaa", "fusina", "pmop", "pn"},
)
SHARED = {
    "BID capacita y asesora a la Policía Nacional",
    "CONADEH supervisa a la Policía Militar",
    "CONADEH supervisa a la Policía Nacional",
    "Congreso Nacional nombra a quien dirige CONADEH",
    "COSUDE capacita y asesora a la Policía Nacional",
    "Fuerzas Armadas mandan a FUSINA",
    "Fuerzas Armadas mandan a la Policía Militar",
    "Ministerio Público remite casos a los Tribunales penales",
    "Tribunales penales remiten casos a INP",
}
ONLY_SEEN = {
    "Ministerio Público supervisa a la Policía Nacional 1",
    "BID coordina con COSUDE 2",
    "Congreso Nacional nombra a quien dirige el Ministerio Público 2",
    "Congreso Nacional supervisa a la Policía Militar 2",
    "Tribunales penales supervisan a la Policía Nacional 2",
}
ONLY_LACKING = {
    "Derechos Humanos de las FF. AA. supervisa a las Fuerzas Armadas 1",
    "Derechos Humanos de las FF. AA. supervisa a la Policía Militar 1",
    "Fuerzas Armadas mandan a Derechos Humanos de las FF. AA. 1",
    "APJ supervisa a la Policía Nacional 2",
}
AGENDA = (  # rank by rank: who or what the question names, and what hangs on it
    (("remite casos", "Policía Nacional", "Ministerio Público"), "Cambia dónde se corta la cadena, en los dos grupos."),
    (("CONADEH", "Policía Militar"), "Cambia quién no tiene un control externo que funcione, en los dos grupos."),
    (("Ministerio Público", "Tribunales penales"), "Cambia dónde se corta la cadena, en los dos grupos."),
    (("BID", "COSUDE"), "Cambia dónde se repite o falta el apoyo, en los dos grupos."),
    (("influencia", "BID"), "Cambia quién pesa más, o menos, que su mandato, en los dos grupos."),
    (("influencia", "Congreso"), "Cambia quién pesa más, o menos, que su mandato, en los dos grupos."),
    (("influencia", "FUSINA"), "Cambia quién pesa más, o menos, que su mandato, en los dos grupos."),
    (("Congreso Nacional", "nombra", "Ministerio Público"), "Cambia sin quién se parte el mapa, en el grupo 1."),
    (("Congreso Nacional", "Policía Militar"), "No cambia ninguna de las respuestas."),
    (("Ministerio Público", "Policía Nacional"), "No cambia ninguna de las respuestas."),
    (("Tribunales penales", "Policía Nacional"), "No cambia ninguna de las respuestas."),
)
SPREAD = {"BID": ["4", "2"], "Congreso Nacional": ["2", "4"], "FUSINA": ["3", "4"], "Tribunales penales": ["2", "3"]}
ANSWERS = (
    "Control externo. Coinciden en Fuerzas Armadas, FUSINA e INP.",
    "La cadena de casos. Todos encuentran algo, en lugares distintos.",
    "Si falta, el mapa se parte. Coinciden en CONADEH y Policía Nacional.",
)
RECORDED_BY_BOTH = {"L062", "L063", "L096", "L207", "L209", "L160", "L175", "L332", "L346"}
RECORDED_BY_ONE = {"L065", "L073", "L074", "L158", "L046", "L095", "L172", "L234", "L351"}
ENDED = "Constaba hasta enero de 2015 (L104)."
REVERSED = "Consta al revés: Policía Nacional remite casos al Ministerio Público (L046)."
GAP = "Tampoco consta en las fuentes. Eso no prueba que no exista."
ANSWER = "La policía remite al fiscal; el fiscal devuelve lo incompleto."  # the room's, to the first of the agenda

# What the groups write at the end (step 12); the first finding of group 1 and the answer may leave the room.
FINDINGS = {
    "es": (
        "Casi nadie supervisa a quien lleva armas",
        "FUSINA no rinde cuentas fuera",
        "La cooperación va a la Policía",
    ),
    "en": ("Congress has the mandate and not the weight", "The route starts at the prosecutor", "Donors coordinate"),
}
UNKNOWN = {"es": "Quién nombra al mando de FUSINA", "en": "Who reads the reports of CONADEH"}
