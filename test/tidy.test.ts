/** The style, executed. Each rule says what to do in the name of its test; what it finds is listed with its file. */
import { readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { docs } from '../scripts/generated-docs.ts'
import { permissionNames } from '../src/access/permissions.ts'
import { faultsOf } from '../src/core/lifecycle.ts'
import { features, lifecycles } from '../src/features.ts'
import { allSentences } from '../src/ledger/sentences.ts'

const root = path.resolve(import.meta.dirname, '..')
const listed = await readdir(path.join(root, 'src'), { recursive: true })
const sources = listed
  .filter(name => /\.tsx?$/.test(name) && !name.includes('/examples/'))
  .map(name => ({ name: `src/${name}`, text: readFileSync(path.join(root, 'src', name), 'utf8') }))
const code = sources.filter(({ name }) => !/\.test\.tsx?$/.test(name))

/** The files in which a pattern stands, each with the line. Comments count: a rule that names a word bans it everywhere. */
function linesWith(pattern: RegExp, files = code): string[] {
  return files.flatMap(({ name, text }) =>
    text.split('\n').flatMap((line, i) => (pattern.test(line) ? [`${name}:${i + 1}: ${line.trim()}`] : [])),
  )
}

interface Import {
  readonly from: string
  readonly to: string
  readonly typesOnly: boolean
}

/** What each file of ours imports of ours; `to` is a path from the root. */
const imports: readonly Import[] = code.flatMap(({ name, text }) =>
  [...text.matchAll(/(?:import|export)\s+(type\s)?[^'";]*?from\s+'(\.[^']+)'|import\('(\.[^']+)'\)/g)].map(
    ([, type, fixed, lazy]) => ({
      from: name,
      to: path.posix.join(path.posix.dirname(name), fixed ?? lazy ?? ''),
      typesOnly: type !== undefined,
    }),
  ),
)

const featureOrder = features.map(feature => feature.name)
const layerOf = (name: string) => name.split('/')[1] ?? ''
const featureOf = (name: string) => /^src\/features\/([^/]+)\//.exec(name)?.[1] ?? null

test('core imports nothing of ours, and the reader only core', () => {
  const wrong = imports.filter(({ from, to }) =>
    layerOf(from) === 'core'
      ? layerOf(to) !== 'core'
      : layerOf(from) === 'reader' && !['core', 'reader'].includes(layerOf(to)),
  )
  expect(wrong).toEqual([])
})

test('core and the reader reach nothing outside themselves', () => {
  const pure = code.filter(({ name }) => /^src\/(core|reader)\//.test(name))
  expect(linesWith(/from '(node:|kysely|pg|fastify|preact)|process\.|fetch\(/, pure)).toEqual([])
})

test('adapters never import a feature', () => {
  expect(imports.filter(({ from, to }) => layerOf(from) === 'adapters' && layerOf(to) === 'features')).toEqual([])
})

test('access, ledger, store and design import no feature and no adapter', () => {
  const house = ['access', 'ledger', 'store', 'design']
  const wrong = imports.filter(
    ({ from, to }) => house.includes(layerOf(from)) && ['features', 'adapters'].includes(layerOf(to)),
  )
  expect(wrong).toEqual([])
})

test('a feature imports no adapter, and another feature only by the index of one above it', () => {
  const wrong = imports.filter(({ from, to }) => {
    const [mine, theirs] = [featureOf(from), featureOf(to)]
    if (!mine) return false
    if (layerOf(to) === 'adapters') return true
    if (!theirs || theirs === mine) return false
    return !to.endsWith(`${theirs}/index.ts`) || featureOrder.indexOf(theirs) > featureOrder.indexOf(mine)
  })
  expect(wrong).toEqual([])
})

test('nothing but the house and the command line knows the demo', () => {
  const outside = imports.filter(({ from, to }) => layerOf(to) === 'demo' && layerOf(from) !== 'demo')
  expect(outside.filter(({ from }) => !/^src\/(house|cli-[a-z-]+)\.ts$/.test(from))).toEqual([])
})

const pureFile = /\/(?:[a-z-]+-)?(lifecycle|decide|entries|forms|pages)\.tsx?$/

test('a pure file of a feature reaches no database, no clock and no file', () => {
  const pure = code.filter(({ name }) => featureOf(name) && pureFile.test(name))
  expect(linesWith(/from '(node:|kysely|pg|fastify)|app\.db|\bawait\b/, pure)).toEqual([])
  const impure = imports.filter(
    ({ from, to, typesOnly }) =>
      featureOf(from) && pureFile.test(from) && !typesOnly && /(queries|commands|routes|jobs)\.ts$/.test(to),
  )
  expect(impure).toEqual([])
})

test('SQL stands in queries only', () => {
  const others = code.filter(({ name }) => featureOf(name) && !/queries\.ts$/.test(name))
  expect(linesWith(/\.(selectFrom|insertInto|updateTable|deleteFrom)\(|\bsql[`<.]/, others)).toEqual([])
})

test('a unit of work is opened by commands only', () => {
  const others = code.filter(({ name }) => featureOf(name) && !/commands\.ts$/.test(name))
  expect(linesWith(/\bdb\.as\(/, others)).toEqual([])
})

test('a file has at most 250 lines, and a file of pages 350', () => {
  const long = code
    .map(({ name, text }) => ({ name, lines: text.trimEnd().split('\n').length }))
    .filter(({ name, lines }) => lines > (/pages\.tsx$/.test(name) ? 350 : 250))
  expect(long).toEqual([])
})

// Biome breaks every line of code that can be broken; what it leaves longer is one string or one pattern.
test('a line of a comment has at most 120 columns', () => {
  const long = sources.flatMap(({ name, text }) =>
    text
      .split('\n')
      .flatMap((line, i) => (/^\s*(\/\/|\*|\/\*\*)/.test(line) && line.length > 120 ? [`${name}:${i + 1}`] : [])),
  )
  expect(long).toEqual([])
})

test('no file or folder has a name that says nothing', () => {
  const empty = /(^|\/)(utils?|helpers?|common|misc|lib|base|manager|service|handler|types|constants)(\.[a-z]+)?(\/|$)/
  expect(sources.map(({ name }) => name).filter(name => empty.test(name))).toEqual([])
})

test('the words that were settled are used: board, agency and person, and no other', () => {
  // The formats that documents and passkeys come in have words of their own, and so have the addresses of others.
  const theirs = ['src/adapters/documents/', 'src/adapters/passkeys.ts']
  const ours = code.filter(({ name }) => !theirs.some(start => name.startsWith(start)))
  const lines = linesWith(/\b(tenants?|orgs?|organisationId|users?|userId)\b/i, ours)
  expect(lines.filter(line => !/user-?agent|https?:/i.test(line))).toEqual([])
})

test('clock, chance and environment exist in adapters and config only', () => {
  const inner = code.filter(({ name }) => /^src\/(core|reader|features|access|ledger|store|design)\//.test(name))
  expect(linesWith(/Date\.now\(|new Date\(\)|Math\.random\(|process\.env/, inner)).toEqual([])
  expect(linesWith(/process\.env/).filter(line => !line.startsWith('src/config.ts'))).toEqual([])
})

test('nothing is left undone, switched off or swallowed', () => {
  expect(linesWith(/\b(TODO|FIXME|XXX|HACK)\b|not implemented|coming soon|lorem ipsum/i)).toEqual([])
  expect(linesWith(/\b(it|test|describe)\.(only|todo)\b/, sources)).toEqual([])
  expect(linesWith(/catch *(\([a-z_]*\))? *\{ *\}/)).toEqual([])
  expect(linesWith(/: any\b|as any\b|@ts-ignore|@ts-expect-error/)).toEqual([])
})

// A query whose name says all of it: `insertReview`, `countReviews`.
const isPlainQuery = (file: string, name: string) =>
  file.endsWith('queries.ts') && /^(find|list|count|insert|update|delete)[A-Z]/.test(name)

test('what is exported says what it promises', () => {
  const silent = code.flatMap(({ name, text }) => {
    const lines = text.split('\n')
    return lines.flatMap((line, i) => {
      const exported = /^export (?:async )?(?:function|class) (\w+)/.exec(line)?.[1]
      const before = lines[i - 1] ?? ''
      return exported &&
        !/\*\/\s*$|^\/\//.test(before) &&
        !/Page$|Form$/.test(exported) &&
        !isPlainQuery(name, exported)
        ? [`${name}: ${exported}`]
        : []
    })
  })
  expect(silent).toEqual([])
})

test('a path is made by urls.ts only', () => {
  const pages = code.filter(({ name }) => featureOf(name))
  expect(linesWith(/(href|action|to)=?[:=] ?[{(]?[`'"]\/(?!assets)/, pages)).toEqual([])
})

test('every route has a door, and each path and method is answered once', () => {
  const routes = features.flatMap(feature => feature.routes)
  const doors = ['anyone', 'signed in', ...permissionNames]
  expect(routes.filter(route => !doors.includes(route.door))).toEqual([])
  const calls = routes.map(route => `${route.method} ${route.path}`)
  expect(calls.filter((call, i) => calls.indexOf(call) !== i)).toEqual([])
})

test('each lifecycle table agrees with itself, and each of its acts has a sentence', () => {
  expect(lifecycles.length).toBeGreaterThan(0)
  const told = allSentences()
  const faults = lifecycles.flatMap(({ feature, thing, table }) =>
    [
      ...faultsOf(table),
      ...Object.entries(table.acts)
        .filter(([, { entry }]) => entry !== null && !Object.hasOwn(told, entry))
        .map(([act, { entry }]) => `${act}: no sentence for ${entry}`),
    ].map(fault => `${feature} ${thing}: ${fault}`),
  )
  expect(faults).toEqual([])
})

test('whether a thing is in a state is asked of its lifecycle table, and of nothing else', () => {
  const rules = code.filter(({ name }) => featureOf(name) && /(decide|commands)\.tsx?$/.test(name))
  const when = 'withdrawnAt|dismissedAt|endedAt|leftAt|liftedAt|agreedAt|refusedAt|acceptedAt'
  const checks = new RegExp(
    `\\b(${when})( [=!]==| \\? | && | \\|\\| )|\\bif \\(!?[\\w.?]*\\b(${when})\\)|\\.state [=!]==`,
  )
  expect(linesWith(checks, rules)).toEqual([])
})

test.each(docs.map(({ file, text }) => [file, text] as const))(
  '%s is in date: npm run docs writes it',
  (file, text) => {
    expect(readFileSync(path.join(root, file), 'utf8')).toBe(text)
  },
)
