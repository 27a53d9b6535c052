/** The documents that are made from the code; `npm run docs` writes them, and `test/tidy.test.ts` fails when one is stale. */
import { bystanders, type Doer } from '../src/access/deeds.ts'
import { type Permission, permissionNames, permissions, roles } from '../src/access/permissions.ts'
import { settings } from '../src/config.ts'
import type { Act } from '../src/core/lifecycle.ts'
import { lifecycles } from '../src/features.ts'
import { allSentences } from '../src/ledger/sentences.ts'
import { licencesText } from './licences.ts'

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`

function permissionsText(): string {
  const table = [
    row(['permission', ...roles]),
    row(['---', ...roles.map(() => '---')]),
    ...permissionNames.map(name => row([`\`${name}\``, ...roles.map(role => permissions[name][role])])),
  ]
  return `# Who may do what

Made from \`src/access/permissions.ts\` by \`npm run docs\`. Row-level security in the database says the same of what can be
seen; \`test/contract/access.test.ts\` holds the two to each other for every role and every kind of review.

- \`none\`: never. \`all\`: anything of the board. \`own\`: what belongs to the person's own agency.
- Of a review, always less those that the person is excluded from: \`team\`: every review of the board; \`seen\`: those released
  and those on whose panel the person is; \`asked\`: those released to the person's agency and those on whose panel the person is;
  \`panel\`: only those on whose panel the person is.

${table.join('\n')}
`
}

function settingsText(): string {
  const rows = Object.entries(settings).map(([name, { says, type }]) => {
    const given = type.safeParse(undefined)
    return row([`\`${name}\``, says, given.success && given.data !== undefined ? `\`${given.data}\`` : 'none'])
  })
  return `# Settings

Made from \`src/config.ts\` by \`npm run docs\`. Each is an environment variable.

${[row(['setting', 'what it is for', 'when left out']), row(['---', '---', '---']), ...rows].join('\n')}
`
}

const title = (thing: string) => `${thing.charAt(0).toUpperCase()}${thing.slice(1)}`

/** What each thing is called in a heading, where its table has a name of its own. */
const headings: Readonly<Record<string, string>> = {
  'accounts lifecycle': 'Invitation',
  'imports lifecycle': 'Import',
  'partnership seat': 'An agency’s seat on a board',
  'partnership group': 'Group of agencies',
  'partnership post': 'A person’s role on a board',
  'providers link': 'An account at a provider',
  'providers request': 'What a stranger asks of a board',
  'providers rule': 'A rule that gives a role',
  'reviews standing': 'Review',
  'reviews place': 'A person’s place around a review',
  'reviews redaction': 'Redaction',
  'recommendations part': 'Part of a recommendation',
  'recommendations addressee': 'Body that is asked',
}

/** The sentence of an entry as it stands on its thing's own page, with an ellipsis for what the entry's facts say. */
function sentenceOf(entry: string | null): string {
  if (entry === null) return 'nothing'
  const sentence = allSentences()[entry]
  if (!sentence) throw new Error(`no sentence for ${entry}`)
  const facts = new Proxy<Record<string, string | null>>({}, { get: (_, name) => (name === 'number' ? null : '…') })
  return `“… ${sentence(facts)}”`
}

function whoText(by: Doer): string {
  if (by in bystanders) return bystanders[by as keyof typeof bystanders]
  const row = permissions[by as Permission]
  return `\`${by}\`: ${roles.filter(role => row[role] !== 'none').join(', ')}`
}

const nodeOf = (state: string) => state.replace(/[^a-z]+/gi, '_')

function lifecycleText({ feature, thing, table }: (typeof lifecycles)[number]): string {
  const steps = Object.entries(table.states).flatMap(([state, row]) =>
    Object.entries(row).map(([act, to]) => ({ state, act, to })),
  )
  const diagram = [
    'stateDiagram-v2',
    ...Object.keys(table.states).map(state => `  state "${state}" as ${nodeOf(state)}`),
    `  [*] --> ${nodeOf(table.begins)}`,
    ...steps.map(({ state, act, to }) => `  ${nodeOf(state)} --> ${nodeOf(to)} : ${act}`),
  ]
  const rows = steps.map(({ state, act, to }) => {
    const { by, entry } = table.acts[act] as Act<Doer>
    return row([state, act, to, whoText(by), sentenceOf(entry)])
  })
  return `## ${headings[`${feature} ${thing}`] ?? title(thing)}

From \`src/features/${feature}/lifecycle.ts\`. It begins as **${table.begins}**.

${[row(['state', 'act', 'becomes', 'who may', 'History says']), row(Array(5).fill('---')), ...rows].join('\n')}

\`\`\`mermaid
${diagram.join('\n')}
\`\`\`
`
}

const lifecyclesText = (): string => `# What can become of a thing

Made from the lifecycle tables of the features by \`npm run docs\`. A table is the one place that says which act leads where;
commands and pages ask it. What is not listed cannot be done. Where a role is named, the permission table says to which of the
board’s things it reaches ([permissions.md](permissions.md)).

${lifecycles.map(lifecycleText).join('\n')}`

/** Each generated document: where it stands, from the root, and what it says. */
export const docs: readonly { readonly file: string; readonly text: string }[] = [
  { file: 'docs/permissions.md', text: permissionsText() },
  { file: 'docs/lifecycles.md', text: lifecyclesText() },
  { file: 'docs/settings.md', text: settingsText() },
  { file: 'docs/licences.md', text: licencesText() },
]
