import type { Entry } from '../../ledger/ledger.ts'
import type { Board } from '../accounts/index.ts'
import { boardEntry } from './entries.ts'

/** What an administrator may set of a board. */
export type Settings = Pick<Board, 'name' | 'shortName' | 'marking' | 'secondFactorRequired'>

/** What has changed, as the entries of the ledger: that it changed, and never the words. */
export function decideSettings(board: Board, settings: Settings): readonly Entry[] {
  const isRenamed = board.name !== settings.name || board.shortName !== settings.shortName
  const { marking, secondFactorRequired: required } = settings
  return [
    ...(isRenamed ? [boardEntry('board.renamed', board.id)] : []),
    ...(board.marking === marking ? [] : [boardEntry('board.marking-changed', board.id, { removed: marking === '' })]),
    ...(board.secondFactorRequired === required
      ? []
      : [boardEntry('board.second-factor-changed', board.id, { required })]),
  ]
}
