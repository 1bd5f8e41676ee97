"""Words for the programme and for the people in it."""

from __future__ import annotations

from som_model.wording.glossary.term import Term

PROGRAMME: tuple[Term, ...] = (
    Term(
        "target_group", "målgruppe", "target group",
        "Dem, indsatsen er for: hvor mange de er, hvad der tæller som en succes, og hvad der ændrer sig for dem.",
        "Whom the programme is for: how many they are, what counts as a success, and what changes for them.",
        plural=("målgrupper", "target groups"), plural_labels=("target_groups", "section_target_groups"),
        fields=("target_groups",), avoided=("klientgruppe", "brugergruppe", "borgergruppe"),
    ),
    Term(
        "size", "målgruppens størrelse", "size of the target group",
        "Hvor mange borgere der er i målgruppen, hvad enten de deltager eller ej. Tallet ændrer intet beløb.",
        "How many citizens are in the target group, taking part or not. The number changes no amount.",
        labels=("assumption_size",), fields=("size",),
    ),
    Term(
        "participants", "deltagere", "participants",
        "Borgere, der begynder i indsatsen, talt i det kalenderår, de begynder.",
        "Citizens who start in the programme, counted in the calendar year in which they start.",
        labels=("participants", "assumption_participants"), fields=("participants",), avoided=("klienter", "brugere"),
    ),
    Term(
        "completion_rate", "gennemførelse", "completion rate",
        "Den del af deltagerne, der gennemfører indsatsen: 0,9 er ni af ti.",
        "The share of participants who complete the programme: 0.9 is nine of ten.",
        labels=("assumption_completion_rate",), fields=("completion_rate",),
        avoided=("fuldførelse", "gennemførelsesprocent", "gennemførelsesrate"),
    ),
    Term(
        "success_measure", "succesmål", "success measure",
        "Det, der skal være opnået, for at en borger tæller som en succes, fx at være ude af misbrug og uden psykiatrisk indlæggelse.",
        "What must be reached for a citizen to count as a success, such as being out of abuse with no psychiatric admission.",
        labels=("head_success_measure",),
    ),
    Term(
        "success", "succes", "success",
        "En borger, der når succesmålet takket være indsatsen: dem, der ville nå det alligevel, er trukket fra. Antallet kan have decimaler.",
        "A citizen who reaches the success measure because of the programme: those who would reach it anyway are taken off. The number may have decimals.",
        plural=("succeser", "successes"), plural_labels=("successes",), fields=("basis: success",), avoided=("successer",),
    ),
    Term(
        "success_rate", "succesrate", "success rate",
        "Den del, der når succesmålet med indsatsen: 0,3 er 30 af 100. Den tælles blandt dem, der gennemfører, medmindre filen siger blandt alle deltagere.",
        "The share who reach the success measure with the programme: 0.3 is 30 of 100. It is counted among those who complete, unless the file says among all participants.",
        labels=("assumption_success_rate",), fields=("success_rate", "rates_measured_on"),
        avoided=("succesprocent", "succesprocenten", "successrate", "successraten"),
    ),
    Term(
        "baseline_rate", "basisrate", "baseline rate",
        "Den del, der ville nå succesmålet også uden indsatsen. Den trækkes fra succesraten; 0 betyder, at ingen ville, eller at de allerede er trukket fra, som i SØM.",
        "The share who would reach the success measure without the programme too. It is taken off the success rate; 0 means that nobody would, or that they are taken off already, as in SØM.",
        labels=("assumption_baseline_rate",), fields=("baseline_rate",), avoided=("baselinerate", "baseline", "nulrate"),
    ),
    Term(
        "relapse_rate", "tilbagefald", "relapse rate",
        "Den del af dem, indsatsen har hjulpet, der hvert år falder tilbage, så deres besparelse hører op: 0,1 er hver tiende om året.",
        "The share of those the programme has helped who relapse each year, so that their savings end: 0.1 is one in ten a year.",
        labels=("assumption_relapse_rate",), fields=("relapse_rate",), avoided=("recidiv", "tilbagefaldsrate"),
    ),
    Term(
        "relapse_included", "tilbagefald indregnet", "relapse included",
        "Siges om en konsekvens i kataloget, hvis tal allerede rummer tilbagefald, som SØM's gør. Tilbagefald trækkes så ikke fra én gang til, medmindre linjen selv siger det.",
        "Said of a consequence of the catalogue whose figures already contain relapse, as SØM's do. Relapse is then not taken off once more, unless the line says so itself.",
        fields=("relapse_included", "relapse: additional"),
    ),
    Term(
        "attrition_rate", "frafald", "attrition rate",
        "Den del af dem, indsatsen har hjulpet, der hvert år dør eller flytter, så der ikke længere er en besparelse. Det er IKKE dem, der forlader indsatsen undervejs: dem viser gennemførelsen.",
        "The share of those the programme has helped who die or move away each year, so that there is no saving any longer. It is NOT those who leave the programme before its end: the completion rate tells of them.",
        labels=("assumption_attrition_rate",), fields=("attrition_rate",), avoided=("bortfald", "dropout", "drop-out"),
    ),
    Term(
        "effect_since_entry", "effekt", "effect",
        "Den del af det opnåede, der er tilbage år for år, siden borgeren begyndte: 1 er det hele. «Effekt i år 1» er startåret; 0,8 i år 2 betyder, at fire femtedele er tilbage året efter.",
        "The share of what was achieved that is left, year by year since the citizen started: 1 is all of it. \u201cEffect in year 1\u201d is the year of entry; 0.8 in year 2 means that four fifths are left the year after.",
        labels=("assumption_effect_since_entry",), fields=("effect_since_entry",),
    ),
    Term(
        "first_year_share", "startårets andel af effekten", "first-year share of the effect",
        "Hvor stor en del af et helt års effekt der når at falde i startåret. 0,5 passer, når folk begynder året igennem; resten kommer året efter. Det, der falder efter det sidste viste år, tælles ikke med. 1 er hele året, som i SØM.",
        "How much of a full year's effect falls in the year of entry. 0.5 fits where people start throughout the year; the rest comes the year after. What falls after the last year shown is not counted. 1 is the whole year, as in SØM.",
        labels=("assumption_first_year_share",), fields=("first_year_share",),
    ),
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
