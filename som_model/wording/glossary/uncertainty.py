"""Words for how sure a result is."""

from __future__ import annotations

from som_model.wording.glossary.term import Term

UNCERTAINTY: tuple[Term, ...] = (
    Term(
        "interval", "interval", "interval",
        "Fra lav til høj: tallet ligger derimellem med 95 % sandsynlighed, medmindre andet er skrevet.",
        "From low to high: the number lies between them with a probability of 95 %, unless written otherwise.",
        fields=("interval", "low", "high"), avoided=("konfidensinterval", "usikkerhedsinterval"),
    ),
    Term(
        "low", "lav", "low",
        "Den nedre ende af et interval. I et 95 %-interval ligger tallet kun 1 gang af 40 under den.",
        "The lower end of an interval. In a 95 % interval the number lies below it only 1 time in 40.",
        labels=("low_end", "column_low"), fields=("low",),
    ),
    Term(
        "high", "høj", "high",
        "Den øvre ende af et interval. I et 95 %-interval ligger tallet kun 1 gang af 40 over den.",
        "The upper end of an interval. In a 95 % interval the number lies above it only 1 time in 40.",
        labels=("high_end", "column_high"), fields=("high",),
    ),
    Term(
        "distribution", "fordeling", "distribution",
        "Hvor sandsynlig hver værdi af et usikkert tal er. (En fordeling på kasser er noget andet: hvem der betaler.)",
        "How likely each value of an uncertain number is.",
        fields=("distribution",),
    ),
    Term(
        "observed", "talt op", "observed",
        "En andel fra egne tal: 8 af 20 borgere nåede målet. Jo flere der er talt, desto sikrere er tallet.",
        "A share from one's own count: 8 of 20 citizens reached the measure. The more are counted, the surer the number.",
        fields=("observed", "successes", "of"),
    ),
    Term(
        "draws", "trækninger", "draws",
        "Én trækning er hele beregningen lavet én gang, hvor hvert usikkert tal får en tilfældig værdi; sandsynlige værdier kommer oftest. Mange trækninger viser, hvor tit det går godt. I sætninger også kaldt beregninger.",
        "One draw is the whole calculation made once, with each uncertain number given a value at random; likely values come most often. Many draws show how often it goes well. In sentences also called calculations.",
        labels=("draws", "colophon_draws"), calls=("--draws", "som simulate", "som.simulate"),
        avoided=("simulationer", "simuleringer", "udtrækninger", "lodtrækninger"),
    ),
    Term(
        "seed", "seed", "seed",
        "Startværdien for de tilfældige tal. Samme seed giver præcis samme resultat igen, så andre kan regne efter; hvilket tal det er, betyder intet.",
        "Where the random numbers begin. The same seed gives exactly the same result again, so that others can check; which number it is means nothing.",
        labels=("seed",), calls=("--seed", "som.simulate"), avoided=("startværdi", "startværdien", "frø"),
    ),
    Term(
        "mean", "gennemsnit", "mean",
        "Gennemsnittet af resultaterne i alle trækninger. Det kan afvige fra resultatet med de oplyste tal.",
        "The mean of the results of all draws. It may differ from the result at the stated values.",
        labels=("sim_mean",), calls=("som simulate",), avoided=("middelværdier",),
    ),
    Term(
        "median", "median", "median",
        "Den midterste: halvdelen af trækningerne giver mindre, halvdelen mere.",
        "The middle one: half of the draws give less, half give more.",
        labels=("sim_median",), calls=("som simulate",),
    ),
    Term(
        "chance_of_gain", "sandsynlighed for gevinst", "chance of gain",
        "Den del af trækningerne, hvor det akkumulerede nettoresultat er over 0. Den rummer kun usikkerheden i de tal, der har et interval.",
        "The share of the draws in which accumulated net is above 0. It holds only the uncertainty of the numbers that have an interval.",
        labels=("sim_chance",), calls=("som simulate", "som.simulate"), avoided=("gevinstchance", "vinderchance", "chance"),
    ),
    Term(
        "fan", "vifte", "fan",
        "Et diagram år for år: mellem hvilke beløb halvdelen og 95 % af trækningerne ligger.",
        "A chart year by year: between which amounts half of the draws and 95 % of them lie.",
        calls=("som.charts.fan",),
    ),
    Term(
        "sensitivity", "følsomhed", "sensitivity",
        "Hvor meget resultatet flytter sig, når en forudsætning ændres.",
        "How far the result moves when an assumption is changed.",
        labels=("sheet_sensitivity", "brief_sensitivity"), calls=("som sensitivity",), avoided=("sensitivitet",),
    ),
    Term(
        "tornado", "tornadodiagram", "tornado",
        "Et diagram med en bjælke for hvert usikkert tal: resultatet, når tallet går fra lav til høj, og alle andre holdes fast. De længste bjælker står øverst.",
        "A chart with a bar for each uncertain number: the result as it goes from low to high with all others held fixed. The longest bars stand on top.",
        calls=("som sensitivity", "som.tornado"),
    ),
    Term(
        "swing", "udsving", "swing",
        "Forskellen på resultatet ved lav og ved høj, i kr.: bjælkens længde i et tornadodiagram.",
        "The difference between the result at low and at high, in kr.: the length of a bar of a tornado.",
        labels=("swing_width",), calls=("som sensitivity",),
    ),
    Term(
        "grid", "to tal ændret sammen", "grid",
        "Resultatet for hvert par af værdier af to forudsætninger, og den linje, hvor det går i nul.",
        "The result at each pair of values of two assumptions, and the line on which it breaks even.",
        calls=("--grid", "som.grid"),
    ),
    Term(
        "break_even", "går i nul", "breaks even",
        "Den værdi af én forudsætning, hvor resultatet er 0 kr., når alle andre står fast: på den ene side er der gevinst, på den anden underskud.",
        "The value of one assumption at which the result is 0 kr. with all others held fixed: gain on one side of it, loss on the other.",
        labels=("break_even_line",), small_labels=("net_even",), calls=("som break-even", "som.break_even", "som.solve"),
        avoided=("nulpunkt", "balancepunkt", "går lige op"),
    ),
    Term(
        "rank_correlation", "rangkorrelation", "rank correlation",
        "Hvor tæt to usikre tal følges ad: 1 = det ene er altid højt, når det andet er; 0 = de har intet med hinanden at gøre; −1 = det ene er højt, når det andet er lavt.",
        "How closely two uncertain numbers go together: 1 = the one is always high when the other is; 0 = they have nothing to do with each other; −1 = the one is high when the other is low.",
        fields=("correlations", "rank"),
    ),
)
