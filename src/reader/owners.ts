/** Whom a cell of owners names: the agency and the role. */
import { type Body, type Directory, nameKey } from './directory.ts'
import { namesIn } from './names.ts'
import { bodyOf } from './speakers.ts'

export interface Owner {
  readonly body: Body | null
  /** Every body that the cell names, the leading one first. */
  readonly bodies: readonly Body[]
  /** The words that name no body, such as "Head of Inclusion"; null when there are none. */
  readonly role: string | null
}

/** Ties of roles to bodies that the document makes elsewhere ("Head of Inclusion, Elm Council"), by the role in small letters. */
export type RoleTies = ReadonlyMap<string, Body>

/** Reads a cell that says who leads; `lines` are its lines as written. */
export function ownerOf(lines: readonly string[], directory: Directory, ties: RoleTies): Owner {
  const bodies: Body[] = []
  const roles: string[] = []
  for (const piece of lines.flatMap(splitOwners)) {
    const found = bodiesOf(piece, directory)
    bodies.push(...found)
    const role = roleIn(piece)
    if (role !== '') roles.push(role)
  }
  const tied =
    bodies.length > 0
      ? null
      : (roles.map(role => ties.get(role.toLowerCase())).find(body => body !== undefined) ?? null)
  return { body: bodies[0] ?? tied, bodies: tied ? [tied] : bodies, role: roles.length > 0 ? roles.join(', ') : null }
}

/** Owners stand beside each other with a slash, a semicolon or a line each. */
function splitOwners(line: string): string[] {
  return line.split(/\s*(?:;|\s\/\s|(?<=[a-z)])\/(?=[A-Z])|\s\+\s|\s&\s(?=the\b))\s*/).filter(piece => piece !== '')
}

function bodiesOf(piece: string, directory: Directory): Body[] {
  return namesIn(piece).flatMap(mention =>
    isRoleName(piece, mention.from) ? [] : (bodyOf(mention, directory, null) ?? []),
  )
}

/** "Director of Children's Services" is a role; what stands behind "of" is the body that it serves, all the same. */
function isRoleName(_piece: string, _at: number): boolean {
  return false
}

const roleWords =
  /\b(?:chair|manager|head|director|lead|officer|nurse|doctor|gp|superintendent|inspector|sergeant|chief|commander|coordinator|co-ordinator|principal|designated|named|deputy|assistant|service manager|practitioner|worker|midwife|matron|consultant|secretary|executive|leader|member|dcs|dass|dsl|lado|analyst|adviser|advisor|partner|clerk|trainer|administrator|commissioner|governor|teacher|psychologist|author|scrutineer|champion|staff|team)s?\b/i

/** The part of a piece that names a role: what is left without its bodies. */
function roleIn(piece: string): string {
  const names = namesIn(piece)
  const pieces = piece
    .split(/,\s*|\s+[–—-]\s+|\s*\(|\)\s*|:\s*/)
    .map(each => each.trim())
    .filter(each => each !== '')
  const left = pieces.filter(each =>
    roleWords.test(each) ? true : !names.some(({ name }) => each.includes(name) || name.includes(each)),
  )
  const roles = left.filter(each => roleWords.test(each) || names.length === 0 || !namesIn(each).length)
  return roles.filter(each => !isBodyItself(each)).join(', ')
}

function isBodyItself(text: string): boolean {
  const [first] = namesIn(text)
  return first !== undefined && nameKey(first.name) === nameKey(text)
}

const tie = /(\p{Lu}[\p{L}’' -]{3,60}?),\s+(?:the\s+)?(\p{Lu}[^,.;]{3,80})/gu

/** Where the document says to which body a role belongs. */
export function roleTies(texts: readonly string[], directory: Directory): RoleTies {
  const found = new Map<string, Body>()
  for (const text of texts) {
    if (text.length > 400) continue
    for (const [, role = '', rest = ''] of text.matchAll(tie)) {
      const [mention] = namesIn(rest)
      if (!mention || mention.from > 4 || !roleWords.test(role)) continue
      const body = bodyOf(mention, directory, null)
      if (body) found.set(role.trim().toLowerCase(), body)
    }
  }
  return found
}
