/** `heed serve` and `heed demo`: the product, and the product with fictional boards in it. */

import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import path from 'node:path'
import { machineClock } from './adapters/clock.ts'
import { openMailSink } from './adapters/smtp.ts'
import { readArguments, reportFailure, WrongArguments } from './cli-arguments.ts'
import { explain } from './cli-explanations.ts'
import { type Config, readConfig } from './config.ts'
import { type CastPerson, cast, postLines, seedDemo, sharedPassword } from './demo/index.ts'
import { isEmpty } from './features.ts'
import { type Running, type StartOptions, start, stopOnSignal } from './main.ts'
import { urls } from './urls.ts'

/** Starts the product, which runs on when this returns 0. 1 when it cannot start, 2 for wrong arguments. */
export const serveCommand = (args: readonly string[]): Promise<number> =>
  reportFailure(async () => {
    refuseWords('serve', args)
    const config = readConfig()
    // Links in e-mails name the port, so a free one is found before anything is built.
    const port = config.port === 0 ? await freePort(config) : config.port
    const running = await run({ ...config, port }, { demo: false })
    print(`Heed is at ${running.address}`)
    if (await isEmpty(running.app))
      print(`It is empty: ${running.address}${urls.firstRun()} makes the first board and its administrator.`)
  })

/**
 * Starts the demo on an embedded database of its own, whatever DATABASE_URL says, for it lets anybody in. Its e-mail
 * stays in the house. Where its port is taken, it takes another.
 */
export const demoCommand = (args: readonly string[]): Promise<number> =>
  reportFailure(async () => {
    refuseWords('demo', args)
    const wanted = readConfig(undefined, { DATA_FOLDER: 'demo-data', LOG_LEVEL: 'warn' })
    const port = await freePort(wanted)
    const config = { ...wanted, port, databaseUrl: null, databaseOwnerUrl: null, stopDelay: 0 }
    const sink = await openMailSink(machineClock.now)
    print('Starting the demo. The first start takes some seconds, for it makes the database.')
    const started = run(config, { demo: true, mail: sink.mail, prepare: seedDemo })
    // The sink is all that would keep a process alive that could not start.
    started.catch(() => sink.close())
    const { address } = await started
    print(welcome(address, config.dataFolder))
  })

async function run(config: Config, options: StartOptions): Promise<Running> {
  const running = await explain(config, () => start(config, options))
  stopOnSignal(running, config)
  return running
}

function refuseWords(command: string, args: readonly string[]): void {
  if (readArguments(args, {}).positionals.length > 0)
    throw new WrongArguments(`heed ${command} takes no arguments; settings are environment variables.`)
}

/** The port of the settings when nobody has it, else any that is free. */
async function freePort({ host, port }: Config): Promise<number> {
  return (await tryPort(host, port)) ?? (await tryPort(host, 0)) ?? port
}

const tryPort = (host: string, port: number): Promise<number | null> =>
  new Promise(resolve => {
    const probe = createServer()
    probe.once('error', () => resolve(null))
    probe.listen(port, host, () => {
      const taken = (probe.address() as AddressInfo).port
      probe.close(() => resolve(taken))
    })
  })

const welcome = (address: string, folder: string) => `
A demo of Heed, with fictional boards and people, is at ${address}${urls.demo()}
There, "Upload this for me" shows the main job at once: reading a published response.

Sign in at ${address}${urls.signIn()} with the password ${sharedPassword} as

${cast.map(signInLine).join('\n')}

What is done in it is kept in ${path.relative('.', folder) || '.'}. To begin again, stop it (Ctrl+C) and delete that folder.`

const widest = Math.max(...cast.map(({ email }) => email.length))

const signInLine = ({ name, email, posts }: CastPerson) =>
  `  ${email.padEnd(widest)}  ${name} (${postLines(posts).join('; ')})`

function print(text: string): void {
  process.stdout.write(`${text}\n`)
}
