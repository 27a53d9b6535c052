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

/**
 * Directors of children's and of adult social services: Children Act 2004, section 18; Local Authority Social Services
 * Act 1970, section 6.
 */
const directors: readonly (readonly [post: RegExp, service: RegExp])[] = [
  [
    /^(?:the |our )?(?:dcs|director of children[’']?s services)\b/i,
    /^(?:.* )?children(?: and famil\w+)? (?:service|social care)(?: .*)?$/,
  ],
  [
    /^(?:the |our )?(?:dass|director of adult (?:social )?(?:services|care))\b/i,
    /^(?:.* )?adult (?:social care|service)(?: .*)?$/,
  ],
]

/** The service of that director, or the council where the document names just one and no such service. */
function serviceOfDirector(subject: string, bodies: readonly Body[]): Body | null {
  const service = directors.find(([post]) => post.test(subject))?.[1]
  if (!service) return null
  const services = bodies.filter(({ name }) => service.test(nameKey(name)))
  // "Children's Services" is the same as the "Children's Services of Elm Council" of which the document speaks too.
  const shortest = services.find(({ name }) => services.every(other => nameKey(other.name).includes(nameKey(name))))
  if (services.length > 0) return shortest ?? null
  const [only, other] = bodies.filter(({ kind }) => kind === 'council')
  return only && !other ? only : null
}

/** The body for which the post at the beginning of a subject speaks, or null. */
export function bodyOfPost(subject: string, { board, bodies, find }: Directory): Body | null {
  if (boardPost.test(subject)) return board
  if (policeRank.test(subject)) return find('Police')
  if (!designated.test(subject)) return serviceOfDirector(subject, bodies)
  const [only, other] = bodies.filter(({ name }) =>
    /integrated care board$|clinical commissioning group$/.test(nameKey(name)),
  )
  return only && !other ? only : null
}
