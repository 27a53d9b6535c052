/** What the name of a sheet, or the title above a table, says of all its rows. */
import { namesIn } from './names.ts'
import { isBodyName } from './table-looks.ts'

/** The body whose actions the table holds, by the sheet's name or by a heading that is a name; else null. */
export function ownerOfSheet(sheet: string | null, titles: readonly string[], heading: string | null): string | null {
  const named = [sheet, heading].find(text => text !== null && isBodyName(text))
  if (!named) return null
  const short = named.replace(/[*_]/g, '').trim()
  const names = titles.flatMap(title => namesIn(title).map(({ name }) => name))
  return names.find(name => name.toLowerCase().startsWith(short.toLowerCase())) ?? short
}

/** The number of the one recommendation that a sheet is for ("R3", "Rec 3", "Recommendation 3"); else null. */
export function recommendationOfSheet(sheet: string | null): string | null {
  return /^r(?:ec(?:ommendation)?)?\.?\s?(?:no\.?\s?)?(\d+(?:\.\d+)*[a-z]?)$/i.exec(sheet?.trim() ?? '')?.[1] ?? null
}
