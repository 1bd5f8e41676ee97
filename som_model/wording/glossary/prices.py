"""Words for what changes, and for what it costs a unit."""

from __future__ import annotations

from som_model.wording.glossary.term import Term

PRICES: tuple[Term, ...] = (
    Term(
        "consequence", "konsekvens", "consequence",
        "En ændring i, hvor meget der bruges af noget, fx sengedage. Negativ = der bruges færre enheder, altså en besparelse, når det er en udgift.",
        "A change in how much is used of something, such as bed-days. Negative = fewer units are used: a saving where the unit is an expense.",
        plural=("konsekvenser", "consequences"), plural_labels=("consequences", "budget_category_consequences"),
        fields=("consequences",),
    ),
    Term(
        "change", "ændring i enheder", "change in units",
        "Hvor mange flere (+) eller færre (−) enheder én borger bruger om året. En liste går år for år, siden borgeren begyndte.",
        "How many more (+) or fewer (−) units one citizen uses a year. A list goes year by year since the citizen started.",
        labels=("assumption_change",), fields=("change",),
    ),
    Term(
        "basis", "tælles pr.", "basis",
        "Hvem eller hvad en linje ganges op med: en konsekvens tælles pr. succes, deltager eller gennemført forløb; en omkostning også én gang eller hvert år.",
        "What a line is multiplied by: a consequence is counted for each success, participant or completer; a cost once or each year too.",
        fields=("basis",),
    ),
    Term(
        "unit", "enhed", "unit",
        "Det, der tælles og har en pris: en sengedag, en indlæggelse, en time, et år. Ved siden af et tal: hvad tallet er talt i.",
        "What is counted and has a price: a bed-day, an admission, an hour, a year. Beside a number: what the number is in.",
        labels=("head_unit", "column_unit"), small_labels=("schema_unit",), fields=("unit", "units"),
    ),
    Term(
        "unit_cost", "enhedspris", "unit cost",
        "Prisen for én enhed i kr., med prisår, kasser, konto og kilde.",
        "The price of one unit in kr., with its price year, payers, account and source.",
        plural=("enhedspriser", "unit costs"), plural_labels=("section_unit_costs", "unit_prices"),
        fields=("unit_cost", "unit_costs"), avoided=("stykpris", "enhedsomkostning", "enhedsomkostninger"),
    ),
    Term(
        "expense", "udgift", "expense",
        "Penge, en kasse betaler ud. I budgetfilen har en udgift fortegnet +.",
        "Money that a payer pays out. In the budget file an expense has the sign +.",
        labels=("budget_expense",), fields=("kind: expense",),
    ),
    Term(
        "income", "indtægt", "income",
        "Penge, en kasse får ind, fx skat af arbejdsløn; flere af dem er en gevinst. I budgetfilen har en indtægt fortegnet −.",
        "Money that a payer receives, such as tax on wages; more of it is a gain. In the budget file an income has the sign −.",
        labels=("budget_income",), fields=("kind: income",),
    ),
    Term(
        "realisable", "del af prisen, der kan realiseres", "part of the price that leaves the budget",
        "En gennemsnitspris rummer også husleje og ledelse, som først spares, når en plads lukkes. 0,6 betyder, at 60 % af prisen virkelig forlader budgettet.",
        "An average price holds rent and management too, which are saved only when a place closes. 0.6 means that 60 % of the price really leaves the budget.",
        labels=("assumption_realisable",), fields=("realisable",),
    ),
    Term(
        "price_year", "prisår", "price year",
        "Det år, hvis priser et beløb er i. Alle resultater er i scenariets prisår, så de kan sammenlignes: prisstigninger fra år til år er ikke talt med.",
        "The year whose prices an amount is in. All results are in the scenario's price year, so that they compare: price rises from year to year are not in them.",
        labels=("price_year", "head_price_year"), fields=("price_year",),
    ),
    Term(
        "fixed_prices", "faste priser", "fixed prices",
        "Alle år i ét og samme års priser, også de kommende. Et budget i løbende priser er højere i de senere år.",
        "All years in the prices of one year, the coming ones too. A budget in current prices is higher in the later years.",
        calls=("som budget",),
    ),
    Term(
        "price_index", "prisindeks", "price index",
        "En talrække, der viser, hvor meget priser er steget fra år til år. Med den flyttes et beløb fra ét prisår til et andet.",
        "A series that shows how much prices have risen from year to year. It moves an amount from one price year to another.",
        plural=("prisindeks", "price indices"), plural_labels=("section_indices", "price_indices"),
        fields=("price_index", "index", "indices"),
    ),
    Term(
        "net_price_index", "nettoprisindeks", "net price index",
        "Danmarks Statistiks prisindeks, hvor afgifter er trukket fra. Det bruges, medmindre andet er skrevet; SØM bruger det også.",
        "Statistics Denmark's price index with indirect taxes taken out. It is used unless another is written; SØM uses it too.",
        fields=("price_index",),
    ),
    Term(
        "kl_pl", "p/l (pris og løn)", "p/l (prices and pay)",
        "KL's skøn over, hvor meget kommunernes priser og lønninger stiger fra år til år. «2025-priser (p/l)» er beløb i det års pris- og lønniveau. KL's tal er ikke indbygget: skriv dem i filen.",
        "Estimates by KL (Local Government Denmark) of how much municipal prices and pay rise from year to year. \u201c2025 prices (p/l)\u201d are amounts at that year's level. KL's figures are not built in: write them in the file.",
        fields=("indices",),
    ),
    Term(
        "real_growth", "realvækst", "real growth",
        "Hvor meget en pris stiger om året ud over prisindekset: 0,01 er 1 % om året oveni.",
        "How much a price rises a year beyond the price index: 0.01 is 1 % a year on top.",
        labels=("assumption_real_growth",), fields=("real_growth",),
    ),
)
