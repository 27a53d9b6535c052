/** The files of deploy/, used as docs/operating.md says: Heed started by the systemd unit, behind nginx with TLS. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import { request } from 'node:https'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isInstalled, isNginxMissing, type Nginx, openNginx, readDeployed, siteName, withWords } from './nginx.ts'
import { freePort } from './processes.ts'
import { eventually } from './world.ts'

const root = path.resolve(import.meta.dirname, '..')

const settingsOf = (unit: string) =>
  Object.fromEntries([...unit.matchAll(/^Environment=(\w+)=(.*)$/gm)].map(([, name, value]) => [name, value ?? '']))

const unitOn = (port: number, folder: string) =>
  withWords(readDeployed('heed@.service'), { '/opt/heed': root, '/var/lib/heed': folder, '%i': String(port) })

describe.skipIf(!isInstalled('systemd-analyze', '--version'))('the unit (skipped where systemd is missing)', () => {
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

describe.skipIf(isNginxMissing)('Heed behind nginx (skipped where nginx or openssl is missing)', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'heed-nginx-'))
  let nginx: Nginx
  let heed: ChildProcess
  let printed = ''

  function beginHeed(port: number): void {
    mkdirSync(path.join(folder, 'state'))
    const unit = unitOn(port, path.join(folder, 'state'))
    const [command = '', ...words] = (/^ExecStart=(.*)$/m.exec(unit)?.[1] ?? '').split(' ')
    const env = { PATH: '/usr/bin:/bin', ...settingsOf(unit), STOP_DELAY: '0', ADDRESS: `https://${siteName}` }
    heed = spawn(command, words, { cwd: folder, env })
    for (const stream of [heed.stdout, heed.stderr])
      stream?.on('data', chunk => {
        printed += chunk
      })
  }

  beforeAll(async () => {
    const [one, nobody] = [await freePort(), await freePort()]
    beginHeed(one)
    nginx = await openNginx(folder, [one, nobody])
    const isUp = () => ask('/first-run').catch(() => null)
    await eventually(isUp, answer => answer?.status === 200).catch(() => expect(printed + nginx.logged()).toBe(''))
  })

  afterAll(async () => {
    await nginx?.close()
    const ended = new Promise(resolve => heed?.once('exit', resolve))
    heed?.kill('SIGTERM')
    await ended
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
      const host = { host: '127.0.0.1', port: nginx.ports.https, servername: siteName, ca: nginx.certificate }
      const form = bytes ? { 'content-type': 'application/x-www-form-urlencoded', 'content-length': bytes } : {}
      const sent = { host: siteName, ...form, ...headers } as Record<string, string | number>
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
      get(`http://127.0.0.1:${nginx.ports.http}/reviews?x=1`, { headers: { host: siteName } }, reply =>
        resolve({ status: reply.statusCode, location: reply.headers.location }),
      ),
    )
    expect(plain).toEqual({ status: 301, location: `https://${siteName}/reviews?x=1` })
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
    const logs = nginx.logged()
    // One of the two processes was not there, of which nginx would say with which request it noticed.
    expect([logs.includes('request: '), `${printed}${logs}`.includes('Quillmere')]).toEqual([false, false])
    expect(logs).not.toContain('first-run')
  })
})
