"""Words for what is handed over."""

from __future__ import annotations

from som_model.wording.glossary.term import Term

FILES: tuple[Term, ...] = (
    Term(
        "brief", "beslutningsoplæg", "council brief",
        "To sider til et politisk udvalg: spørgsmålet, svaret, økonomien, forudsætningerne og det, en kritisk læser vil spørge om.",
        "Two pages for a political committee: the question, the answer, the economy, the assumptions and what a critical reader will ask.",
        labels=("brief_kicker",), calls=("som brief", "som.write_brief"),
    ),
    Term(
        "workbook", "regneark", "workbook",
        "En Excel-fil med hele beregningen som formler: ændr en gul celle, og resultaterne følger med.",
        "An Excel file with the whole calculation as formulas: change a yellow cell, and the results follow.",
        calls=("som workbook", "som.write_workbook"), avoided=("projektmappe", "projektmappen", "excel-projektmappe"),
    ),
    Term(
        "budget_file", "budgetfil", "budget file",
        "Kommunens del linje for linje med udvalg, konto og år, til at læse ind i budgettet. Fortegnet er kommunens: + udgift, − indtægt.",
        "The municipality's part line by line with committee, account and year, to be read into the budget. The sign is the municipality's: + expense, − income.",
        calls=("som budget", "som.write_budget"),
    ),
    Term(
        "tidy_form", "den ordnede form", "tidy form",
        "Budgetfilen til andre programmer: én række for hver linje og hvert år.",
        "The budget file for other programs: one row for each line and year.",
        calls=("--tidy", "som budget"),
    ),
)
