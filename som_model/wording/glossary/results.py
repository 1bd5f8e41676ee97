"""Words for what a calculation gives."""

from __future__ import annotations

from som_model.wording.glossary.term import Term

RESULTS: tuple[Term, ...] = (
    Term(
        "savings", "økonomisk konsekvens", "savings",
        "Hvad de ændrede enheder er værd i kr.: færre udgifter og flere indtægter. Positiv = det offentlige sparer. I sætninger også kaldt besparelse.",
        "What the changed units are worth in kr.: fewer expenses and more income. Positive = the public purse gains.",
        labels=("savings",), calls=("som.Projection",), avoided=("økonomisk effekt", "bruttogevinst"),
    ),
    Term(
        "programme_cost", "omkostning", "programme cost",
        "Hvad indsatsen koster i kr.: personale og øvrige omkostninger, minus restværdi og sparet alternativ, med finansiering regnet med. Et positivt tal; i regnskabet står det med minus, fordi det trækkes fra.",
        "What the programme costs in kr.: staffing and other costs, less residual value and saved alternative, with funding counted. A positive number; in the ledger it stands with a minus, since it is taken off.",
        labels=("programme_cost",), calls=("som.Projection",), avoided=("programomkostning", "indsatsomkostning"),
    ),
    Term(
        "net", "nettoresultat", "net",
        "Økonomisk konsekvens minus omkostning, i kr. Positivt = gevinst, negativt = underskud, som i SØM.",
        "Savings less programme cost, in kr. Positive = gain, negative = loss, as in SØM.",
        labels=("net",), calls=("som run", "som.Projection"),
        avoided=("nettogevinst", "nettobesparelse", "nettoeffekt", "nettoindtægt"),
    ),
    Term(
        "accumulated_net", "akkumuleret nettoresultat", "accumulated net",
        "Nettoresultatet lagt sammen år for år, ikke diskonteret. Det sidste tal gælder hele perioden.",
        "Net added up year by year, undiscounted. The last figure is that of the whole period.",
        labels=("accumulated", "accumulated_net"), calls=("som run", "som.tables.accumulated"), avoided=("kumuleret", "kumulativ"),
    ),
    Term(
        "gain", "gevinst", "gain",
        "Et nettoresultat over 0: der spares mere, end indsatsen koster.",
        "A net above 0: more is saved than the programme costs.",
        labels=("gain_above", "key_gain"), small_labels=("net_gained",), avoided=("overskud", "fortjeneste"),
    ),
    Term(
        "loss", "underskud", "loss",
        "Et nettoresultat under 0: indsatsen koster mere, end der spares.",
        "A net below 0: the programme costs more than is saved.",
        labels=("loss_below", "key_loss"), small_labels=("net_lost",), avoided=("tab", "tabet", "nettotab"),
    ),
    Term(
        "ledger", "regnskab", "ledger",
        "Tabellen med hver medregnet linje af økonomisk konsekvens og omkostning, år for år. Det er beregningens regnskab, ikke kommunens.",
        "The table of every counted line of savings and programme cost, year by year. It is the calculation's ledger, not the municipality's.",
        labels=("ledger",), calls=("som run", "som.tables.ledger"),
    ),
    Term(
        "key_figures", "nøgletal", "key figures",
        "De få tal, der sammenfatter resultatet, fx akkumuleret nettoresultat, nutidsværdi og tilbagebetaling.",
        "The few figures that sum up the result, such as accumulated net, net present value and payback.",
        labels=("key_figures",), calls=("som compare", "som.tables.comparison"),
    ),
    Term(
        "net_per_participant", "nettoresultat pr. deltager", "net per participant",
        "Akkumuleret nettoresultat delt med alle, der er begyndt i indsatsen, også dem, der ikke gennemfører.",
        "Accumulated net divided by all who started in the programme, those who do not complete included.",
        labels=("net_per_participant",), calls=("som run",),
    ),
    Term(
        "net_per_success", "nettoresultat pr. succes", "net per success",
        "Akkumuleret nettoresultat delt med antallet af succeser.",
        "Accumulated net divided by the number of successes.",
        labels=("net_per_success",), calls=("som run",),
    ),
    Term(
        "discount_rate", "diskonteringsrente", "discount rate",
        "Hvor meget mindre en krone tæller for hvert år, den ligger længere ude i fremtiden: 0,035 er 3,5 % om året. 0 = alle år tæller lige meget.",
        "How much less a krone counts for each year that it lies further ahead: 0.035 is 3.5 % a year. 0 = all years count alike.",
        labels=("discount_rate", "assumption_discount_rate"),
        plural=("diskonteringsrenter", "discount rates"), plural_labels=("section_discount_schedules",),
        fields=("discount_rate",), avoided=("kalkulationsrente", "kalkulationsrenten", "kalkulationsrenter"),
    ),
    Term(
        "discounted", "diskonteret", "discounted",
        "Regnet om til periodens første år med diskonteringsrenten, så penge senere tæller mindre end penge nu. «Ikke diskonteret» = kronerne er lagt sammen, som de er.",
        "Converted to the first year of the period by the discount rate, so that money later counts less than money now. \u201cUndiscounted\u201d = the kr. are added as they are.",
        fields=("discount_rate",), avoided=("tilbagediskonteret", "tilbagediskontering"),
    ),
    Term(
        "net_present_value", "nutidsværdi", "net present value",
        "Alle årenes nettoresultat, diskonteret til periodens første år og lagt sammen, i kr. Positiv = gevinst. Ved diskonteringsrenten 0 er den lig det akkumulerede nettoresultat.",
        "Net of all years, discounted to the first year of the period and added up, in kr. Positive = gain. At a discount rate of 0 it equals accumulated net.",
        labels=("net_present_value",), calls=("som run", "som.Projection"), avoided=("nettonutidsværdi", "kapitalværdi"),
    ),
    Term(
        "benefit_cost_ratio", "besparelse pr. omkostningskrone (nutidsværdi)", "benefit-cost ratio (present values)",
        "Økonomisk konsekvens delt med omkostning, begge i nutidsværdi: 1,47 betyder, at 1 kr. brugt giver 1,47 kr. tilbage. Over 1 = gevinst. Vises ikke, når omkostningen ikke er over 0.",
        "Savings divided by programme cost, both in present value: 1.47 means that 1 kr. spent brings 1.47 kr. back. Above 1 = gain. Not shown where the cost is not above 0.",
        labels=("benefit_cost_ratio",), calls=("som run",),
    ),
    Term(
        "payback_year", "tilbagebetalt i", "payback year",
        "Det første år, fra hvilket det akkumulerede nettoresultat er 0 eller derover perioden ud. «Ikke i perioden» = det sker ikke i de år, der er regnet på.",
        "The first year from which accumulated net stays at or above 0 to the end of the period. \u201cNot in the period\u201d = not within the years calculated.",
        labels=("payback_year",), calls=("som run", "som.tables.payback"),
    ),
    Term(
        "prudence", "forsigtighed", "prudence",
        "Et fradrag for optimisme: en del, man selv vælger, tages af effekt og besparelser og lægges på omkostninger, alt efter tallenes kvalitet. Det vises som sin egen linje.",
        "An allowance for optimism: a share of one's own choice is taken off effects and savings and put on costs, by the quality of the figures. It is shown as a line of its own.",
        labels=("rates_prudence", "prudence_short", "budget_category_prudence"), fields=("prudence",),
    ),
    Term(
        "drivers", "hvad forskellen består af", "drivers",
        "Hvor meget af forskellen mellem to resultater hver ændret forudsætning står for, i kr. Delene giver tilsammen hele forskellen.",
        "How much of the difference between two results each changed assumption accounts for, in kr. The parts sum to the whole difference.",
        calls=("som compare", "som.Drivers", "som.charts.drivers"),
    ),
)
