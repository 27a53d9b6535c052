/** nginx with the site of deploy/, for the tests: its ports, files and certificate are the test's own. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'vitest'
import { freePort } from './processes.ts'

const deploy = path.resolve(import.meta.dirname, '../deploy')

/** A file of deploy/. */
export const readDeployed = (file: string): string => readFileSync(path.join(deploy, file), 'utf8')

/** Debian keeps servers where not everybody looks. */
const searched = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin` }

/** Whether the tool is installed; it is called with a word that only makes it answer. */
export const isInstalled = (tool: string, word: string): boolean =>
  spawnSync(tool, [word], { env: searched }).status === 0

export const isNginxMissing = !isInstalled('nginx', '-v') || !isInstalled('openssl', 'version')

/** The text with each of the words put in the place of what stands there, which must stand there. */
export function withWords(text: string, words: Readonly<Record<string, string>>): string {
  return Object.entries(words).reduce((before, [from, to]) => {
    expect(before).toContain(from)
    return before.replaceAll(from, to)
  }, text)
}

/** For how long the tests' nginx sends nothing to a process that said that it stops, in seconds. */
export const secondsLeftAlone = 3

/** The name that the site and its certificate have. */
export const siteName = 'heed.example.gov.uk'

export interface Nginx {
  readonly ports: { readonly http: number; readonly https: number }
  /** To be trusted for `siteName`. */
  readonly certificate: string
  /** All that it wrote to its logs and printed. */
  logged(): string
  close(): Promise<void>
}

/** Starts it in the folder, in front of two processes of Heed at these ports. */
export async function openNginx(folder: string, [one, two]: readonly [number, number]): Promise<Nginx> {
  const ports = { http: await freePort(), https: await freePort() }
  const certificate = makeCertificate(folder)
  const site = withWords(readDeployed('nginx-site.conf'), {
    '127.0.0.1:3000': `127.0.0.1:${one}`,
    '127.0.0.1:3001': `127.0.0.1:${two}`,
    'listen 80;': `listen 127.0.0.1:${ports.http};`,
    'listen 443 ssl http2;': `listen 127.0.0.1:${ports.https} ssl http2;`,
    '/etc/ssl/heed': folder,
    'fail_timeout=8s': `fail_timeout=${secondsLeftAlone}s`,
    '/var/log/nginx/heed-error.log': path.join(folder, 'site.log'),
  })
  const own = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(each => `${each}_temp_path ${folder}/${each};`)
  const user = process.getuid?.() === 0 ? 'user root;' : ''
  const main = `${user} daemon off; pid ${folder}/nginx.pid; error_log ${folder}/error.log;
    events {} http { access_log ${folder}/access.log; ${own.join(' ')} ${site} }`
  writeFileSync(path.join(folder, 'nginx.conf'), main)
  const words = ['-c', path.join(folder, 'nginx.conf'), '-e', path.join(folder, 'error.log')]
  const child = spawn('nginx', words, { cwd: folder, env: searched })
  let printed = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', chunk => {
      printed += chunk
    })
  const log = (name: string) => readFileSync(path.join(folder, name), { encoding: 'utf8', flag: 'a+' })
  return {
    ports,
    certificate,
    logged: () => printed + log('access.log') + log('error.log') + log('site.log'),
    close: () => end(child),
  }
}

function makeCertificate(folder: string): string {
  const subject = ['-subj', `/CN=${siteName}`, '-addext', `subjectAltName=DNS:${siteName}`]
  const files = ['-keyout', path.join(folder, 'key.pem'), '-out', path.join(folder, 'fullchain.pem')]
  const words = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...subject, ...files]
  expect(spawnSync('openssl', words).status).toBe(0)
  return readFileSync(path.join(folder, 'fullchain.pem'), 'utf8')
}

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve()
  return new Promise(resolve => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}
