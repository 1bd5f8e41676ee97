"""Danish words that a Danish hand may write where the language has an English name."""

from som_model.wording.parties import danish_names

DANISH_NAMES: dict[str, str] = {
    **danish_names(),
    "målgrupper": "target_groups", "målgruppe": "target_groups", "indsats": "programme", "deltagere": "participants",
    "succesrate": "success_rate", "basisrate": "baseline_rate", "tilbagefald": "relapse_rate", "frafald": "attrition_rate",
    "gennemførelse": "completion_rate", "konsekvenser": "consequences", "enhedspriser": "unit_costs",
    "enhedspris": "unit_cost", "beløb": "amount", "enhed": "unit", "prisår": "price_year", "pris": "amount",
    "kasse": "payers", "kasser": "payers", "betaler": "payers", "kilde": "source", "kvalitet": "quality",
    "omkostninger": "costs", "personale": "staffing", "stillinger": "staffing", "finansiering": "funding",
    "navn": "name", "titel": "title", "periode": "period", "år": "years", "diskonteringsrente": "discount_rate",
    "rente": "discount_rate", "varianter": "variants", "timer": "hours_per_week", "årsløn": "annual_salary",
    "løn": "annual_salary", "udgift": "expense", "indtægt": "income", "drift": "operation", "engang": "once",
    "deltager": "participant", "succes": "success", "konto": "account", "udvalg": "committee", "antal": "units",
    "bemærkning": "note", "noter": "notes", "fast": "assumed", "antaget": "assumed", "lokal": "local",
    "overførsler": "transfers", "anlæg": "capital", "service": "service", "andet": "other",
}

DANISH_RULES: dict[str, str] = {
    "refusionstrappe": "refund_ladder", "refusionstrappen": "refund_ladder", "kmf": "kmf_psychiatry", "medfinansiering": "kmf_psychiatry",
    "særligt_dyre_enkeltsager": "costly_case", "dyre_enkeltsager": "costly_case", "expensive_case": "costly_case", "§ 176": "costly_case",
    "forsorgshjem": "shelter_refund", "herberg": "shelter_refund", "§ 110": "shelter_refund",
}
"""What Danes call the payer rules, and their names in other lists."""
