"""Words for what is done, and for what it costs."""

from __future__ import annotations

from som_model.wording.glossary.term import Term

PROGRAMME: tuple[Term, ...] = (
    Term(
        "programme", "indsats", "programme",
        "Det, der gøres: personale, øvrige omkostninger, det alternativ, der spares, og finansieringen.",
        "What is done: staffing, other costs, the alternative that is saved, and funding.",
        labels=("programme",), fields=("programme",), avoided=("intervention", "interventionen", "foranstaltning"),
    ),
    Term(
        "staffing", "personale", "staffing",
        "De stillinger, indsatsen bruger.",
        "The posts that the programme uses.",
        labels=("staffing", "budget_category_staffing"), fields=("staffing",), avoided=("bemanding",),
    ),
    Term(
        "fte", "fuldtidsstillinger", "full-time posts",
        "Stillinger regnet om til fuld tid, også kaldt årsværk: 18,5 timer om ugen af 37 er 0,5.",
        "Posts converted to full time, full-time equivalents: 18.5 hours a week of 37 is 0.5.",
        labels=("assumption_fte", "full_time_posts"), small_labels=("unit_of_fte",),
        fields=("fte", "hours_per_week", "full_time_hours"), avoided=("årsværk", "årsværket"),
    ),
    Term(
        "annual_cost", "årlig omkostning", "annual cost",
        "Hvad en stilling koster for et helt år, som den er: hverken timer eller overhead ganges på.",
        "What a post costs for a whole year, as it is: neither hours nor overhead are multiplied on.",
        labels=("assumption_annual_cost",), fields=("annual_cost",),
    ),
    Term(
        "annual_salary", "årsløn", "annual salary",
        "Lønnen i kr. for én fuldtidsstilling i et år. Den ganges med stillingens del af fuld tid, og overhead lægges til.",
        "The salary in kr. of one full-time post for a year. It is multiplied by the post's part of full time, and overhead is added.",
        labels=("assumption_annual_salary",), fields=("annual_salary",),
    ),
    Term(
        "overhead", "overhead", "overhead",
        "Tillæg til en årsløn for husleje, ledelse, it og lignende: 0,2 er 20 % oven i lønnen.",
        "What is added to a salary for rent, management, IT and the like: 0.2 is 20 % on top of it.",
        labels=("assumption_overhead",), fields=("overhead",),
    ),
    Term(
        "capacity", "kapacitet", "capacity",
        "Hvor mange deltagere om året der er timer til: fuldtidsstillinger × timer med borgere om året delt med timer pr. deltager.",
        "How many participants a year there are hours for: full-time posts × hours with citizens a year divided by hours per participant.",
        fields=("citizen_hours_per_year", "hours_per_participant"), calls=("som check",),
    ),
    Term(
        "other_costs", "øvrige omkostninger", "other costs",
        "Indsatsens omkostninger ud over personale: forberedelse, uddannelse, drift og materiel.",
        "The programme's costs beside staffing: preparation, training, operation and equipment.",
        labels=("costs",), fields=("costs", "category"),
    ),
    Term(
        "residual_value", "restværdi", "residual value",
        "Hvad indkøbt materiel er værd i periodens sidste år. Beløbet trækkes fra omkostningen det år.",
        "What bought equipment is worth in the last year of the period. The amount is taken off that year's cost.",
        labels=("residual", "assumption_residual_value", "budget_category_residual"), fields=("residual_value",),
        avoided=("scrapværdi",),
    ),
    Term(
        "saved_alternative", "sparet alternativ", "saved alternative",
        "Det, man ellers ville have gjort for de samme borgere, og som nu ikke skal betales. Det trækkes fra indsatsens omkostning.",
        "What would have been done for the same citizens otherwise and need not be paid now. It is taken off the cost of the programme.",
        labels=("saved_alternative", "budget_category_saved_alternative"), fields=("saved_alternative",),
        avoided=("basisalternativ", "basisalternativet"),
    ),
    Term(
        "funding", "finansiering", "funding",
        "Penge, der flyttes mellem kasserne eller kommer udefra, fx et tilskud fra en fond. Det ændrer, hvem der betaler, og er ikke en besparelse.",
        "Money moved between payers or from outside, such as a grant from a foundation. It changes who pays and is not a saving.",
        labels=("funding", "budget_category_funding"), fields=("funding", "paid_by", "received_by"),
    ),
    Term(
        "implementation", "implementeringsomkostninger", "implementation cost",
        "I oplægget: engangsbeløb og det, der bruges til forberedelse, uddannelse og materiel.",
        "In the brief: once amounts, and what is spent on preparation, training and equipment.",
        labels=("brief_implementation",), calls=("som brief",),
    ),
    Term(
        "lasting", "varige ændringer", "lasting changes",
        "I oplægget: alt i kommunens budget, der ikke er implementering. Den varige ændring måles i periodens sidste år.",
        "In the brief: all in the municipality's budget that is not implementation. The lasting change is measured in the last year of the period.",
        labels=("brief_lasting",), calls=("som brief",),
    ),
)
