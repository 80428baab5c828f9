import PizZip from 'pizzip'

/** The text of a Word file as it is read: paragraphs as lines, without marks. */
export async function wordText(file: Blob): Promise<string> {
  const zip = new PizZip(await file.arrayBuffer())
  const xml = zip.file('word/document.xml')?.asText() ?? ''
  return xml
    .replace(/<w:br\/>|<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
}
