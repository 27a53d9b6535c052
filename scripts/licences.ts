/** The licences of what Heed is made with, and which of them it may have. */
import { readFileSync } from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')

export interface Locked {
  /** Where it stands, as `node_modules/fastify`. */
  readonly place: string
  readonly name: string
  readonly version: string
  /** As its author wrote it: an SPDX identifier, or several joined with OR; empty where there is none. */
  readonly licence: string
  /** Whether it runs with Heed; otherwise it only builds and tests it. */
  readonly runs: boolean
  readonly hasInstallScript: boolean
  readonly integrity: string | null
}

interface LockEntry {
  readonly version?: string
  readonly license?: string
  readonly dev?: boolean
  readonly link?: boolean
  readonly hasInstallScript?: boolean
  readonly integrity?: string
}

/** Every package that the lock file names, but for our own. */
export function lockedPackages(): readonly Locked[] {
  const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'))
  return Object.entries(lock.packages as Record<string, LockEntry>)
    .filter(([place, { link }]) => place.startsWith('node_modules/') && !link)
    .map(([place, entry]) => ({
      place,
      name: place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version: entry.version ?? '',
      licence: entry.license ?? '',
      runs: !entry.dev,
      hasInstallScript: entry.hasInstallScript ?? false,
      integrity: entry.integrity ?? null,
    }))
}

/** Licences that ask for no more than that their notice is kept. */
const permissive = 'MIT MIT-0 ISC 0BSD BSD-2-Clause BSD-3-Clause Apache-2.0 BlueOak-1.0.0 PSF-2.0 CC0-1.0'.split(' ')

/** What is allowed beside them, for which packages and why. */
const exceptions: readonly { readonly licence: string; readonly of: RegExp; readonly onlyBuilds: boolean }[] = [
  // A typeface may be served with anything, under its own name.
  { licence: 'OFL-1.1', of: /^@fontsource\//, onlyBuilds: false },
  // Changes to its files would have to be published; we change none and hand none on.
  { licence: 'MPL-2.0', of: /^(@axe-core\/playwright|axe-core|lightningcss(-.+)?)$/, onlyBuilds: true },
]

/** Whether Heed may have the package. Of licences joined with OR, one that it may have is enough. */
export const isAllowed = ({ name, licence, runs }: Locked): boolean =>
  licence
    .replace(/[()]/g, '')
    .split(' OR ')
    .some(
      each =>
        permissive.includes(each) ||
        exceptions.some(also => also.licence === each && also.of.test(name) && !(also.onlyBuilds && runs)),
    )

/** The list of licences as a document. */
export function licencesText(): string {
  const packages = lockedPackages()
  const part = (heading: string, chosen: readonly Locked[]) => {
    const licences = [...new Set(chosen.map(({ licence }) => licence))].sort()
    const lines = licences.map(licence => {
      const names = [...new Set(chosen.filter(each => each.licence === licence).map(({ name }) => name))].sort()
      return `- **${licence}** (${names.length}): ${names.join(', ')}`
    })
    return `## ${heading}\n${lines.join('\n')}\n`
  }
  return `# Licences of what Heed is made with

Made from \`package-lock.json\` by \`npm run docs\`. Heed itself is under the MIT licence. Versions and hashes of what runs stand in
\`dist/heed.cdx.json\`, which \`npm run build\` writes. What may be in these lists is said by \`scripts/licences.ts\` and held by
\`test/supply-chain.test.ts\`.

${part(
  'What runs with Heed',
  packages.filter(({ runs }) => runs),
)}
${part(
  'What only builds and tests it',
  packages.filter(({ runs }) => !runs),
)}`
}
