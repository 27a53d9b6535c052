/**
 * Writes the bill of what runs with Heed to dist/heed.cdx.json: each package with its version, hash and licence, by the lock
 * file, in the format of CycloneDX.
 */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')

interface Bill {
  readonly metadata: { readonly component: { name: string } }
  components: readonly Component[]
  dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[]
}

interface Component {
  readonly 'bom-ref': string
  readonly properties?: readonly { readonly name: string; readonly value: string }[]
}

// Asked to leave out what only builds, npm leaves out some of what runs too, where both need it; so all is asked for.
const words = ['sbom', '--package-lock-only', '--sbom-format=cyclonedx', '--sbom-type=application']
const { status, stdout, stderr } = spawnSync('npm', words, { cwd: root, encoding: 'utf8', maxBuffer: 100_000_000 })
if (status !== 0) throw new Error(`npm could not make the bill: ${stderr}`)

const onlyBuilds = ({ properties = [] }: Component): boolean =>
  properties.some(({ name, value }) => name === 'cdx:npm:package:development' && value === 'true')

const bill = JSON.parse(stdout) as Bill
const left = new Set(bill.components.filter(onlyBuilds).map(each => each['bom-ref']))
bill.components = bill.components.filter(each => !onlyBuilds(each))
bill.dependencies = bill.dependencies
  .filter(({ ref }) => !left.has(ref))
  .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter(each => !left.has(each)) }))
// npm takes the name of the folder, whatever the package is called.
bill.metadata.component.name = 'heed'
fs.mkdirSync(path.join(root, 'dist'), { recursive: true })
fs.writeFileSync(path.join(root, 'dist', 'heed.cdx.json'), `${JSON.stringify(bill, null, 2)}\n`)
