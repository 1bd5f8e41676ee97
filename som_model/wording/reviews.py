"""What a reviewer would ask: key → what was found, why it matters, what to do; each (Danish, English)."""

from __future__ import annotations

REVIEWS: dict[str, tuple[tuple[str, str], tuple[str, str], tuple[str, str]]] = {
    # the result
    "decides_sign": (
        ("{value} er {grade} og afgør fortegnet: mellem {low} og {high} går resultatet fra {least} til {most}", "{value} is {grade} and decides the sign: between {low} and {high} the result goes from {least} to {most}"),
        ("Gevinst eller underskud hænger på et tal, ingen har målt.", "Gain or loss hangs on a figure that nobody has measured."),
        ("Find en kilde til tallet, eller vis resultatet for begge ender.", "Find a source for the figure, or show the result at both ends."),
    ),
    "negative_in_interval": (
        ("resultatet bliver negativt inden for intervallet {low} til {high}: ned til {least}", "the result turns negative inside the interval {low} to {high}: down to {least}"),
        ("Et underskud kan ikke udelukkes; hvor sandsynligt det er, siger som simulate.", "A loss cannot be excluded; som simulate tells how likely it is."),
        ("Skriv intervallet i sagen, og aftal en opfølgning, der indsnævrer det.", "State the interval in the case, and agree on a follow-up that narrows it."),
    ),
    "other_payer_gains": (
        ("{payer} bærer mest af omkostningen ({cost}), men {share} af besparelsen ({savings}) falder hos andre, mest {others}", "{payer} bears most of the cost ({cost}), but {share} of the savings ({savings}) fall to others, most to {others}"),
        ("Den, der skal betale, ser ikke besparelsen i sit eget budget.", "Whoever is to pay does not see the savings in their own budget."),
        ("Vis nettoresultatet for hver kasse, og drøft fælles finansiering med dem, der vinder.", "Show the net of each payer, and discuss shared funding with those who gain."),
    ),
    # effects
    "no_baseline": (
        ("succesraten på {rate} står uden basisrate", "the success rate of {rate} stands without a baseline rate"),
        ("Nogle når målet også uden indsatsen; tælles de med, er gevinsten for stor.", "Some reach the goal without the programme too; counting them overstates the gain."),
        ("Skriv baseline_rate: med kilde, eller baseline_rate: 0, hvis raten allerede er netto.", "Write baseline_rate: with its source, or baseline_rate: 0 if the rate is already net."),
    ),
    "baseline_on_whole_group": (
        ("succesraten er målt på de gennemførte ({completion} gennemfører), og basisraten {baseline} trækkes fra den", "the success rate is measured on completers ({completion} complete), and the baseline of {baseline} is taken off it"),
        ("De, der gennemfører, klarer sig ofte bedre i forvejen; en basisrate for hele gruppen er da for lav.", "Those who complete often do better anyway; a baseline for the whole group is then too low."),
        ("Find en basisrate for folk, der ville gennemføre, eller mål raten på alle: rates_measured_on: participants. Er den af gennemførte, så skriv det i dens note:.", "Find a baseline for people who would complete, or measure on all: rates_measured_on: participants. If it is of completers, say so in its note:."),
    ),
    "effect_beyond_evidence": (
        ("effekten regnes i {years} og aftager ikke efter det, der er målt ({evidence})", "the effect is counted for {years} and does not fade beyond what was measured ({evidence})"),
        ("Effekten af sociale indsatser aftager som regel, når ingen måler efter.", "Effects of social programmes as a rule fade where nobody measures on."),
        ("Skriv evidence_years: med kilde, eller lad effekten aftage: effect_since_entry eller relapse_rate.", "Write evidence_years: with its source, or let the effect fade: effect_since_entry or relapse_rate."),
    ),
    "cohort_cut_short": (
        ("de sidste deltagere følges i {followed}, men deres effekt strækker sig over {stated}", "the last participants are followed for {followed}, but their effect stretches over {stated}"),
        ("Omkostningen for dem er med, en del af gevinsten er ikke; resultatet er for lavt og afhænger af periodens længde.", "Their cost is in, part of their gain is not; the result is too low and hangs on the length of the period."),
        ("Forlæng perioden, slut optaget tidligere (to_year), eller nævn det.", "Lengthen the period, end the intake earlier (to_year), or say so."),
    ),
    "part_year_in_full": (
        ("deltagerne i {year} har kun {months} måneder at starte i, men hver regnes med et helt års effekt det år", "the participants of {year} have only {months} months to start in, yet each is counted with a whole year's effect that year"),
        ("Den, der begynder i oktober, kan ikke spare et helt års udgift inden nytår; det første år ser for godt ud.", "Who begins in October cannot save a whole year's expense before New Year; the first year looks too good."),
        ("Skriv first_year_share: den del af det første års effekt, der falder i startåret; first_year_share: 1, hvis det skal regnes som i SØM.", "Write first_year_share: the part of the first year's effect that falls in the year of entry; first_year_share: 1 to count as SØM does."),
    ),
    "long_without_fading": (
        ("perioden er {years} år, og der er hverken tilbagefald eller frafald", "the period is {years} years with neither relapse nor attrition"),
        ("Over så mange år falder nogle tilbage, flytter eller dør.", "Over that many years some relapse, move or die."),
        ("Skriv relapse_rate: og attrition_rate: med kilde.", "Write relapse_rate: and attrition_rate: with their sources."),
    ),
    "measure_is_proposed": (
        ("succesmålet i kataloget er vores forslag, ikke et offentliggjort mål", "the success measure in the catalogue is our proposal, not a published one"),
        ("En succesrate siger kun noget om det mål, den er målt på.", "A success rate tells only of the measure it was measured on."),
        ("Skriv i notes:, hvilket mål jeres rate er målt på.", "Write in notes: which measure your rate was measured on."),
    ),
    "beyond_size": (
        ("{participants} deltagere i alt, men gruppen er på {size}", "{participants} participants in all, but the group has {size}"),
        ("Der er ikke så mange borgere at hjælpe.", "There are not that many citizens to help."),
        ("Ret participants eller size, eller forklar i note: på size, at gruppen fornyes.", "Mend participants or size, or explain in a note: on size that the group renews itself."),
    ),
    "beyond_capacity": (
        ("i {year} starter {participants}, men stillingen rækker til {capacity}", "in {year} {participants} start, but the post can carry {capacity}"),
        ("Gevinsten regnes for flere, end der er timer til.", "The gain is counted for more people than there are hours for."),
        ("Sæt participants ned, eller flere timer på stillingen.", "Lower participants, or put more hours on the post."),
    ),
    "municipal_transfers": (
        ("{savings} af kommunens besparelse er sparede overførsler eller medfinansiering", "{savings} of the municipality's savings are saved transfers or co-financing"),
        ("Bloktilskud, udligning og budgetgaranti er ikke med i modellen og kan tage noget af gevinsten tilbage.", "Block grant, equalisation and budget guarantee are not modelled and may take part of it back."),
        ("Nævn det i sagen, og vis servicegevinsten for sig (tabellen by_area).", "Say so in the case, and show the gain on services apart (the table by_area)."),
    ),
    # lines and prices
    "more_than_a_year_holds": (
        ("{amount} for én borger på ét år er mere, end et kalenderår rummer: højst {most} {unit}", "{amount} for one citizen in one year is more than a calendar year holds: at most {most} {unit}"),
        ("Er enheden forkert, fx måneder til prisen for et år, eller er tallet for alle borgere, bliver beløbet mange gange for stort.", "With the wrong unit, such as months at the price of a year, or a figure for all citizens, the amount is many times too large."),
        ("Ret tallet, så det er for én borger i prisens enhed (unit:); er der ment flere på samme tid, så skriv det i tallets note:.", "Mend the figure: for one citizen, in the unit of the price (unit:); where several at the same time are meant, say so in the figure's note:."),
    ),
    "cost_of_several_posts": (
        ("{cost} om året regnes som prisen for {posts} fuldtidsstillinger tilsammen: {each} pr. fuldtidsstilling", "{cost} a year is counted as the cost of {posts} full-time posts together: {each} for each full-time post"),
        ("annual_cost ganges aldrig med fte eller timer; er beløbet for én stilling, er omkostningen for lav.", "annual_cost is never multiplied by fte or hours; if the amount is for one post, the cost is too low."),
        ("Er beløbet for én stilling, så skriv annual_salary: i stedet for annual_cost:; er det for alle, så skriv det i beløbets note:.", "If the amount is for one post, write annual_salary: instead of annual_cost:; if it is for all, say so in the amount's note:."),
    ),
    "no_source": (
        ("{what} står uden kilde", "{what} stands without a source"),
        ("Et tal uden kilde kan ingen efterprøve.", "Nobody can check a figure without a source."),
        ("Skriv source: (og url:) på tallet eller linjen; quality: assumed, hvis I selv har antaget det.", "Write source: (and url:) on the figure or the line; quality: assumed if you assumed it yourselves."),
    ),
    "saved_in_full": (
        ("den gennemsnitlige pris på {amount} pr. enhed spares fuldt ud", "the average price of {amount} a unit is saved in full"),
        ("En gennemsnitspris rummer husleje, ledelse og vagter, som først spares, når en plads lukkes.", "An average price holds rent, management and night cover, which are saved only when a place closes."),
        ("Skriv realisable: med den del, der forlader budgettet (år for år), eller realisable: 1, hvis pladser lukkes.", "Write realisable: with the part that leaves the budget (year by year), or realisable: 1 if places close."),
    ),
    "price_years_apart": (
        ("prisårene spænder fra {oldest} til {newest}", "the price years span from {oldest} to {newest}"),
        ("Et indeks flytter prisniveauet, ikke en ydelse, der har ændret sig imens.", "An index moves the price level, not a service that has changed meanwhile."),
        ("Find en nyere pris for {key}.", "Find a newer price for {key}."),
    ),
    "counted_twice": (
        ("{unit} tælles også i {other}", "{unit} is counted in {other} too"),
        ("Den samme enhed kan kun spares én gang.", "The same unit can be saved only once."),
        ("Slet den ene linje, eller skriv counted: false på den.", "Delete one of the lines, or write counted: false on it."),
    ),
    "case_counted_apart": (
        ("{rule} regner også {other} fra borgerens hele forbrug, som om den anden linje ikke fandtes", "{rule} counts {other} too from all that the citizen used, as if the other line were not there"),
        ("Refusionen falder, når forbruget falder: hver for sig får staten for meget og kommunen for lidt af gevinsten.", "The refund falls as the use falls: counted apart, the state gets too much of the gain and the municipality too little."),
        ("Saml ændringerne i én linje, eller træk den første linjes besparelse fra i den andens tal om borgeren.", "Put the changes in one line, or take the first line's saving off the figure about the citizen in the second."),
    ),
    "more_of_an_expense": (
        ("ændringen på {change} er positiv: der bruges mere af en udgift", "the change of {change} is positive: more of an expense is used"),
        ("Et plus på en udgift trækker fra; ofte er det et glemt minus.", "A plus on an expense is a loss; often it is a forgotten minus."),
        ("Ret fortegnet, hvis enheden spares; er det meningen, så skriv hvorfor i ændringens note:.", "Mend the sign if the unit is saved; if it is meant, say why in the change's note:."),
    ),
    "no_tax_line": (
        ("den sparede ydelse er skattepligtig, men der er ingen linje for den mistede skat", "the saved benefit is taxable, but no line holds the tax lost"),
        ("Kommune og stat mister indkomstskat af ydelsen, så gevinsten er for stor.", "Municipality and state lose income tax on the benefit, so the gain is too large."),
        ("Tilføj en linje med en enhedspris af kind: income, eller regn ydelsen efter skat og sig det.", "Add a line with a unit cost of kind: income, or count the benefit after tax and say so."),
    ),
    "payers_stand_in": (
        ("fordelingen på kasser er en stedfortræder: den er ikke kendt", "the split between payers is a stand-in: it is not known"),
        ("Hvem der vinder, følger da af en antagelse og ikke af en lov eller en kilde.", "Who gains then follows from an assumption and not from a law or a source."),
        ("Vis kun det offentlige i alt, eller find loven bag ydelsen.", "Show the public total only, or find the law behind the service."),
    ),
    "account_from_memory": (
        ("kontoen {account} er ikke efterprøvet", "the account {account} is not verified"),
        ("Et budget på en forkert funktion bliver sendt tilbage.", "A budget on a wrong function is sent back."),
        ("Slå funktionen op i kontoplanen (budregn.im.dk), og skriv account: i en lokal enhedspris.", "Look the function up in the chart of accounts (budregn.im.dk), and write account: in a local unit cost."),
    ),
}
"""In the order a reader would want them: what decides the result first."""

PARTS = ("", "_why", "_do")


def review_words() -> dict[str, tuple[str, str]]:
    """The same as lines of the table: review_KEY, review_KEY_why, review_KEY_do."""
    return {f"review_{key}{part}": words for key, parts in REVIEWS.items() for part, words in zip(PARTS, parts, strict=True)}
