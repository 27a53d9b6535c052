/** Posts that are known to belong to one kind of body, where a document names just one of that kind. */
import type { Body, Directory } from './directory.ts'
import { nameKey } from './name-forms.ts'
import { pattern } from './vocabulary/pattern.ts'

const policeRank = pattern('i')`
    ^(?:the |our )?(?:(?:deputy|assistant|temporary|acting|detective|chief|police) )*(?:constable|sergeant|inspector|
    superintendent|ds|di|dci|dsu)\b
  `
/** Designated professionals serve the body that commissions health services: Working Together 2023, chapter 2. */
const designated = /^(?:the |our )?designated (?:safeguarding )?(?:nurse|doctor|professional|gp)s?\b/i

const boardPost = pattern('i')`
    ^(?:the |our )?(?:(?:board|partnership|independent|safeguarding|deputy|acting) )*(?:business manager|
    board manager|partnership manager|scrutineer|independent chair|board chair)\b
  `

/** The body for which the post at the beginning of a subject speaks, or null. */
export function bodyOfPost(subject: string, { board, bodies, find }: Directory): Body | null {
  if (boardPost.test(subject)) return board
  if (policeRank.test(subject)) return find('Police')
  if (!designated.test(subject)) return null
  const [only, other] = bodies.filter(({ name }) =>
    /integrated care board$|clinical commissioning group$/.test(nameKey(name)),
  )
  return only && !other ? only : null
}
