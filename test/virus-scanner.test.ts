/** Uploads with a real ClamAV daemon behind them, where there is one: it knows one signature, of the EICAR test file. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { urls } from '../src/urls.ts'
import { freePort } from './processes.ts'
import {
  type Board,
  eventually,
  type House,
  makeBoard,
  makePerson,
  openHouse,
  post,
  type Visitor,
  visit,
} from './world.ts'

const program = ['/usr/sbin/clamd', '/usr/local/sbin/clamd', '/opt/homebrew/sbin/clamd'].find(existsSync)

/** The test file that every scanner knows (eicar.org), put together here so that none takes this file for it. */
const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-', 'ANTIVIRUS-TEST-FILE!$H+H*'].join('')

const name = program ? 'with a ClamAV daemon' : 'with a ClamAV daemon: skipped, for there is no clamd on this machine'

describe.runIf(program)(name, () => {
  let folder: string
  let port: number
  let daemon: ChildProcess
  let home: House
  let board: Board
  let officer: Visitor

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'heed-clamd-'))
    await writeFile(path.join(folder, 'heed.ndb'), `Heed.Test:0:*:${Buffer.from(eicar).toString('hex')}\n`)
    port = await freePort()
    daemon = await startDaemon(folder, port)
    home = await openHouse({ clamd: `127.0.0.1:${port}` })
    board = await makeBoard(home)
    officer = await makePerson(home, [post(board, 'support officer')])
  }, 60_000)

  afterAll(async () => {
    await home?.web.close()
    await home?.store.close()
    daemon?.kill()
    await rm(folder, { recursive: true, force: true })
  })

  const upload = (name: string, words: string) =>
    visit(home, officer, urls.newImport(board.slug), {
      form: { standing: 'restricted' },
      files: [{ field: 'files', name, bytes: Buffer.from(words) }],
    })
  const documents = () =>
    home.owner.selectFrom('document').select(['file_name as name', 'scan']).orderBy('uploaded_at').execute()

  test('a clean document is taken, and its History says that it was scanned', async () => {
    const { status, location } = await upload('plan.txt', 'Recommendation 1: The police should act.')
    expect([status, location !== null]).toEqual([303, true])
    expect(await documents()).toEqual([{ name: 'plan.txt', scan: 'clean' }])
    const { facts } = await home.owner
      .selectFrom('ledger_entry')
      .select('facts')
      .where('kind', '=', 'document.uploaded')
      .executeTakeFirstOrThrow()
    expect(facts).toMatchObject({ scan: 'clean' })
  })

  test('a virus is refused with a sentence, and nothing of it is stored', async () => {
    const { text } = await upload('letter.txt', eicar)
    expect(text).toContain('letter.txt holds a virus, so it was not taken')
    expect(await documents()).toHaveLength(1)
  })

  test('a daemon that has stopped lets nothing through', async () => {
    daemon.kill()
    await eventually(
      () => isAnswering(port),
      answers => !answers,
    )
    const { text } = await upload('other.txt', 'Something else.')
    expect(text).toContain('could not be scanned for viruses, so it was not taken')
    expect(await documents()).toHaveLength(1)
  })
})

/** A daemon of the test's own, on the loopback alone, with the folder's signatures and no others. */
async function startDaemon(folder: string, port: number): Promise<ChildProcess> {
  const settings = [
    'Foreground yes',
    `DatabaseDirectory ${folder}`,
    `TemporaryDirectory ${folder}`,
    'TCPAddr 127.0.0.1',
    `TCPSocket ${port}`,
  ]
  const file = path.join(folder, 'clamd.conf')
  await writeFile(file, `${settings.join('\n')}\n`)
  const daemon = spawn(program ?? '', ['--config-file', file], { stdio: 'ignore' })
  await eventually(
    () => isAnswering(port),
    answers => answers,
  )
  return daemon
}

const isAnswering = (port: number): Promise<boolean> =>
  new Promise(resolve => {
    const socket = connect({ port, host: '127.0.0.1' })
    socket.once('connect', () => socket.end('PING\n'))
    socket.once('data', () => resolve(true))
    socket.once('error', () => resolve(false))
    socket.once('close', () => resolve(false))
  })
