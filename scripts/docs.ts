/** Writes the documents that are made from the code. They are joined first, for Node reads no pages by itself. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { bundle } from './bundle.ts'

const root = path.resolve(import.meta.dirname, '..')
const folder = path.join(root, `.docs-${process.pid}`)
try {
  await bundle({ docs: 'scripts/generated-docs.ts' }, folder)
  const { docs } = await import(pathToFileURL(path.join(folder, 'docs.js')).href)
  mkdirSync(path.join(root, 'docs'), { recursive: true })
  for (const { file, text } of docs) writeFileSync(path.join(root, file), text)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
