/**
 * Writes what browsers fetch to dist/assets (or the folder given): each file under a name that carries a hash of its content,
 * and manifest.json from plain names to those. GOV.UK Frontend goes in without its typeface and crown, which only services
 * on gov.uk may use; anything left of them fails the build.
 */
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const require = createRequire(import.meta.url)
const govuk = path.join(path.dirname(require.resolve('govuk-frontend/package.json')), 'dist/govuk')
const typeface = path.dirname(require.resolve('@fontsource/atkinson-hyperlegible-next/package.json'))
const own = fileURLToPath(new URL('../src/design/assets/', import.meta.url))

const fontNames = ['latin', 'latin-ext'].flatMap(script =>
  [400, 700].map(weight => `atkinson-hyperlegible-next-${script}-${weight}-normal.woff2`),
)
const sheets = [
  'typeface',
  'page',
  'forms',
  'voices',
  'thread',
  'tables',
  'lists',
  'side-by-side',
  'check',
  'source',
  'modes',
  'print',
]
const stack = '"Atkinson Hyperlegible Next",Arial,Helvetica,sans-serif'
const forbidden = /GDS Transport|@font-face|crest|url\(/i

/** GOV.UK Frontend's style without its typeface, crown and crest. Throws when any of them is left. */
export function withoutCrown(css: string): string {
  const cleaned = css
    .replace(/@font-face\{[^}]*\}/g, '')
    .replace(/[^{}]*copyright-logo[^{}]*\{[^}]*\}/g, '')
    // The only comments are the source map's address and the claim of the typeface that is no longer there.
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll('GDS Transport,arial,sans-serif', stack)
    .replaceAll(/font-family:sans-serif/g, `font-family:${stack}`)
    // A crown's size is no crown, but the name would hide one from the check below.
    .replace(/\.govuk-[a-z]+__crown\{[^}]*\}/g, '')
  const left = forbidden.exec(cleaned) ?? /crown/i.exec(cleaned)
  if (left) throw new Error(`GOV.UK Frontend's style still holds "${left[0]}", which only gov.uk may use.`)
  return cleaned
}

/** Writes all assets into a folder, emptied first. Returns the manifest. */
export function buildAssets(folder: string): Record<string, string> {
  fs.rmSync(folder, { recursive: true, force: true })
  fs.mkdirSync(path.join(folder, 'fonts'), { recursive: true })
  const manifest: Record<string, string> = {}
  const write = (name: string, content: string | Buffer) => {
    const { dir, name: stem, ext } = path.parse(name)
    const hash = createHash('sha256').update(content).digest('hex').slice(0, 12)
    const hashed = path.posix.join(dir, `${stem}-${hash}${ext}`)
    fs.writeFileSync(path.join(folder, hashed), content)
    manifest[name] = hashed
  }
  /** Names inside a file are replaced before it is hashed, so that its own name changes when theirs do. */
  const linked = (text: string) =>
    Object.entries(manifest).reduce((result, [name, hashed]) => result.replaceAll(name, hashed), text)

  for (const font of fontNames) write(`fonts/${font}`, fs.readFileSync(path.join(typeface, 'files', font)))
  fs.copyFileSync(path.join(typeface, 'LICENSE'), path.join(folder, 'fonts/LICENSE.txt'))
  write('govuk.css', withoutCrown(fs.readFileSync(path.join(govuk, 'govuk-frontend.min.css'), 'utf8')))
  const script = fs.readFileSync(path.join(govuk, 'govuk-frontend.min.js'), 'utf8')
  write('govuk.js', script.replace(/\/\/# sourceMappingURL.*/, ''))
  const style = sheets.map(name => fs.readFileSync(path.join(own, 'css', `${name}.css`), 'utf8')).join('\n')
  write('heed.css', linked(style))
  write('heed.js', linked(fs.readFileSync(path.join(own, 'heed.js'), 'utf8')))
  for (const name of ['check.js', 'passkey.js']) write(name, fs.readFileSync(path.join(own, name)))
  write('favicon.svg', fs.readFileSync(path.join(own, 'favicon.svg')))
  fs.writeFileSync(path.join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  return manifest
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = path.resolve(process.argv[2] ?? 'dist/assets')
  const manifest = buildAssets(folder)
  process.stdout.write(`${Object.keys(manifest).length} assets in ${path.relative('.', folder)}\n`)
}
