/** A file as an office would send it: the sample comes in by the same door as everybody's files. */
export function csvFile(name: string, rows: readonly Record<string, string | number | null>[]): File {
  const columns = Object.keys(rows[0] ?? {})
  const cell = (value: string | number | null | undefined) => {
    const text = value === null || value === undefined ? '' : String(value)
    return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
  const lines = rows.map((row) => columns.map((column) => cell(row[column])).join(','))
  return new File([`\uFEFF${[columns.join(','), ...lines].join('\n')}\n`], name, { type: 'text/csv' })
}
