"""Words for the calculation itself and for what it rests on."""

from __future__ import annotations

from som_model.wording.glossary.term import Term

CALCULATION: tuple[Term, ...] = (
    Term(
        "scenario", "scenarie", "scenario",
        "Alt det, der antages i én beregning: perioden, målgrupperne, indsatsen, priserne, og hvem der betaler. Det står i én fil.",
        "Everything assumed for one calculation: the period, the target groups, the programme, the prices and who pays. It stands in one file.",
        labels=("scenario", "colophon_scenario", "budget_scenario"),
        calls=("som new", "som check", "som.read_scenario", "som.Scenario"),
        avoided=("scenario", "scenarium"),
    ),
    Term(
        "variant", "variant", "variant",
        "Et navngivet sæt ændrede forudsætninger i samme scenarie, fx en succesrate på 30 % og en på 40 %.",
        "A named set of changed assumptions inside one scenario, such as a success rate of 30 % and one of 40 %.",
        labels=("variant", "colophon_variant", "budget_variant"),
        fields=("variants",), calls=("som compare", "som.read_scenarios", "som.compare"),
    ),
    Term(
        "base_scenario", "grundscenarie", "base scenario",
        "Scenariet, som filen står, uden nogen variant.",
        "The scenario as the file stands, without any variant.",
        avoided=("basisscenarie", "basisscenariet"),
    ),
    Term(
        "assumption", "forudsætning", "assumption",
        "Ét tal, som beregningen bygger på, fx en succesrate eller en pris. Hver forudsætning har en adresse.",
        "One number that the calculation rests on, such as a success rate or a price. Each assumption has an address.",
        labels=("assumption", "kind_assumption", "column_assumption"),
        plural=("forudsætninger", "assumptions"), plural_labels=("sheet_assumptions", "brief_assumptions"),
    ),
    Term(
        "address", "adresse", "address",
        "En forudsætnings navn med punktummer, fx programme.staffing.coordinator.annual_cost. Det samme navn bruges i filer, fejl, tabeller og regneark.",
        "An assumption's name with dots, such as programme.staffing.coordinator.annual_cost. The same name is used in files, errors, tables and the workbook.",
        labels=("review_address", "column_address"), calls=("som break-even", "som.Scenario.vary"),
    ),
    Term(
        "estimate", "skøn", "estimate",
        "Et tal sammen med det, man ved om det: værdi, lav, høj, fordeling, kilde og kvalitet.",
        "A number with what is known about it: value, low, high, distribution, source and quality.",
        fields=("value",), avoided=("estimat", "estimatet", "estimater"),
    ),
    Term(
        "stated_values", "med de oplyste tal", "at the stated values",
        "Regnet med hvert tals værdi, som den står i filen; intet er varieret eller trukket tilfældigt.",
        "Calculated with each number's value as it stands in the file; nothing is varied or drawn at random.",
        labels=("sim_base",), fields=("value",),
    ),
    Term(
        "period", "periode", "period",
        "De år, beregningen dækker: et startår og et antal år, 5, medmindre andet er skrevet, højst 40.",
        "The years the calculation covers: a first year and a number of years, 5 unless given, at most 40.",
        fields=("period",),
    ),
    Term(
        "cohort", "deltagere med samme startår", "cohort",
        "De deltagere, der begynder i samme kalenderår. Hvert års deltagere følges for sig, for effekten regnes fra startåret.",
        "The participants who start in the same calendar year. Those of each year are followed by themselves, since the effect is counted from the year of entry.",
    ),
    Term(
        "years_since_entry", "år siden start", "years since entry",
        "År talt fra det år, den enkelte borger begynder, og ikke efter kalenderen. Det første er startåret.",
        "Years counted from the year in which the citizen starts, and not by the calendar. The first is the year of entry.",
        fields=("change", "effect_since_entry"),
    ),
    Term(
        "notice", "bemærkning", "notice",
        "Noget, læseren bør vide om resultatet. En bemærkning standser aldrig en beregning.",
        "Something the reader should know of the result. A notice never stops a calculation.",
        plural=("bemærkninger", "notices"), plural_labels=("notices",), calls=("som.Notice",),
        avoided=("advarsel", "advarsler", "anmærkning", "anmærkninger"),
    ),
    Term(
        "not_counted", "ikke medregnet", "not counted",
        "Noget, der ventes at ske, men ikke har noget beløb i beregningen. Det nævnes i tabeller og oplæg og ændrer ingen sum.",
        "Something expected that has no amount in the calculation. It is named in tables and brief and changes no sum.",
        labels=("not_counted", "brief_left_out"), fields=("not_counted", "counted"),
    ),
    Term(
        "review", "gennemsyn", "review",
        "En fast liste af spørgsmål, som en kritisk læser ville stille, hvert med sted, grund og råd. Gennemsynet ændrer ingen tal.",
        "A fixed list of questions that a critical reader would ask, each with place, reason and remedy. The review changes no figure.",
        labels=("review", "sheet_review"), calls=("som review", "som.review"),
        avoided=("gennemgang", "gennemgangen"),
    ),
    Term(
        "catalogue", "katalog", "catalogue",
        "Den indbyggede samling af priser, målgrupper, prisindeks, diskonteringsrenter og betalerregler, hver med sin kilde. Man kan føje sit eget katalog til.",
        "The built-in collection of prices, target groups, price indices, discount rates and payer rules, each with its source. One's own can be added.",
        labels=("colophon_catalogue", "budget_catalogue"),
        fields=("catalogue", "catalogues"), calls=("som catalogue list", "som.read_catalogue"),
        avoided=("vidensdatabase", "vidensdatabasen"),
    ),
    Term(
        "vintage", "årgang", "vintage",
        "Katalogets pris fra ét bestemt prisår, skrevet navn@2020. Nævnes intet år, bruges det nyeste, der ikke ligger efter scenariets prisår.",
        "The catalogue's price of one price year, written name@2020. Where no year is named, the latest not after the scenario's price year is used.",
        fields=("unit_cost",), calls=("som catalogue show",),
    ),
    Term(
        "colophon", "om denne fil", "about this file",
        "Hvad en fil siger om sin egen tilblivelse: scenarie, variant, ændringer, inddata, versioner og eventuelt dato. Med det kan beregningen gentages.",
        "What a file says of its own making: scenario, variant, changes, input, versions and a date where asked for. With it the calculation can be repeated.",
        labels=("colophon",),
    ),
    Term(
        "input_sha256", "inddata, SHA-256", "input, SHA-256",
        "Et fingeraftryk på 64 tegn af alt det, beregningen er lavet af. Ændres ét tal, bliver det et andet; ens fingeraftryk betyder samme inddata.",
        "A fingerprint of 64 characters of everything the calculation was made from. Change one number and it is another; equal fingerprints mean equal input.",
        labels=("colophon_input", "budget_input"),
    ),
)
