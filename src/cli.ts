/** The command line. Each command is loaded when it is called, so that none waits for another's libraries. */
import { enableCompileCache } from 'node:module'

enableCompileCache()

interface Command {
  /** How it is called, and what it does in a few words. */
  readonly usage: string
  readonly does: string
  /** Runs with the words behind the command's name; gives the exit status. */
  run(args: readonly string[]): Promise<number>
}

const commands: Readonly<Record<string, Command>> = {
  serve: {
    usage: 'heed serve',
    does: 'starts Heed; docs/settings.md lists its settings',
    run: async args => (await import('./cli-serve.ts')).serveCommand(args),
  },
  demo: {
    usage: 'heed demo',
    does: 'starts Heed with two fictional boards, in ./demo-data',
    run: async args => (await import('./cli-serve.ts')).demoCommand(args),
  },
  read: {
    usage: 'heed read FILE [--json | --text] [--as-of YYYY-MM-DD] [--guidance FILE]',
    does: 'turns a published document into recommendations, responses and findings',
    run: async args => (await import('./cli-read.ts')).readCommand(args),
  },
  guidance: {
    usage: 'heed guidance [--json] [--as-of YYYY-MM-DD] [--guidance FILE]',
    does: 'lists the guidance editions and the bodies that Heed knows, with their sources',
    run: async args => (await import('./cli-guidance.ts')).guidanceCommand(args),
  },
  ledger: {
    usage: 'heed ledger verify',
    does: 'says whether the history is whole; exit status 3 when it is not',
    run: async args => (await import('./cli-house.ts')).ledgerCommand(args),
  },
  backup: {
    usage: 'heed backup [--verify] FILE (--to age1… | --key-file FILE | --passphrase-file FILE)',
    does: 'writes all that the house holds into one encrypted file; or reads such a file through',
    run: async args => (await import('./cli-backup.ts')).backupCommand(args),
  },
  restore: {
    usage: 'heed restore FILE (--key-file FILE | --passphrase-file FILE)',
    does: 'puts a backup into an empty house, of either kind of database',
    run: async args => (await import('./cli-backup.ts')).restoreCommand(args),
  },
  'export-board': {
    usage: 'heed export-board BOARD FILE.zip',
    does: 'writes all that is a board’s own into an archive of open formats; BOARD as in its address',
    run: async args => (await import('./cli-export.ts')).exportBoardCommand(args),
  },
  redactions: {
    usage: 'heed redactions export FILE | heed redactions apply FILE …',
    does: 'notes redactions outside of the database; does them again in a restored backup',
    run: async args => (await import('./cli-house.ts')).redactionsCommand(args),
  },
  board: {
    usage: 'heed board add NAME --short-name X --administrator-email E --administrator-name N',
    does: 'makes a further board, and a link for its first administrator',
    run: async args => (await import('./cli-house.ts')).boardCommand(args),
  },
  account: {
    usage: 'heed account recover E-MAIL',
    does: 'gives somebody who cannot sign in a new password',
    run: async args => (await import('./cli-house.ts')).accountCommand(args),
  },
  support: {
    usage: 'heed support FILE',
    does: 'writes what somebody who helps from outside needs to know, without a word of anybody',
    run: async args => (await import('./cli-support.ts')).supportCommand(args),
  },
}

function usage(): string {
  const entries = Object.values(commands).map(({ usage, does }) => `  ${usage}\n      ${does}`)
  return `Usage:\n${entries.join('\n')}\n  heed --help\n      shows this\n`
}

async function main([name = '', ...args]: readonly string[]): Promise<number> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (command) return command.run(args)
  const asked = name === '--help' || name === '-h' || name === 'help'
  const output = asked ? process.stdout : process.stderr
  output.write(
    asked ? usage() : `${name === '' ? 'A command is missing.' : `There is no command "${name}".`}\n${usage()}`,
  )
  return asked ? 0 : 2
}

// "heed read FILE --json | head" closes the pipe: nothing more is wanted.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

process.exitCode = await main(process.argv.slice(2))
