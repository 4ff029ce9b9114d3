/** Writes a CSV file as a spreadsheet program would: cells are quoted where they must be. */
export function csvOf(rows: readonly (readonly string[])[], delimiter = ',', newline = '\r\n'): Uint8Array {
  const cell = (text: string) =>
    /["\r\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text
  return new TextEncoder().encode(rows.map((row) => row.map(cell).join(delimiter) + newline).join(''))
}

/** One CSV file of one row, from field names to cells. */
export function csvRow(cells: Readonly<Record<string, string>>): Uint8Array {
  return csvOf([Object.keys(cells), Object.values(cells)])
}
