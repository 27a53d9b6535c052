/** Whom a cell of owners names: the agency and the role. */
import type { Body, Directory } from './directory.ts'
import { postsExplained } from './explained-posts.ts'
import { isBoardsInitials, nameKey } from './name-forms.ts'
import type { NameMention } from './names.ts'
import { bodyOf } from './speakers.ts'
import { statusWord } from './vocabulary/columns.ts'
import { groupWords } from './vocabulary/groups.ts'
import { roleWord } from './vocabulary/roles.ts'

export interface Owner {
  readonly body: Body | null
  /** Every body that the cell names, the leading one first. */
  readonly bodies: readonly Body[]
  /** The words that name no body, such as "Head of Inclusion"; null when there are none. */
  readonly role: string | null
}

/**
 * Ties of roles to bodies that the document makes elsewhere ("Head of Inclusion, Elm Council"), by the role in small
 * letters.
 */
export type RoleTies = ReadonlyMap<string, Body>

/**
 * Reads a cell of agencies and one of owners, either of which may be empty; in the second, what names no body is a
 * role.
 */
export function ownerOf(agency: string, owner: string, directory: Directory, ties: RoleTies): Owner {
  const pieces = [...piecesOf(agency, directory), ...piecesOf(owner, directory, true)]
  const bodies = pieces.flatMap(piece => piece.bodies)
  const roles = pieces.map(piece => piece.role).filter(role => role !== '')
  const tied =
    bodies.length > 0 ? undefined : roles.map(role => tiedTo(role, directory, ties)).find(body => body !== undefined)
  const group = bodies.length === 0 && !tied ? (groupIn(agency) ?? groupIn(owner) ?? unknownIn(agency)) : null
  const all = tied ? [tied] : group ? [group] : bodies
  return { body: all[0] ?? null, bodies: all, role: roles.length > 0 ? roles.join(', ') : null }
}

function tiedTo(role: string, { board }: Directory, ties: RoleTies): Body | undefined {
  return ties.get(role.toLowerCase()) ?? ((postOfBoard.test(role) && board) || undefined)
}

function piecesOf(cell: string, directory: Directory, ofOwners = false): { bodies: Body[]; role: string }[] {
  return cell
    .split('\n')
    .flatMap(splitOwners)
    .map(piece => {
      const posted = postedIn(piece, directory)
      if (posted) return posted
      const bodies = bodiesOf(piece, directory)
      const role = roleOf(piece, directory)
      const isRole =
        ofOwners && role === '' && bodies.length === 0 && groupIn(piece) === null && !statusWord.test(piece)
      return { bodies, role: isRole ? piece : role }
    })
}

/** What alone stands in a cell of agencies, and is no post and no word for a status, is somebody's name. */
function unknownIn(cell: string): Body | null {
  const name = cell.trim()
  const isName = !roleWord.test(name) && /^\p{Lu}[^.;:?!\n]{2,60}$/u.test(name) && !statusWord.test(name)
  return isName ? { name, kind: 'services' } : null
}

const employing = /^(?<name>\p{Lu}[^(),]{3,50}) \((?<post>[^()]{3,60})\)$/u
const postWord =
  /\b(?:managers?|heads?|directors?|leads?|officers?|nurses?|doctors?|chairs?|chief|inspectors?|superintendent|coordinators?|practitioners?|workers?|advisers?|deputy|assistant)\b/i

/** "Elm Families Together (Chief Executive)": a name that no word gives away, with its post; null for anything else. */
function postedIn(piece: string, directory: Directory): { bodies: Body[]; role: string } | null {
  const { name = '', post = '' } = employing.exec(piece)?.groups ?? {}
  if (!postWord.test(post) || postWord.test(name) || directory.mentions(piece).length > 0) return null
  return { bodies: [{ name, kind: 'services' }], role: post }
}

/** "All agencies" leads as a group, under the name that it is given. */
function groupIn(cell: string): Body | null {
  const name = cell.trim()
  if (/^all$/i.test(name)) return { name, kind: 'services' }
  return name.length < 60 && groupWords.exec(name)?.[0].length === name.length ? { name, kind: 'services' } : null
}

/** Owners stand beside each other with a slash, a semicolon or a line each. */
function splitOwners(line: string): string[] {
  return line.split(/\s*(?:;|\s\/\s|(?<=[\p{Ll})])\/(?=\p{Lu})|\s\+\s)\s*/u).filter(piece => piece !== '')
}

/** The bodies of one owner: a team's own body, where another is named beside it, comes after that. */
function bodiesOf(piece: string, directory: Directory): Body[] {
  const all = directory.mentions(piece).filter(mention => !isWithinRole(piece, mention))
  const others = all.filter(mention => !isOfPost(piece, mention) && !(all.length > 1 && isPostsField(piece, mention)))
  const mentions = others.length > 0 ? others : all
  const ordered = [
    ...mentions.filter(({ kind }) => kind !== 'group'),
    ...mentions.filter(({ kind }) => kind === 'group'),
  ]
  const bodies = ordered.flatMap(
    mention => bodyOf(mention, directory, null) ?? { name: mention.name, kind: mention.kind },
  )
  const named = mentions.some(({ kind }) => kind !== 'group')
  return named ? bodies.slice(0, mentions.filter(({ kind }) => kind !== 'group').length) : bodies
}

/** In "Housing Options Manager, Elm Council" the first name is part of the post. */
function isOfPost(piece: string, { to }: NameMention): boolean {
  const [rest = ''] = piece.slice(to).split(/[,(;]/)
  return !rest.startsWith(')') && rest.trim() !== '' && roleWord.test(rest)
}

/** In "Head of Early Help, Elm Council" the first name says what the post is for. */
const isPostsField = (piece: string, { from, to }: NameMention): boolean =>
  /\b(?:of|for)\s(?:the\s)?$/i.test(piece.slice(0, from)) &&
  roleWord.test(piece.slice(0, from)) &&
  /^\s*[,(–-]/.test(piece.slice(to))

/** "Director of Housing" names a post and, by one plain word, no body. */
function isWithinRole(piece: string, { from, name, generic }: NameMention): boolean {
  // The Partnership of "Chair of the Partnership" is a body.
  return (
    !generic &&
    !name.includes(' ') &&
    !isBoardsInitials(name) &&
    /\b(?:of|for)\s(?:the\s)?$/i.test(piece.slice(0, from)) &&
    roleWord.test(piece.slice(0, from))
  )
}

/**
 * The fragments of an owner that name a post, or what goes with one ("Detective Superintendent, Public Protection").
 */
function roleOf(piece: string, directory: Directory): string {
  const fragments = piece
    .split(/,\s*|\s+[–—-]\s+|\s*\(|\)\s*|:\s*/)
    .map(fragment => fragment.replace(/^and\s/, '').trim())
  const hasPost = fragments.some(fragment => roleWord.test(fragment))
  const beside = directory.mentions(piece).some(({ kind }) => kind !== 'group')
  return fragments.filter(fragment => fragment !== '' && hasPost && !isBody(fragment, directory, beside)).join(', ')
}

/**
 * A fragment that is a body's name, or a name with nothing but a team of its own behind it; beside a body a team's name
 * goes with the post.
 */
function isBody(fragment: string, directory: Directory, beside: boolean): boolean {
  const mention = directory.mentions(fragment).find(each => !isWithinRole(fragment, each))
  if (!mention) return /^\p{Lu}{3,}$/u.test(fragment) && directory.find(fragment) !== null
  if (mention.kind === 'group' && beside) return false
  return (
    nameKey(mention.name) === nameKey(fragment) || (mention.from <= 4 && !roleWord.test(fragment.slice(mention.to)))
  )
}

/** "Board Manager", "Partnership Business Manager": posts of the board's own. */
const postOfBoard =
  /^(?:the )?independent (?:chair|scrutineer)$|^(?:the )?(?:board|partnership)(?:[’']s)? (?:(?:business|development|support|policy|deputy) )*(?:manager|officer|coordinator|administrator|chair)$/i

/** "the Partnership’s Domestic Abuse Coordinator", "the Independent Chair of the Board". */
const ownPost =
  /(?:the|our)\s(?<owner>\p{Lu}[\p{L} ]{2,60}?)[’']s\s(?<post>\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+){0,4})/gu
const postOf = /(?<post>\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+){0,4})\sof\s(?:the\s)(?<owner>\p{Lu}[\p{L} ]{2,60})/gu

const tie = /(\p{Lu}[\p{L}’' -]{3,60}?),\s+(?:the\s+)?(\p{Lu}[^,.;]{3,80})/gu

/** Where the document says to which body a role belongs. */
export function roleTies(texts: readonly string[], directory: Directory): RoleTies {
  const found = new Map<string, Body>()
  for (const text of texts) {
    for (const [post, body] of postsExplained(text, directory)) found.set(post, body)
    if (text.length > 800) continue
    for (const { groups } of [...text.matchAll(ownPost), ...text.matchAll(postOf)]) {
      const body = roleWord.test(groups?.post ?? '') ? bodyIn(groups?.owner ?? '', directory) : null
      if (body) found.set((groups?.post ?? '').toLowerCase(), body)
    }
    for (const [, role = '', rest = ''] of text.matchAll(tie)) {
      const body = roleWord.test(role) ? bodyIn(rest, directory) : null
      if (body) found.set(role.trim().toLowerCase(), body)
    }
  }
  return found
}

/** The body whose name a text begins with. */
function bodyIn(text: string, directory: Directory): Body | null {
  const [mention] = directory.mentions(/^(?:Board|Partnership|Executive)\b/.test(text) ? `the ${text}` : text)
  return mention && mention.from <= 4 ? bodyOf(mention, directory, null) : null
}
