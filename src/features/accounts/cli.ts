/** `heed board add` and `heed account recover`: what only the one who runs the installation may do. */
import { parseArgs } from 'node:util'
import type { App } from '../../app.ts'
import { urls } from '../../urls.ts'
import { recoverAccount } from './account-commands.ts'
import { longestBoardName, longestShortName } from './boards.ts'
import { makeFurtherBoard } from './first-run-commands.ts'
import { longestName } from './forms.ts'

/** What a command prints, and the status that it ends with: 0 done, 1 not done, 2 wrong arguments. */
export interface Printed {
  readonly status: 0 | 1 | 2
  readonly lines: readonly string[]
}

const boardAddUsage = 'heed board add NAME --short-name X --administrator-email E --administrator-name N'

/** Adds a board and an invitation for its first administrator. Takes the words behind `board add`. */
export async function addBoardCommand(app: App, args: readonly string[]): Promise<Printed> {
  const given = readBoardArguments(args)
  if (typeof given === 'string') return { status: 2, lines: [given, `Usage: ${boardAddUsage}`] }
  const { slug, token } = await makeFurtherBoard(app, given)
  return {
    status: 0,
    lines: [
      `The board is at ${app.site.address}${urls.board(slug)}`,
      `Its administrator accepts within 7 days, once, at ${app.site.address}${urls.invitation(token)}`,
      'No e-mail was sent. Give this link to the administrator alone.',
    ],
  }
}

function readBoardArguments(args: readonly string[]) {
  const options = {
    'short-name': { type: 'string' },
    'administrator-email': { type: 'string' },
    'administrator-name': { type: 'string' },
  } as const
  const parsed = tryParse(() => parseArgs({ args: [...args], options, allowPositionals: true }))
  if (typeof parsed === 'string') return parsed
  const [name = '', ...more] = parsed.positionals.map(each => each.trim())
  const {
    'short-name': shortName = '',
    'administrator-email': email = '',
    'administrator-name': admin = '',
  } = parsed.values
  if (more.length > 0) return 'Put the name of the board in quotation marks'
  if (!fits(name, longestBoardName)) return `The name of the board must have 1 to ${longestBoardName} characters`
  if (!fits(shortName, longestShortName)) return `--short-name must have 1 to ${longestShortName} characters`
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) || email.length > 254)
    return '--administrator-email must be an e-mail address'
  if (!fits(admin, longestName)) return `--administrator-name must have 1 to ${longestName} characters`
  return { name, shortName, administrator: { name: admin, email } }
}

const fits = (text: string, longest: number) => text.trim() !== '' && [...text].length <= longest

function tryParse<T>(parse: () => T): T | string {
  try {
    return parse()
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

const accountRecoverUsage = 'heed account recover E-MAIL'

/** Gives somebody who has lost password or phone a new password. Takes the words behind `account recover`. */
export async function recoverAccountCommand(app: App, args: readonly string[]): Promise<Printed> {
  const [email, ...more] = args
  if (!email || more.length > 0) return { status: 2, lines: [`Usage: ${accountRecoverUsage}`] }
  const password = await recoverAccount(app, email)
  if (password === null) return { status: 1, lines: ['There is no account with this e-mail address.'] }
  return {
    status: 0,
    lines: [
      `New password: ${password}`,
      'The second factor is off, all passkeys are removed and every session has ended.',
      'Give the password to its person alone, who should change it.',
    ],
  }
}
