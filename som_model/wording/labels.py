"""Labels that are no word of the glossary: headings, sums, units: key → (Danish, English); and Danish names of fields."""

from __future__ import annotations

from som_model.wording.parties import danish_names

LABELS: dict[str, tuple[str, str]] = {
    "title_changed": ("{title}, ændret: {changes}", "{title}, changed: {changes}"),
    "title_changed_many": ("{title}, {count} ændringer", "{title}, {count} changes"),
    "as_written": ("{da}", "{en}"), "percent": ("{share} %", "{share} %"), "as_number": ("{number}", "{number}"), "kr_amount": ("{amount} kr.", "{amount} kr."),
    "variants_shown": ("Vist er varianterne i {file}; scenariet uden variant: som run {file}", "Shown are the variants of {file}; the scenario without a variant: som run {file}"),
    "notes_heading": ("Om beregningen: {text}", "About the calculation: {text}"),
    "net_before_prudence": ("Akkumuleret nettoresultat uden fradrag for optimisme", "Accumulated net without the allowance for optimism"),
    "review_text": ("Fundet", "Found"), "review_why_head": ("Hvorfor", "Why"), "review_do_head": ("Gør", "Do"), "review_why": ("Hvorfor: {why}", "Why: {why}"), "review_do": ("Gør: {do}", "Do: {do}"),
    "review_found": ("{title}: {count} spørgsmål, en kritisk læser ville stille", "{title}: {count} questions a critical reader would ask"),
    "review_found_one": ("{title}: ét spørgsmål, en kritisk læser ville stille", "{title}: one question a critical reader would ask"),
    "review_nothing": ("{title}: ingen spørgsmål", "{title}: no questions"),
    "years_of_effect": ("{years} år", "{years} years"), "one_year_of_effect": ("ét år", "one year"),
    "evidence_not_stated": ("hvor længe, er ikke angivet; derfor regnes med ét år", "for how long is not stated; one year is reckoned"),
    "the_success_rate": ("succesraten", "the success rate"), "the_change": ("ændringen", "the change"), "the_price": ("prisen", "the price"), "the_result": ("resultatet: vælg et nyere price_year", "the result: choose a newer price_year"), "the_cost": ("beløbet", "the amount"), "the_units": ("antallet af enheder", "the number of units"),
    "same_unit": ("enheden {key}", "the unit {key}"), "days_and_admissions": ("sengedage eller indlæggelser, som kan være de samme,", "bed-days or admissions, which may be the same,"),
    "accumulated_short": ("Akkumuleret", "Accumulated"),
    "payback_municipality": ("Tilbagebetalt i (kommunen)", "Payback year (municipality)"), "payback_never": ("ikke i perioden", "not in the period"),
    "payback_none": ("ingen medregnet omkostning", "no counted cost"),
    "total": ("I alt", "Total"),
    "public_total": ("Det offentlige i alt", "Public purse, total"),
    "year": ("År", "Year"), "line": ("Linje", "Line"), "block": ("Del", "Part"),
    "period_total": ("Hele perioden", "Whole period"), "amount": ("Beløb", "Amount"), "kr": ("kr.", "kr."),
    "kroner": ("kr.", "kr."), "thousand_kr": ("1.000 kr.", "1,000 kr."), "million_kr": ("mio. kr.", "m kr."),
    "price_level": ("{unit}, {price_year}-priser", "{unit}, {price_year} prices"),
    "other": ("Andet", "Other"),
    "area_not_stated": ("Ikke angivet", "Not stated"),
    "prudence": ("Forsigtighed (fradrag for optimisme)", "Prudence (allowance for optimism)"),
    "of_which": ("heraf {payer}", "of which {payer}"), "difference_from": ("Forskel fra {reference}: {name}", "Difference from {reference}: {name}"),
 "comparison": ("Sammenligning", "Comparison"),
    "by_payer": ("Nettoresultat fordelt på kasser", "Net by payer"),
    "by_area": ("Nettoresultat fordelt på styringsområder", "Net by budget area"),
    "figure": ("Nøgletal", "Figure"), "value": ("Værdi", "Value"),
    # units of unit costs
    "unit_year": ("år", "years"), "unit_month": ("måneder", "months"), "unit_week": ("uger", "weeks"), "unit_day": ("døgn", "days"),
    "unit_hour": ("timer", "hours"), "unit_bed_day": ("sengedage", "bed-days"), "unit_admission": ("indlæggelser", "admissions"),
    "unit_visit": ("besøg", "visits"), "unit_course": ("forløb", "courses"), "unit_placement_day": ("anbringelsesdøgn", "days in placement"),
    "unit_case": ("sager", "cases"), "unit_night": ("nætter", "nights"), "unit_place": ("pladser", "places"), "unit_person": ("personer", "persons"), "unit_kr": ("kr.", "kr."),
    # units of unit costs in the singular, where no other word is in the table
    "single_day": ("døgn", "day"), "single_placement_day": ("anbringelsesdøgn", "day in placement"), "single_person": ("person", "person"),
    # charts
    "paid_back_in": ("Tilbagebetalt i {year}", "Paid back in {year}"),
    "accumulated_title": ("Akkumuleret nettoresultat for det offentlige", "Accumulated net for the public purse"),
    "by_payer_title": ("Hvem får, og hvem betaler, år for år", "Who gains and who pays, year by year"),
    "by_area_title": ("{payer}: nettoresultat fordelt på styringsområder", "{payer}: net by budget area"),
    "ledger_title": ("Hvad resultatet består af, {first}-{last}", "What the result consists of, {first}-{last}"),
}

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
"""Danish words that a Danish hand may write where the language has an English name."""
