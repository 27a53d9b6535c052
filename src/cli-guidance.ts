/** `heed guidance`: what Heed knows of guidance editions and of bodies that came and went. */
import { readArguments, readAsOf, reportFailure, WrongArguments } from './cli-arguments.ts'
import { loadGuidance } from './cli-guidance-file.ts'
import { type GuidanceList, listGuidance } from './reader/guidance-list.ts'

const options = {
  json: { type: 'boolean' },
  'as-of': { type: 'string' },
  guidance: { type: 'string' },
} as const

/** Prints the list; 0, 1 when an administrator's file cannot be used, 2 for wrong arguments. */
export function guidanceCommand(args: readonly string[]): Promise<number> {
  return reportFailure(async () => {
    const { values, positionals } = readArguments(args, options)
    if (positionals.length > 0) throw new WrongArguments('heed guidance takes no file; use --guidance FILE.')
    const list = listGuidance(await loadGuidance(values.guidance), readAsOf(values['as-of']))
    process.stdout.write(values.json ? `${JSON.stringify(list, null, 1)}\n` : written(list))
  })
}

/** A page of plain text: one line an edition or body, with its source below. */
function written({ asAt, editions, bodies }: GuidanceList): string {
  const lines = [`What Heed knows of guidance, as at ${asAt}`, '']
  let title = ''
  for (const each of editions) {
    if (each.title !== title) lines.push(`${each.title} (${each.guidance})`)
    title = each.title
    const dates = [each.published && `published ${each.published}`, each.superseded && `until ${each.superseded}`]
    const told = [each.edition, each.standing, ...dates, each.sure === 'sure' ? null : each.sure]
    lines.push(`  ${told.filter(Boolean).join(', ')}`, ...(each.note ? [`    ${each.note}`] : []), `    ${each.source}`)
  }
  lines.push('', 'Bodies that were abolished or renamed', '')
  for (const { name, standing, on, successor, sure, source, note } of bodies) {
    const told = [`${standing}${on ? ` on ${on}` : ''}`, `now ${successor}`, sure === 'sure' ? null : sure]
    lines.push(`${name}: ${told.filter(Boolean).join(', ')}`, ...(note ? [`    ${note}`] : []), `    ${source}`)
  }
  return `${lines.join('\n')}\n`
}
