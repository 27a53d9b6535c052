/** Writes the documents that are made from the code; `test/tidy.test.ts` fails when one is stale. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { permissionNames, permissions, roles } from '../src/access/permissions.ts'
import { settings } from '../src/config.ts'

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

/** Each generated document: where it stands, from the root, and what it says. */
export const docs: readonly { readonly file: string; readonly text: string }[] = [
  { file: 'docs/permissions.md', text: permissionsText() },
  { file: 'docs/settings.md', text: settingsText() },
]

if (import.meta.main) {
  const root = path.resolve(import.meta.dirname, '..')
  mkdirSync(path.join(root, 'docs'), { recursive: true })
  for (const { file, text } of docs) writeFileSync(path.join(root, file), text)
}
