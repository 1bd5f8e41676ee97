"""Words for how good a number is."""

from __future__ import annotations

from som_model.wording.glossary.term import Term

QUALITY: tuple[Term, ...] = (
    Term(
        "quality", "kvalitet", "quality",
        "Hvor godt et tal er: offentliggjort, lokalt, fagligt skøn, antaget eller udledt. I oplægget står det under «Grundlag».",
        "How good a number is: published, local, expert judgement, assumed or implied. In the brief it stands under \u201cBasis\u201d.",
        labels=("head_catalogue_quality", "column_quality"), fields=("quality",),
    ),
    Term(
        "published", "offentliggjort", "published",
        "Læst i en offentlig kilde, som er nævnt. I kataloget: et tal for hele landet, eller et, der gælder for alle.",
        "Read in a public source, which is named. In the catalogue: a national figure, or one that holds for all.",
        small_labels=("published",), fields=("quality: published",), avoided=("publiceret",),
    ),
    Term(
        "local", "lokalt", "local",
        "Fra ét sted: kommunens egne tal eller, i kataloget, én kommunes eller én leverandørs takst.",
        "From one place: the municipality's own figures or, in the catalogue, the rate of one municipality or one provider.",
        small_labels=("local",), fields=("quality: local",),
    ),
    Term(
        "expert", "fagligt skøn", "expert judgement",
        "Skønnet af folk, der kender området; ikke målt.",
        "Judged by people who know the field; not measured.",
        small_labels=("expert",), fields=("quality: expert",), avoided=("ekspertskøn", "ekspertvurdering"),
    ),
    Term(
        "assumed", "antaget", "assumed",
        "Valgt af den, der regner, eller læst i en kilde, der er svag, uden årstal eller på anden hånd.",
        "Chosen by whoever calculates, or read in a source that is weak, undated or second-hand.",
        small_labels=("assumed",), fields=("quality: assumed",),
    ),
    Term(
        "implied", "udledt", "implied",
        "Regnet baglæns af et offentliggjort resultat: det tal, der må til, for at beregningen ender der. Ingen har målt det.",
        "Found backwards from a published result: the number it takes for the calculation to end there. Nobody has measured it.",
        small_labels=("implied",), fields=("quality: implied",), avoided=("impliceret", "implicit"),
    ),
    Term(
        "not_stated", "uden angivet kvalitet", "quality not stated",
        "Ingen har skrevet, hvor godt tallet er.",
        "Nobody has written how good the number is.",
        small_labels=("not_stated",), fields=("not_stated",),
    ),
    Term(
        "source", "kilde", "source",
        "Hvor et tal er læst. Et tal uden kilde kan ingen efterprøve.",
        "Where a number was read. Nobody can check a number without a source.",
        labels=("head_source", "column_source", "brief_source"),
        plural=("kilder", "sources"), plural_labels=("sheet_sources", "brief_sources"), fields=("source", "url"),
    ),
    Term(
        "evidence", "evidensniveau", "level of evidence",
        "Hvor stærk undersøgelsen bag et tal er; 1 er stærkest: 1 forsøg med lodtrækning eller flere undersøgelser samlet, 2 sammenligning med andre borgere, 3 før og efter. SØM har disse tre; feltet tager op til 5.",
        "How strong the study behind a number is; 1 is the strongest: 1 a randomised trial or several studies together, 2 a comparison with other citizens, 3 before and after. SØM has these three; the field takes up to 5.",
        fields=("evidence",), source="SØM, vidensdatabasen",
    ),
    Term(
        "evidence_years", "år med evidens", "evidence years",
        "I hvor mange år effekten er fulgt og målt. Regnes der længere, spørger gennemsynet.",
        "For how many years the effect was followed and measured. Where it is counted for longer, the review asks.",
        fields=("evidence_years",),
    ),
)
