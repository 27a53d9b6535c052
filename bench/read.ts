/**
 * How long `heed read` takes, as a multiple of a bare `node -e 0` in the same run, and how long the pages of a large board
 * take: `npm run bench`.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import path from 'node:path'
import writeExcelFile from 'write-excel-file/node'
import { launchBrowser } from '../test/browser.ts'
import { benchPages } from './pages.ts'
import { median, type Run, runOnce } from './whole-process.ts'

const root = path.resolve(import.meta.dirname, '..')
const folder = path.join(root, '.cache', 'bench')
const bin = (name: string) => path.join(root, 'node_modules', '.bin', name)

const bodies = [
  'Ashmere Council',
  'Northfold Police',
  'Vale NHS Trust',
  'The Partnership',
  'Ashmere Fire and Rescue Service',
]
const promises = [
  'will review its procedure for',
  'has trained every team in',
  'is working with schools on',
  'recognises the importance of',
]
const things = ['sharing information early', 'planning before a birth', 'missed appointments', 'the voice of the child']

/** Made text, different on each line, in the words of the field. */
const sentence = (i: number) =>
  `${bodies[i % 5]} ${promises[i % 4]} ${things[(i >> 2) % 4]} in case ${i}${i % 4 === 0 ? ` by 31 March ${2020 + (i % 8)}` : ''}.`

/** 100 pages, with a heading and a recommendation every few pages. */
async function makePdf(file: string): Promise<void> {
  const paragraphs = Array.from({ length: 646 }, (_, i) =>
    i % 40 === 0
      ? `<h2>Recommendation ${i / 40 + 1}</h2><p>${bodies[i % 5]} should review ${things[i % 4]} and report on it.</p>`
      : `<p>${sentence(i)} ${sentence(i + 7)} ${sentence(i + 13)}</p>`,
  )
  const browser = await launchBrowser()
  const page = await browser.newPage()
  await page.setContent(
    `<title>A long report</title><style>p{font-size:16px;line-height:1.9}</style>${paragraphs.join('')}`,
  )
  await page.pdf({ path: file, format: 'A4', margin: { top: '3cm', bottom: '3cm', left: '3cm', right: '3cm' } })
  await browser.close()
}

/** 20,000 rows of an action plan. */
async function makeXlsx(file: string): Promise<void> {
  const cells = (values: readonly string[]) => values.map(value => ({ value }))
  const head = cells(['No.', 'Recommendation', 'Action', 'Lead agency', 'Target date', 'Progress', 'RAG'])
  const rows = Array.from({ length: 20_000 }, (_, i) => {
    const [body, thing] = [bodies[i % 5] ?? '', things[i % 4] ?? '']
    const [asked, action] = [`${body} should review ${thing} in area ${i}.`, `Review ${thing} in area ${i}.`]
    return cells([String(i + 1), asked, action, body, '31/03/2027', sentence(i), 'Amber'])
  })
  await writeExcelFile([head, ...rows]).toFile(file)
}

interface Case {
  readonly name: string
  readonly file: string
  /** The most that it may take, as a multiple of `node -e 0`. */
  readonly most: number
  readonly make?: (file: string) => Promise<void>
}

const cases: readonly Case[] = [
  {
    name: 'a published response, 10 kB of Markdown',
    file: path.join(root, '../shared/samples/child-u-response.md'),
    most: 8,
  },
  { name: 'a PDF of 100 pages', file: path.join(folder, 'long.pdf'), most: 60, make: makePdf },
  { name: 'a workbook of 20,000 rows', file: path.join(folder, 'large.xlsx'), most: 60, make: makeXlsx },
]

async function measure({ name, file, most }: Case, rounds: number): Promise<string> {
  const [bare, read]: [Run[], Run[]] = [[], []]
  for (let i = 0; i < rounds; i++) {
    bare.push(await runOnce(bin('node'), ['-e', '0']))
    read.push(await runOnce(bin('heed'), ['read', file, '--json']))
  }
  const ratio = median(read.map((run, i) => run.milliseconds / (bare[i]?.milliseconds ?? 1)))
  const megabytes = Math.max(...read.map(run => run.megabytes))
  const ms = median(read.map(run => run.milliseconds))
  return `| ${name} | ${ratio.toFixed(1)} | ${most} | ${Math.round(megabytes)} MB | 400 MB | ${Math.round(ms)} ms |`
}

mkdirSync(folder, { recursive: true })
const rows: string[] = []
for (const each of cases) {
  if (each.make && !existsSync(each.file)) await each.make(each.file)
  if (existsSync(each.file)) rows.push(await measure(each, 7))
  else process.stdout.write(`skipped: ${each.name}, for the file is not there\n`)
}
const text = `# Benchmarks

Written by \`npm run bench\`, last on ${cpus().length} cores with Node ${process.version}. Machines differ and are shared: trust the ratios.

## Reading a document

The whole process of \`node_modules/.bin/heed read FILE --json\`, as a multiple of a bare \`node -e 0\` in the same run (median of 7 pairs).

| document | times \`node -e 0\` | at most | peak memory | at most | median time |
| --- | --- | --- | --- | --- | --- |
${rows.join('\n')}

${await benchPages()}`
const file = path.join(root, 'docs', 'benchmarks.md')
// The load is measured by a run of its own.
const [, load] = readFileSync(file, 'utf8').split('\n## Load\n')
writeFileSync(file, load === undefined ? text : `${text}\n## Load\n${load}`)
process.stdout.write(text)
