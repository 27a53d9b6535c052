/** What the name of a sheet, or the title above a table, says of all its rows. */
import { namesIn } from './names.ts'
import { isBodyName } from './table-looks.ts'

/** The body whose actions the table holds, by the sheet's name or by a heading that is or holds a name; else null. */
export function ownerOfSheet(sheet: string | null, titles: readonly string[], heading: string | null): string | null {
  const named = [sheet, heading].find(text => text !== null && isBodyName(text)) ?? nameBeside(heading ?? '')
  if (!named) return null
  const short = named.replace(/[*_]/g, '').trim()
  const names = titles.flatMap(title => namesIn(title).map(({ name }) => name))
  return names.find(name => name.toLowerCase().startsWith(short.toLowerCase())) ?? short
}

/** "Recommendations of the management reviews – Elm Housing Association": the one body in a heading's parts. */
function nameBeside(heading: string): string | undefined {
  const pieces = heading.split(/\s[–—-]\s|:\s/)
  const [name, other] = pieces.filter(isBodyName)
  const isOwn = name !== undefined && !other && namesIn(name)[0]?.kind !== 'board'
  return isOwn && pieces.every(piece => piece === name || namesIn(piece).length === 0) ? name : undefined
}

/** "Board position", "Partnership response" over a column: whose answers it holds; else null. */
export function boardOfColumn(headings: readonly string[]): string | null {
  const board = headings.map(text => ofBoard.exec(text)?.[1]).find(name => name !== undefined)
  return board ? `the ${board}` : null
}

const ofBoard =
  /^(?:the )?(Board|Partnership|Committee)(?:[’']s)? (?:response|position|decision|view|answer|stance|reply)\b/i

/** The number of the one recommendation that a sheet is for ("R3", "Rec 3", "Recommendation 3"); else null. */
export function recommendationOfSheet(sheet: string | null): string | null {
  return /^r(?:ec(?:ommendation)?)?\.?\s?(?:no\.?\s?)?(\d+(?:\.\d+)*[a-z]?)$/i.exec(sheet?.trim() ?? '')?.[1] ?? null
}
