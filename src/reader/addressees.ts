/** To whom a recommendation is put: the bodies and groups that its first words name, else those of the line that announces it. */
import type { Directory } from './directory.ts'
import { groupWords } from './vocabulary/bodies.ts'

const modal = /\b(?:should|must|needs? to|ought to|is asked|are asked|is requested|shall|will|to)\b|:$/i

/** The addressees as written, in order; [] when none is named. `announcedBy` is the line that introduces it and others. */
export function addresseesIn(words: string, announcedBy: string | null, directory: Directory): string[] {
  const found = namedIn(subjectOf(words), directory)
  if (found.length > 0) return found
  return announcedBy ? namedIn(announcedBy, directory) : []
}

/** What stands before the first "should". */
function subjectOf(words: string): string {
  const at = modal.exec(words)?.index
  return at === undefined ? '' : words.slice(0, at)
}

function namedIn(subject: string, directory: Directory): string[] {
  const named = directory.mentions(subject).map(mention => ({
    at: mention.from,
    name: withArticle(subject, mention.from) + mention.name,
  }))
  const groups = [
    ...subject.matchAll(
      /(?:^|,\s|\band\s(?:its\s)?)((?:\p{L}+\s){0,2}(?:partner\s)?(?:agencies|organisations|partners|schools|services|practices))\b/giu,
    ),
  ]
    .filter(match => groupWords.test(match[1] ?? ''))
    .map(match => ({ at: match.index, name: (match[1] ?? '').trim() }))
    .filter(group => !named.some(each => each.name.includes(group.name)))
  return [...named, ...groups].sort((a, b) => a.at - b.at).map(each => each.name)
}

function withArticle(subject: string, at: number): string {
  return /(?:^|\s)(the )$/i.exec(subject.slice(0, at))?.[1] ?? ''
}
