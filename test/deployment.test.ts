/** The files of deploy/ as docs/operating.md has them used: Heed started as the systemd unit says, behind nginx with TLS. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import { request } from 'node:https'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freePort } from './processes.ts'
import { eventually } from './world.ts'

const root = path.resolve(import.meta.dirname, '..')
const read = (file: string) => readFileSync(path.join(root, 'deploy', file), 'utf8')

/** Debian keeps servers where not everybody looks. */
const searched = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin` }
const runs = (tool: string, word: string) => spawnSync(tool, [word], { env: searched }).status === 0

/** The text with each of the words put in the place of what stands there, which must stand there. */
function withWords(text: string, words: Readonly<Record<string, string>>): string {
  return Object.entries(words).reduce((before, [from, to]) => {
    expect(before).toContain(from)
    return before.replaceAll(from, to)
  }, text)
}

const settingsOf = (unit: string) =>
  Object.fromEntries([...unit.matchAll(/^Environment=(\w+)=(.*)$/gm)].map(([, name, value]) => [name, value ?? '']))

const unitOn = (port: number, folder: string) =>
  withWords(read('heed@.service'), { '/opt/heed': root, '/var/lib/heed': folder, '%i': String(port) })

describe.skipIf(!runs('systemd-analyze', '--version'))('the unit (skipped where systemd is missing)', () => {
  test('is one that systemd takes, and it leaves the process little to do harm with', () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'heed-unit-'))
    const file = path.join(folder, 'heed-3000.service')
    writeFileSync(file, unitOn(3000, folder).replace(/^(User|Group)=heed$/gm, '$1=root'))
    const verdict = spawnSync('systemd-analyze', ['verify', '--man=no', file], { encoding: 'utf8' })
    const ours = verdict.stderr.split('\n').filter(line => line.includes('heed-3000'))
    // systemd's own measure of what a service could do: 0 is nothing, 10 is all; above the threshold it fails.
    const words = ['security', '--offline=true', '--threshold=20', file]
    writeFileSync(file, unitOn(3000, folder))
    const exposure = spawnSync('systemd-analyze', words, { encoding: 'utf8' })
    rmSync(folder, { recursive: true })
    expect([ours, exposure.status]).toEqual([[], 0])
  })
})

const isToolMissing = !runs('nginx', '-v') || !runs('openssl', 'version')

describe.skipIf(isToolMissing)('Heed behind nginx (skipped where nginx or openssl is missing)', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'heed-nginx-'))
  const ports = { one: 0, nobody: 0, http: 0, https: 0 }
  const children: ChildProcess[] = []
  let certificate: string
  let printed = ''

  function begin(command: string, words: readonly string[], env: Readonly<Record<string, string | undefined>>): void {
    const child = spawn(command, words, { cwd: folder, env })
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', chunk => {
        printed += chunk
      })
    children.push(child)
  }

  function makeCertificate(): void {
    const subject = ['-subj', '/CN=heed.example.gov.uk', '-addext', 'subjectAltName=DNS:heed.example.gov.uk']
    const files = ['-keyout', path.join(folder, 'key.pem'), '-out', path.join(folder, 'fullchain.pem')]
    const words = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...subject, ...files]
    expect(spawnSync('openssl', words).status).toBe(0)
    certificate = readFileSync(path.join(folder, 'fullchain.pem'), 'utf8')
  }

  /** nginx with the site of deploy/, whose ports and files are the test's own. */
  function beginNginx(): void {
    const site = withWords(read('nginx-site.conf'), {
      '127.0.0.1:3000': `127.0.0.1:${ports.one}`,
      '127.0.0.1:3001': `127.0.0.1:${ports.nobody}`,
      'listen 80;': `listen 127.0.0.1:${ports.http};`,
      'listen 443 ssl http2;': `listen 127.0.0.1:${ports.https} ssl http2;`,
      '/etc/ssl/heed': folder,
      '/var/log/nginx/heed-error.log': path.join(folder, 'site.log'),
    })
    const own = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(each => `${each}_temp_path ${folder}/${each};`)
    const user = process.getuid?.() === 0 ? 'user root;' : ''
    const main = `${user} daemon off; pid ${folder}/nginx.pid; error_log ${folder}/error.log;
      events {} http { access_log ${folder}/access.log; ${own.join(' ')} ${site} }`
    writeFileSync(path.join(folder, 'nginx.conf'), main)
    begin('nginx', ['-c', path.join(folder, 'nginx.conf'), '-e', path.join(folder, 'error.log')], searched)
  }

  function beginHeed(): void {
    mkdirSync(path.join(folder, 'state'))
    const unit = unitOn(ports.one, path.join(folder, 'state'))
    const [command = '', ...words] = (/^ExecStart=(.*)$/m.exec(unit)?.[1] ?? '').split(' ')
    begin(command, words, { PATH: '/usr/bin:/bin', ...settingsOf(unit), ADDRESS: 'https://heed.example.gov.uk' })
  }

  beforeAll(async () => {
    for (const name of Object.keys(ports) as (keyof typeof ports)[]) ports[name] = await freePort()
    makeCertificate()
    beginHeed()
    beginNginx()
    const isUp = () => ask('/first-run').catch(() => null)
    await eventually(isUp, answer => answer?.status === 200).catch(() => expect(printed).toBe(''))
  })

  afterAll(async () => {
    const ended = children.map(child => new Promise(resolve => child.once('exit', resolve)))
    for (const child of children) child.kill('SIGQUIT')
    for (const child of children) child.kill('SIGTERM')
    await Promise.race([Promise.all(ended), new Promise(resolve => setTimeout(resolve, 10_000))])
    for (const child of children) child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })

  interface Answer {
    readonly status: number
    readonly headers: Readonly<Record<string, unknown>>
    readonly body: string
  }

  /** Asks nginx over TLS, trusting this one certificate; sends the bytes, when there are any, as a form's. */
  function ask(url: string, { bytes = 0, ...headers }: { bytes?: number; [header: string]: unknown } = {}) {
    return new Promise<Answer>((resolve, reject) => {
      const host = { host: '127.0.0.1', port: ports.https, servername: 'heed.example.gov.uk', ca: certificate }
      const form = bytes ? { 'content-type': 'application/x-www-form-urlencoded', 'content-length': bytes } : {}
      const sent = { host: 'heed.example.gov.uk', ...form, ...headers } as Record<string, string | number>
      const asked = request({ ...host, path: url, method: bytes ? 'POST' : 'GET', headers: sent }, reply => {
        let body = ''
        reply.on('data', chunk => {
          body += chunk
        })
        reply.on('end', () => resolve({ status: reply.statusCode ?? 0, headers: reply.headers, body }))
      })
      asked.on('error', reject)
      asked.end(bytes ? 'a'.repeat(bytes) : undefined)
    })
  }

  test('is reached by https only, and tells browsers so', async () => {
    const plain = await new Promise<{ status?: number | undefined; location?: string | undefined }>(resolve =>
      get(`http://127.0.0.1:${ports.http}/reviews?x=1`, { headers: { host: 'heed.example.gov.uk' } }, reply =>
        resolve({ status: reply.statusCode, location: reply.headers.location }),
      ),
    )
    expect(plain).toEqual({ status: 301, location: 'https://heed.example.gov.uk/reviews?x=1' })
    const page = await ask('/first-run')
    expect([page.status, page.headers['strict-transport-security']]).toEqual([200, expect.stringMatching(/^max-age=3/)])
    expect(String(page.headers['set-cookie'])).toMatch(/^__Host-heed-form=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
    expect(page.headers.server).toBe('nginx')
  })

  test('answers every request though one of its two processes is not there', async () => {
    const statuses: number[] = []
    for (let n = 0; n < 20; n++) statuses.push((await ask('/first-run')).status)
    expect(statuses.filter(status => status !== 200)).toEqual([])
  })

  test('shows what watches over it to nobody outside', async () => {
    for (const url of ['/health', '/ready', '/metrics']) expect((await ask(url)).status).toBe(404)
  })

  test('takes what Heed takes, and lets Heed say what is too large', async () => {
    const large = await ask('/first-run', { bytes: 3_000_000 })
    expect([large.status, large.body.includes('The file is too large')]).toEqual([413, true])
  })

  test('counts by the address that connected, whatever the visitor says it is', async () => {
    const statuses: number[] = []
    for (let n = 0; n < 61; n++)
      statuses.push((await ask('/sign-in', { bytes: 10, 'x-forwarded-for': `192.0.2.${n}` })).status)
    expect(statuses.slice(0, 60).filter(status => status !== 303)).toEqual([])
    expect(statuses.at(-1)).toBe(429)
  })

  test('leaves no address and no query in a log', async () => {
    await ask('/search?words=Quillmere')
    const log = (name: string) => readFileSync(path.join(folder, name), { encoding: 'utf8', flag: 'a+' })
    const logs = log('access.log') + log('error.log') + log('site.log')
    // One of the two processes was not there, of which nginx would say with which request it noticed.
    expect([logs.includes('request: '), `${printed}${logs}`.includes('Quillmere')]).toEqual([false, false])
    expect(log('access.log')).toBe('')
  })
})
