import { FileProblem } from './file-problem.ts'
import { readWholeXml, unescapeWorkbookText } from './xml.ts'

/** The texts a workbook keeps in one place and its cells point at. Furigana are not part of a text. */
export async function readSharedTexts(
  chunks: AsyncIterable<Uint8Array>,
  mostCharacters: number,
): Promise<readonly string[]> {
  const texts: string[] = []
  let text = ''
  let characters = 0
  let inText = false
  let inReading = false
  await readWholeXml(chunks, {
    open(name) {
      if (name === 'si') text = ''
      if (name === 'rPh') inReading = true
      inText = name === 't' && !inReading
    },
    close(name) {
      if (name === 'rPh') inReading = false
      if (name === 't') inText = false
      if (name === 'si') texts.push(unescapeWorkbookText(text))
    },
    text(part) {
      if (!inText) return
      characters += part.length
      if (characters > mostCharacters) throw new FileProblem('zip.too-large')
      text += part
    },
  })
  return texts
}
