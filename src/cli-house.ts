/** Commands of the one who runs the installation: each opens the house, does one thing in it and closes it again. */
import { writeFile } from 'node:fs/promises'
import { auditor } from './access/actor.ts'
import { machineClock } from './adapters/clock.ts'
import type { Store } from './adapters/database/store.ts'
import { pinoLog } from './adapters/log.ts'
import { noMail } from './adapters/smtp.ts'
import type { App } from './app.ts'
import { readText, reportFailure, WrongArguments } from './cli-arguments.ts'
import { explain } from './cli-explanations.ts'
import { type Config, readConfig } from './config.ts'
import { addBoardCommand, recoverAccountCommand } from './features/accounts/cli.ts'
import { applyRedactions } from './features/reviews/cli.ts'
import { exportRecords } from './features.ts'
import { buildApp } from './house.ts'
import { type Verdict, verify } from './ledger/ledger.ts'
import { openKeepsake, openStore, openVault } from './main.ts'

/** What a command prints, and the status that it ends with. */
export interface Printed {
  readonly status: number
  readonly lines: readonly string[]
}

/** `heed ledger verify`: 0 when every chain is whole, 3 when one is not, 1 when that could not be found out. */
export const ledgerCommand = ([name, ...args]: readonly string[]): Promise<number> =>
  inHouse('ledger verify', { isKnown: name === 'verify' && args.length === 0 }, verifyLedger)

/** `heed board add …`: makes a further board. */
export const boardCommand = ([name, ...args]: readonly string[]): Promise<number> =>
  inHouse('board add', { isKnown: name === 'add' }, app => addBoardCommand(app, args))

/** `heed account recover …`: gives somebody a new password. */
export const accountCommand = ([name, ...args]: readonly string[]): Promise<number> =>
  inHouse('account recover', { isKnown: name === 'recover' }, app => recoverAccountCommand(app, args))

/** `heed redactions export FILE`, `heed redactions apply FILE …`: 1 when one could not be applied. */
export const redactionsCommand = ([name, ...files]: readonly string[]): Promise<number> => {
  const isExport = name === 'export' && files.length === 1
  const isKnown = isExport || (name === 'apply' && files.length > 0)
  return inHouse('redactions export FILE, or redactions apply FILE …', { isKnown }, app =>
    isExport ? exportTo(app, files[0] ?? '') : applyFrom(app, files),
  )
}

async function exportTo(app: App, file: string): Promise<Printed> {
  const lines = await exportRecords(app)
  await writeFile(file, lines.map(line => `${line}\n`).join(''), { mode: 0o600 })
  return {
    status: 0,
    lines: [`${counted(lines.length, 'redaction', 'redactions')} written to ${file}, without a word.`],
  }
}

async function applyFrom(app: App, files: readonly string[]): Promise<Printed> {
  const texts = await Promise.all(files.map(readText))
  const lines = [...new Set(texts.flatMap(text => text.split('\n')))]
  return applyRedactions(app, lines)
}

/** Walks every chain of the ledger as the auditor. */
export async function verifyLedger(app: App): Promise<Printed> {
  const { entries, chains, broken } = await app.db.as(auditor, verify)
  const walked = `${counted(entries, 'entry', 'entries')} in ${counted(chains, 'chain', 'chains')}`
  if (broken.length === 0) return { status: 0, lines: [`${walked}: whole.`] }
  return { status: 3, lines: [`${walked}: not whole.`, ...broken.map(describe)] }
}

const describe = ({ chain, position }: Verdict['broken'][number]) =>
  `Chain ${chain} does not hold from entry ${position}. What stands before it is as it was written.`

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`

interface Called {
  /** Whether the words behind the command's name are such as it knows. */
  readonly isKnown: boolean
}

async function inHouse(usage: string, { isKnown }: Called, work: (app: App) => Promise<Printed>): Promise<number> {
  let status = 0
  const failure = await reportFailure(async () => {
    if (!isKnown) throw new WrongArguments(`this is called as: heed ${usage}. See heed --help.`)
    const printed = await openHouse(work)
    status = printed.status
    const output = status === 0 ? process.stdout : process.stderr
    output.write(`${printed.lines.join('\n')}\n`)
  })
  return failure || status
}

/** A house without web and jobs, for the length of the work. */
async function openHouse(work: (app: App) => Promise<Printed>): Promise<Printed> {
  const config = readConfig()
  const store = await explain(config, () => openStore(config, pinoLog(config.logLevel)))
  try {
    return await work(appOver(config, store))
  } finally {
    await store.close()
  }
}

/** What a command does its work with: nothing is sent and nothing is scanned. */
export function appOver(config: Config, store: Store): App {
  const site = { address: config.address ?? `http://${config.host}:${config.port}`, demo: false }
  const kept = { vault: openVault(config), keepsake: openKeepsake(config), log: pinoLog(config.logLevel) }
  return buildApp({ store, ...kept, clock: machineClock, mail: noMail, site, clamd: null })
}
