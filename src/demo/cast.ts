/**
 * The demo's partnerships: two boards that are neighbours, the bodies that sit on them, and their people. All
 * fictional.
 */
import type { Role } from '../access/permissions.ts'
import type { PlainDate } from '../core/plain-date.ts'
import { writePost } from '../features/accounts/index.ts'

/** The password of every one of the cast. It opens nothing but the demo. */
export const sharedPassword = 'copper-kettle-river'

export const slugs = ['tarnwold', 'quillhaven'] as const
export type Slug = (typeof slugs)[number]

export interface CastAgency {
  readonly name: string
  /** Other names that the board knows it by. */
  readonly aliases: readonly string[]
}

export interface CastBoard {
  readonly slug: Slug
  readonly name: string
  readonly shortName: string
  readonly agencies: readonly CastAgency[]
  readonly groups: readonly { readonly name: string; readonly purpose: string; readonly members: readonly string[] }[]
  /** Bodies that are gone, with the one that took over. */
  readonly successions: readonly { readonly from: string; readonly to: string; readonly on: PlainDate }[]
}

export const police = 'Estuary and Wolds Police'
const integratedCare = 'NHS Estuary and Wolds Integrated Care Board'
const childrensServices = 'Tarnwold Council Children’s Services'
export const hospitals = 'Brindle Park Hospitals NHS Trust'
export const schools = 'Tarnwold Schools Safeguarding Forum'
const adultCare = 'Quillhaven Council Adult Social Care'

/** The day on which integrated care boards took over: Health and Care Act 2022. */
const integratedOn = '2022-07-01' as PlainDate

const tarnwold: CastBoard = {
  slug: 'tarnwold',
  name: 'Tarnwold Safeguarding Children Partnership (fictional)',
  shortName: 'Tarnwold SCP',
  agencies: [
    { name: 'Tarnwold Safeguarding Children Partnership', aliases: ['The Partnership'] },
    { name: childrensServices, aliases: ['Children’s Services', 'Children’s Social Care'] },
    { name: police, aliases: ['The Force', 'Police'] },
    { name: integratedCare, aliases: ['The ICB'] },
    { name: 'NHS Tarnwold Clinical Commissioning Group', aliases: [] },
    { name: hospitals, aliases: ['Brindle Park Hospitals'] },
    { name: schools, aliases: ['Schools', 'Schools in Tarnwold', 'Schools Safeguarding Forum'] },
    { name: 'Tarnwold Homes', aliases: [] },
  ],
  groups: [
    {
      name: 'Partner agencies',
      purpose: 'Whom a recommendation to “partner agencies” is put to.',
      members: [childrensServices, police, integratedCare, hospitals, schools, 'Tarnwold Homes'],
    },
    {
      name: 'Safeguarding partners',
      purpose: 'The three bodies that lead the partnership together.',
      members: [childrensServices, police, integratedCare],
    },
  ],
  successions: [{ from: 'NHS Tarnwold Clinical Commissioning Group', to: integratedCare, on: integratedOn }],
}

const quillhaven: CastBoard = {
  slug: 'quillhaven',
  name: 'Quillhaven Safeguarding Adults Board (fictional)',
  shortName: 'Quillhaven SAB',
  agencies: [
    { name: 'Quillhaven Safeguarding Adults Board', aliases: ['The Board'] },
    { name: adultCare, aliases: ['Adult Social Care'] },
    { name: police, aliases: ['The Force', 'Police'] },
    { name: integratedCare, aliases: ['The ICB'] },
    { name: 'NHS Quillhaven Clinical Commissioning Group', aliases: [] },
    { name: 'Lantern Quay Homes', aliases: [] },
    { name: 'The Probation Service', aliases: ['Probation'] },
  ],
  groups: [
    {
      name: 'Partner agencies',
      purpose: 'Whom a recommendation to “partner agencies” is put to.',
      members: [adultCare, police, integratedCare, 'Lantern Quay Homes', 'The Probation Service'],
    },
  ],
  successions: [{ from: 'NHS Quillhaven Clinical Commissioning Group', to: integratedCare, on: integratedOn }],
}

export const boards: readonly CastBoard[] = [tarnwold, quillhaven]

export interface CastPost {
  readonly board: Slug
  readonly role: Role
  /** The name of the agency that the role is held for. */
  readonly agency?: string
}

export interface CastPerson {
  readonly name: string
  readonly email: string
  readonly posts: readonly CastPost[]
  /** What the person opens Heed for. */
  readonly comesTo: string
}

const person = (name: string, domain: string, posts: readonly CastPost[], comesTo: string): CastPerson => ({
  name,
  email: `${name.split(' ')[0]?.toLowerCase()}@${domain}.example`,
  posts,
  comesTo,
})

const onBoth = (role: Role, agency?: string): readonly CastPost[] =>
  slugs.map(board => (agency ? { board, role, agency } : { board, role }))

export const miriam = person(
  'Miriam Castellan',
  'tarnwold',
  onBoth('support officer'),
  'Runs both boards’ office: imports a response, checks it, and follows who promised what.',
)
export const tobias = person(
  'Tobias Renner',
  'tarnwold',
  [{ board: 'tarnwold', role: 'support officer' }],
  'Helps Miriam in Tarnwold. Is excluded from one review, which he cannot see at all.',
)
export const farida = person(
  'Farida Holm',
  'quillhaven',
  [{ board: 'quillhaven', role: 'support officer' }],
  'Keeps Quillhaven’s register, and is the second of two who must agree to a redaction.',
)
export const josephine = person(
  'Josephine Marlowe',
  'scrutiny',
  [{ board: 'tarnwold', role: 'chair' }],
  'Is Tarnwold’s independent scrutineer: sees what is late, unanswered or unproven.',
)
export const sunita = person(
  'Sunita Prael',
  'brindle-park',
  [{ board: 'tarnwold', role: 'subgroup member' }],
  'Sits on the Case Review Group, and on the panel of a review that is still restricted.',
)
export const callum = person(
  'Callum Oduya',
  'police',
  onBoth('agency lead', police),
  'Answers for the police, who sit on both boards: one sign-in, one list.',
)
export const edith = person(
  'Edith Kowal',
  'reviewers',
  [{ board: 'tarnwold', role: 'lead reviewer' }],
  'Comes from outside to lead one review, and sees that one and nothing else.',
)

/** Everybody, those first with whom it is best to begin. */
export const cast: readonly CastPerson[] = [
  miriam,
  callum,
  josephine,
  sunita,
  edith,
  tobias,
  farida,
  person(
    'Hannah Brightwell',
    'icb',
    onBoth('agency lead', integratedCare),
    'Answers for the NHS body that both boards share.',
  ),
  person(
    'Aisha Penrose',
    'tarnwold',
    [{ board: 'tarnwold', role: 'agency lead', agency: childrensServices }],
    'Answers for the council’s children’s services.',
  ),
  person(
    'Leon Dacosta',
    'tarnwold',
    [{ board: 'tarnwold', role: 'agency contributor', agency: childrensServices }],
    'Prepares answers for Aisha, and sees what is released to their agency.',
  ),
  person('Walter Nkansah', 'quillhaven', [{ board: 'quillhaven', role: 'chair' }], 'Chairs Quillhaven’s board.'),
  person(
    'Grace Tillotson',
    'lay-members',
    [{ board: 'tarnwold', role: 'reader' }],
    'Is a lay member: sees the board and its agencies, and no review.',
  ),
  person(
    'Ines Calloway',
    'tarnwold',
    [{ board: 'tarnwold', role: 'administrator' }],
    'Looks after Tarnwold’s people and settings. Sees no review.',
  ),
  person(
    'Oluchi Brandt',
    'quillhaven',
    [{ board: 'quillhaven', role: 'administrator' }],
    'Looks after Quillhaven’s people and settings. Sees no review.',
  ),
]

const shortNames = new Map(boards.map(({ slug, shortName }) => [slug, shortName]))

/** "Agency safeguarding lead, Estuary and Wolds Police: Tarnwold SCP and Quillhaven SAB", a line for each role. */
export function postLines(posts: readonly CastPost[]): readonly string[] {
  const named = posts.map(({ role, agency, board }) => ({
    as: writePost(role, agency ?? null),
    on: shortNames.get(board),
  }))
  return [...new Set(named.map(({ as }) => as))].map(
    role => `${role}: ${named.flatMap(({ as, on }) => (as === role ? [on] : [])).join(' and ')}`,
  )
}
