"""Words for who pays and who gains, and for the rules that decide it."""

from __future__ import annotations

from som_model.wording.glossary.term import Term
from som_model.wording.parties import inside_a_sentence

PAYERS: tuple[Term, ...] = (
    Term(
        "payer", "kasse", "payer",
        "Den, hvis budget en udgift eller besparelse falder på: kommune, region eller stat. Borgeren kan vises ved siden af, men er aldrig med i en sum.",
        "Whose budget an expense or a saving falls on: municipality, region or state. The citizen may be shown beside them, but is never in a total.",
        labels=("payer",), plural=("kasser", "payers"), fields=("payers",), calls=("--payer",),
        avoided=("betaleren", "betalere", "betalers", "betaler ukendt"),
    ),
    Term(
        "public_purse", "det offentlige", "public purse",
        "Kommune, region og stat under ét. «Det offentlige i alt» er de tre lagt sammen.",
        "Municipality, region and state taken together. \u201cPublic purse, total\u201d is the three added up.",
    ),
    Term(
        "municipality", *inside_a_sentence("municipality"),
        "Kommunens egen kasse; det, staten refunderer, er trukket fra.",
        "The municipality's own purse; what the state refunds is taken off.",
        labels=("municipality",), fields=("municipality",),
    ),
    Term(
        "region", *inside_a_sentence("region"),
        "Regionens kasse; den betaler bl.a. for sygehuse og psykiatri.",
        "The region's purse; it pays for hospitals and psychiatry, among other things.",
        labels=("region",), fields=("region",),
    ),
    Term(
        "state", *inside_a_sentence("state"),
        "Statens kasse, også det, staten refunderer kommunen.",
        "The state's purse, what it refunds the municipality included.",
        labels=("state",), fields=("state",),
    ),
    Term(
        "citizen", *inside_a_sentence("citizen"),
        "Det, borgerne selv betaler eller får, også forældre. Det vises kun, hvor det er brugt, og er aldrig med i en sum.",
        "What citizens, parents too, pay or gain themselves. It is shown only where it is used, and is never in a total.",
        labels=("citizen",), fields=("citizen",),
    ),
    Term(
        "outside", "uden for det offentlige", "outside",
        "En giver eller modtager, der hverken er kommune, region eller stat, fx en fond.",
        "A giver or receiver that is neither municipality, region nor state, such as a foundation.",
        labels=("outside",), fields=("paid_by: outside", "received_by: outside"),
    ),
    Term(
        "payer_rule", "betalerregel", "payer rule",
        "En lov, der deler en enheds pris mellem kasserne, fx refusion over en grænse. Hvert kalenderår følger sin egen lov.",
        "A law that splits the price of a unit between payers, such as a refund above a limit. Each calendar year follows its own law.",
        plural=("betalerregler", "payer rules"), plural_labels=("section_payer_rules",),
        fields=("payers", "rule"), calls=("som catalogue show",),
        avoided=("betalingsregel", "betalingsregler", "betalingsreglen", "betalingsreglerne"),
    ),
    Term(
        "rules_as_of", "hvilket års regler", "rules as of",
        "Ét års betalerregler brugt i alle årene. En beregning fra 2017 kunne ikke kende loven i 2019. Udelades det, følger hvert år sin egen lov.",
        "One year's payer rules used in every year. A calculation of 2017 could not know the law of 2019. Left out, each year follows its own law.",
        fields=("rules_as_of",),
    ),
    Term(
        "kmf_psychiatry", "kommunal medfinansiering, psykiatri (KMF)", "municipal co-financing, psychiatry (KMF)",
        "Betalerregel: kommunen betaler 60 % af prisen på en psykiatrisk sengedag, men højst et loft for hver indlæggelse; regionen betaler resten. Fra 2019 er beløbet frosset: færre sengedage sparer kun regionen penge.",
        "Payer rule: the municipality pays 60 % of the price of a psychiatric bed-day, but at most a ceiling for each admission; the region pays the rest. From 2019 the amount is frozen: fewer bed-days save the region's money only.",
        fields=("rule: kmf_psychiatry",),
    ),
    Term(
        "refund_ladder", "refusionstrappen", "refund ladder",
        "Betalerregel: staten betaler en del af en borgers ydelse, der falder med tiden på ydelse: 80 % i uge 1-4, 40 % i uge 5-26, 30 % i uge 27-52 og derefter 20 %. Kommunen betaler resten.",
        "Payer rule: the state pays a part of a citizen's benefit that falls with the time on benefit: 80 % in weeks 1-4, 40 % in weeks 5-26, 30 % in weeks 27-52 and 20 % after that. The municipality pays the rest.",
        fields=("rule: refund_ladder",),
    ),
    Term(
        "costly_case", "særligt dyre enkeltsager", "particularly costly cases",
        "Betalerregel (serviceloven § 176, barnets lov § 198): staten refunderer en del af det, én borger koster om året over visse grænser; kommunen betaler resten.",
        "Payer rule (serviceloven § 176, barnets lov § 198): the state refunds a part of what one citizen costs a year above certain limits; the municipality pays the rest.",
        fields=("rule: costly_case",),
    ),
    Term(
        "shelter_refund", "refusion for forsorgshjem (§ 110)", "refund of shelter stays (§ 110)",
        "Betalerregel: staten betaler halvdelen af et døgn på forsorgshjem, fra oktober 2023 højst for 120 dage om året; kommunen betaler resten.",
        "Payer rule: the state pays half of a day in a shelter, from October 2023 for at most 120 days a year; the municipality pays the rest.",
        fields=("rule: shelter_refund",),
    ),
    Term(
        "state_refund", "statsrefusion", "state refund",
        "Det, staten betaler kommunen tilbage af en udgift. I budgetfilen står hele udgiften og refusionen hver for sig, med modsat fortegn.",
        "What the state pays back to the municipality of an expense. In the budget file the whole expense and the refund stand apart, with opposite signs.",
        labels=("budget_state_refund",), calls=("som budget",),
    ),
    Term(
        "budget_area", "styringsområde", "budget area",
        "De dele, en kommunes budget styres i: service, overførsler, anlæg og medfinansiering.",
        "The parts in which a municipality's budget is governed: service, transfers, capital and co-financing.",
        labels=("area", "head_area", "budget_area"), fields=("area",), calls=("som.tables.by_area",),
        avoided=("budgetområde", "budgetområder"),
    ),
    Term(
        "service", "service", "service",
        "Styringsområde: kommunens almindelige drift, fx botilbud, støtte, behandling og skoler.",
        "Budget area: the ordinary services of the municipality, such as supported housing, support, treatment and schools.",
        labels=("service",), fields=("area: service",),
    ),
    Term(
        "transfers", "overførsler", "transfers",
        "Styringsområde: penge til borgere at leve af, fx kontanthjælp og førtidspension. Af en besparelse her kan staten tage noget tilbage (bloktilskud, udligning og budgetgaranti).",
        "Budget area: money for citizens to live on, such as cash benefit and disability pension. Of a saving here the state may take part back (block grant, equalisation and budget guarantee).",
        labels=("transfers",), small_labels=("topic_transfers",), fields=("area: transfers",),
    ),
    Term(
        "capital", "anlæg", "capital",
        "Styringsområde: byggeri og andre større investeringer.",
        "Budget area: buildings and other large investments.",
        labels=("capital",), fields=("area: capital",),
    ),
    Term(
        "co_financing", "medfinansiering", "co-financing",
        "Styringsområde: det, kommunen betaler regionen, når kommunens borgere bruger sundhedsvæsenet. Det er ikke tilskud til indsatsen; det hedder finansiering.",
        "Budget area: what the municipality pays the region when its citizens use the health service. It is no money for the programme; that is called funding.",
        labels=("co_financing",), fields=("area: co_financing",),
    ),
    Term(
        "account", "konto", "account",
        "Stedet i kommunens kontoplan, hvor et beløb bogføres.",
        "The place in the municipal chart of accounts where an amount is booked.",
        labels=("head_account", "budget_account"), fields=("account",),
    ),
    Term(
        "dranst", "dranst", "dranst",
        "Kontoplanens ord for en kontos art: 1 drift, 2 statsrefusion, 3 anlæg.",
        "The chart of accounts' word for the kind of an account: 1 operation, 2 state refund, 3 capital.",
        labels=("budget_dranst",), calls=("som budget",), source="Rigsarkivet",
    ),
    Term(
        "municipal_sign", "kommunens fortegn", "municipal sign",
        "I kommunens regnskab er + en udgift og − en indtægt, det modsatte af alle andre tal her. Kun budgetfilen og oplæggets budgettabel følger det, og de siger det selv.",
        "In the municipal ledger + is an expense and − an income, the opposite of every other figure here. Only the budget file and the budget table of the brief follow it, and they say so.",
        calls=("som budget",),
    ),
    Term(
        "block_grant", "bloktilskud, udligning og budgetgaranti", "block grant, equalisation and budget guarantee",
        "Statens tilskud til kommunerne og fordelingen mellem dem. De er ikke med i modellen og kan tage noget af en kommunes besparelse tilbage.",
        "The state's grants to municipalities and the sharing between them. They are not modelled and may take part of a municipal saving back.",
    ),
)
