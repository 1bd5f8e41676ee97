"""Words for what it is worth to know more, and for learning from what was seen."""

from __future__ import annotations

from som_model.wording.glossary.term import Term

INFORMATION: tuple[Term, ...] = (
    Term(
        "value_of_information", "værdien af at kende tallene", "value of information",
        "Hvad det i gennemsnit er værd i kr. at vide mere, før man vælger. Det er 0, når svaret ikke kan ændre valget.",
        "What it is worth on average, in kr., to know more before choosing. It is 0 where the answer cannot change the choice.",
        calls=("som value-of-information", "som.value_of_information"),
    ),
    Term(
        "evpi", "værdien af at kende alle tal (EVPI)", "value of perfect information (EVPI)",
        "Hvad det i gennemsnit er værd at kende ALLE usikre tal, før man vælger, i kr. for hvert valg. Mere kan ingen undersøgelse være værd.",
        "What it is worth on average to know ALL uncertain numbers before choosing, in kr. for each choice. No study can be worth more.",
        calls=("som value-of-information", "som.evpi"),
    ),
    Term(
        "evppi", "værdien af at kende ét tal (EVPPI)", "value of partial perfect information (EVPPI)",
        "Hvad det i gennemsnit er værd at kende ét tal, eller nogle få, før man vælger, i kr. for hvert valg. Værdierne kan ikke lægges sammen.",
        "What it is worth on average to know one number, or a few, before choosing, in kr. for each choice. The values do not add up.",
        calls=("som value-of-information", "som.evppi"),
    ),
    Term(
        "evsi", "værdi af svaret (EVSI)", "value of the answer (EVSI)",
        "Hvad svaret er værd i gennemsnit, når der følges op på et antal borgere, i kr. Det er mindre end at vide det sikkert, for få borgere kan vise forkert.",
        "What the answer is worth on average when a number of citizens are followed up, in kr. It is less than knowing for sure, since a few citizens may mislead.",
        labels=("voi_evsi",), calls=("som value-of-information", "som.evsi"),
    ),
    Term(
        "enbs", "tilbage (ENBS)", "left (ENBS)",
        "Værdien af svaret minus det, opfølgningen koster, i kr. Positiv = det kan betale sig at følge op på borgerne.",
        "Net benefit of sampling: the value of the answer less what following up costs, in kr. Positive = it pays to follow the citizens up.",
        labels=("voi_enbs", "voi_measure_net_benefit"), calls=("som value-of-information", "som.evsi"),
    ),
    Term(
        "learning", "læring", "learning",
        "At lægge det, man har set hos egne borgere, til det, man regnede med før: 8 af 20 gør skønnet sikrere og flytter det mod 40 %.",
        "To add what was seen of one's own citizens to what was reckoned with before: 8 of 20 makes the estimate surer and moves it towards 40 %.",
        calls=("som learn", "som.learn"),
    ),
    Term(
        "prior", "forhåndsskøn", "prior",
        "Det, man regnede med, før man så efter. «jeffreys» betyder at se bort fra det tidligere skøn, så næsten kun det målte tæller.",
        "What was reckoned with before anyone looked. \u201cjeffreys\u201d means to begin from nothing, so that hardly anything but what was seen counts.",
        fields=("prior", "prior: jeffreys"), calls=("--prior",),
    ),
)
