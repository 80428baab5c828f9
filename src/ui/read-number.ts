/**
 * A number as people type it in Vietnam: «1.350» and «1 350» are 1350, «4.681,5» is 4681.5, «2.5» is 2.5.
 * Null when it is none. A comma is always the decimal sign, a point before exactly three digits parts thousands.
 */
export function readNumber(text: string): number | null {
  const written = text.normalize('NFKC').replace(/\s+/g, '').replace('−', '-')
  if (/^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(written))
    return Number(written.replaceAll('.', '').replace(',', '.'))
  if (/^-?\d+(,\d+)?$/.test(written)) return Number(written.replace(',', '.'))
  return /^-?\d+\.\d+$/.test(written) ? Number(written) : null
}
