"""Files beside the pages: for machines, spreadsheets and archives."""
