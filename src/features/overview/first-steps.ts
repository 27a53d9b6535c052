/** What a person can do first on a board whose register shows nothing yet, by role. */
import type { Role } from '../../access/permissions.ts'
import { urls } from '../../urls.ts'

/** One thing to do or to know, with the page where it is done. */
export interface Step {
  readonly words: string
  readonly link?: { readonly text: string; readonly href: string }
}

type StepsOf = (slug: string) => readonly Step[]

const agencies: StepsOf = slug => [
  {
    words: 'Heed matches the names in a document to the agencies that sit on the board, and to their other names.',
    link: { text: 'Look through the agencies, and add those that are missing', href: urls.agencies(slug) },
  },
]
const released: StepsOf = () => [
  {
    words:
      'You see a review once it is released, or when you sit on its panel. What it asks, and who has not answered, then stands here. If you expected one, ask the board’s support team.',
  },
]
const releasedToAgency: StepsOf = () => [
  {
    words:
      'You see a review once it is released to your agency. What it asks of you, and by when, then stands here. If you expected one, ask the board’s support team.',
  },
]

const steps: Readonly<Record<Role, StepsOf>> = {
  administrator: slug => [
    {
      words: 'Give roles to the people of the board, the support officers first: they import what is published.',
      link: { text: 'Invite people', href: urls.invitations(slug) },
    },
    ...agencies(slug),
    {
      words: 'Check the name of the board, its protective marking and how people sign in.',
      link: { text: 'Look at the settings', href: urls.settings(slug) },
    },
  ],
  'support officer': slug => [
    {
      words:
        'Import a published response, action plan or report. Heed reads who promised what; you check it beside the source and save it. What is silent, without a date or overdue is then counted here.',
      link: { text: 'Import a response', href: urls.newImport(slug) },
    },
    ...agencies(slug),
    {
      words: 'What was published nowhere can be entered by hand.',
      link: { text: 'Add a review', href: urls.newReview(slug) },
    },
  ],
  chair: released,
  'subgroup member': released,
  'agency lead': releasedToAgency,
  'agency contributor': releasedToAgency,
  'lead reviewer': () => [
    { words: 'You see the review that you lead once the support team has put you on its panel. If it has, ask them.' },
  ],
  reader: slug => [
    {
      words: 'Your role sees no reviews. You can see which agencies sit on the board.',
      link: { text: 'See the agencies', href: urls.agencies(slug) },
    },
  ],
}

const seesNoReview: Step = {
  words: 'An administrator sees no review: what is in the register is shown to other roles.',
}

/** The steps of all the roles, each once. */
export function firstSteps(roles: readonly Role[], slug: string): readonly Step[] {
  const all = [
    ...roles.flatMap(role => steps[role](slug)),
    ...(roles.every(role => role === 'administrator') ? [seesNoReview] : []),
  ]
  return all.filter(({ words }, at) => all.findIndex(each => each.words === words) === at)
}
