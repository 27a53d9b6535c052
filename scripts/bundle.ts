/**
 * Writes what runs to dist/: the command line and the process that opens documents, each command in a part of its own.
 * One file is opened where the sources have a hundred, which is a good part of the time that `heed read` takes.
 */
import fs from 'node:fs'
import path from 'node:path'
import { rolldown } from 'rolldown'

const root = path.resolve(import.meta.dirname, '..')
const dist = path.join(root, 'dist')

/** Small libraries that reading a document needs at once are taken in; every other is loaded from where npm put it. */
const takenIn = /^(markdown-it|mdurl|uc\.micro|linkify-it|entities|punycode|parse5)/

/**
 * Joins each of the sources named, with all of ours that it needs, into a file of its name in the folder. The folder must
 * stand in the root, for the house finds its migrations and assets beside the folder that it runs from.
 */
export async function bundle(sources: Readonly<Record<string, string>>, folder: string): Promise<void> {
  const input = Object.fromEntries(Object.entries(sources).map(([name, file]) => [name, path.join(root, file)]))
  const joined = await rolldown({
    input: { ...input, 'document-process': path.join(root, 'src/adapters/documents/document-process.ts') },
    cwd: root,
    platform: 'node',
    tsconfig: path.join(root, 'tsconfig.json'),
    external: id => !id.startsWith('.') && !path.isAbsolute(id) && !takenIn.test(id),
  })
  await joined.write({ dir: folder, format: 'esm', sourcemap: true, chunkFileNames: '[name]-[hash].js' })
}

if (import.meta.main) {
  // Asset names carry hashes and are written by assets.ts; only what is written here is cleared away.
  for (const name of fs.existsSync(dist) ? fs.readdirSync(dist) : []) {
    if (name !== 'assets') fs.rmSync(path.join(dist, name), { recursive: true })
  }
  await bundle({ cli: 'src/cli.ts' }, dist)
}
