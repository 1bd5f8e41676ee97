"""The workbook: a calculation that a colleague can check and change in Excel or LibreOffice."""
