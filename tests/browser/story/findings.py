"""The page of findings as somebody at a table reads it, and what it says of the two maps once they are drawn.

Who is named and how often follows from the maps of `tests.golden`, counted by hand and with networkx.
"""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.browser.story.people import Screen

FOLLOWS = 2.0  # seconds after a change by which the page says what is true now

EARLY_1 = "Todavía no se puede decir: 5 de 5 relaciones de control no dicen si funcionan."
EARLY_2 = "Too early to say: 5 of 5 oversight links do not say whether they work."
Q3_02_EN = (
    "On this group's map, 4 of 5 institutions with armed staff have no outside oversight that works: Armed Forces, "
    "FUSINA and INP (none drawn) and the Military Police (one, weak). The group marks one that is needed: "
    "National Congress over FUSINA."
)
GROUP_1 = {
    "Q3-02": (
        "En el mapa de este grupo, 4 de 5 instituciones con personal armado no tienen un control externo que "
        "funcione: Fuerzas Armadas, FUSINA e INP (ninguno dibujado) y Policía Militar (uno, a medias). El grupo "
        "señala un control que hace falta: Congreso Nacional a FUSINA."
    ),
    "Q3-04": (
        "Derechos Humanos de las FF. AA. depende de quien debe supervisar (Fuerzas Armadas). Derechos Humanos de "
        "las FF. AA. tiene la misma jefatura que la Policía Militar (Fuerzas Armadas). Los otros tres controles son "
        "independientes en este mapa."
    ),
    "Q3-10": (
        "La cadena se corta entre el Ministerio Público y los Tribunales penales: la remisión funciona a medias. "
        "Nadie ocupa denuncia, investigación ni reinserción."
    ),
    "Q3-22": (
        "BID y COSUDE apoyan a la Policía Nacional sin relación entre sí. Ningún apoyo llega a los órganos de "
        "control: CONADEH, Congreso Nacional y Derechos Humanos de las FF. AA. En la cadena de casos no llega apoyo "
        "a: fiscalía, tribunal y cárcel."
    ),
    "Q3-13": (
        "Si falta uno de estos actores, el mapa se parte: CONADEH y Policía Nacional, 5 quedan fuera; "
        "Policía Militar, 3 quedan fuera."
    ),
    "Q3-17": "Pesa más que su mandato: BID. Mandato sin peso: Congreso Nacional. Sin valorar: INP.",
}
GROUP_2 = {
    "Q3-02": (
        "On this group's map, 3 of 5 institutions with armed staff have no outside oversight that works: "
        "Armed Forces, FUSINA and INP (none drawn)."
    ),
    "Q3-04": (
        "Not on this map. That is no proof that it does not exist. The five oversight links drawn are independent "
        "on this map."
    ),
    "Q3-10": (
        "The chain breaks between the National Police and the Public Prosecutor: only the other direction is drawn, "
        "from the Public Prosecutor to the National Police. Nobody is at report, investigation or reintegration."
    ),
    "Q3-22": (
        "IDB and SDC support the National Police and coordinate. No support reaches the oversight bodies: CONADEH and "
        "National Congress. In the chain of cases no support reaches: prosecution, court and prison."
    ),
    "Q3-13": (
        "Without one of these actors the map falls apart: CONADEH and National Police, 3 left outside. 1 link on paper "
        "only or blocked is not counted. If what is on paper only is counted too, no longer: CONADEH."
    ),
    "Q3-17": "Weighs more than its mandate: FUSINA. Not rated: INP.",
}
TABLE_1 = {"Policía Nacional": "2 de 2", "Policía Militar": "0 de 2", "Fuerzas Armadas": "0 de 1", "FUSINA": "0 de 0",
           "INP": "0 de 0"}  # fmt: skip
TABLE_2 = {"National Police": "3 of 3", "Military Police": "1 of 2", "Armed Forces": "0 of 0", "FUSINA": "0 of 0",
           "INP": "0 of 0"}  # fmt: skip


class Findings(Screen):
    """The page of findings, also as a second tab beside the map."""

    @classmethod
    def beside(cls, table: Screen) -> Findings:
        """A second tab of a table's browser, of the same seat."""
        page: Page = table.page.context.new_page()
        here = cls(page, table.base, table.language)
        page.goto(table.page.url.replace("/build?", "/explore?"))
        return here

    def answer(self, question: str) -> Locator:
        return self.see(f"finding-{question}").locator(".said")

    def says(self, question: str, sentence: str, *, within: float = 15.0) -> None:
        expect(self.answer(question)).to_have_text(sentence, timeout=within * 1000)

    def is_early(self, question: str, sentence: str) -> None:
        """It says why it is too early to say, whatever it adds."""
        expect(self.answer(question)).to_contain_text(sentence, timeout=15_000)
        assert self.outcome(question) == "not_enough"

    def outcome(self, question: str) -> str:
        """found, nothing or not_enough, as the page marks it."""
        item = self.page.locator("li", has=self.see(f"finding-{question}"))
        return item.get_attribute("data-outcome") or ""

    def opens_the_rest(self) -> None:
        self.page.locator("summary", has_text=self.words("group.more")).click()

    def table(self) -> dict[str, str]:
        """The table of the chosen question: first column to last."""
        rows = self.page.locator("table.cover-table tbody tr")
        return {row[0]: row[-1] for row in (r.inner_text().split("\t") for r in rows.all())}
