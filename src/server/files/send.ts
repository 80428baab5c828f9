/** A workbook as an answer of the contract: `return xlsxFile('ke-hoach-2023', bytes)`. The name without diacritics. */
export const xlsxFile = (name: string, bytes: Uint8Array): File =>
  new File([bytes as Uint8Array<ArrayBuffer>], `${name}.xlsx`, {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  })

/** A Word letter as an answer of the contract: `return docxFile('to-trinh-2027', bytes)`. The name without diacritics. */
export const docxFile = (name: string, bytes: Uint8Array): File =>
  new File([bytes as Uint8Array<ArrayBuffer>], `${name}.docx`, {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  })
