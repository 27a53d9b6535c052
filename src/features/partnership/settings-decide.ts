import type { Entry } from '../../ledger/ledger.ts'
import type { Board } from '../accounts/index.ts'

/** What an administrator may set of a board. */
export type Settings = Pick<Board, 'name' | 'shortName' | 'marking' | 'secondFactorRequired'>

/** What has changed, as the entries of the ledger: that it changed, and never the words. */
export function decideSettings(board: Board, settings: Settings): readonly Entry[] {
  const about = { thing: 'board', thingId: board.id, boardId: board.id }
  const isRenamed = board.name !== settings.name || board.shortName !== settings.shortName
  const isRemarked = board.marking !== settings.marking
  const isGuardChanged = board.secondFactorRequired !== settings.secondFactorRequired
  return [
    ...(isRenamed ? [{ ...about, kind: 'board.renamed' }] : []),
    ...(isRemarked ? [{ ...about, kind: 'board.marking-changed', facts: { removed: settings.marking === '' } }] : []),
    ...(isGuardChanged
      ? [{ ...about, kind: 'board.second-factor-changed', facts: { required: settings.secondFactorRequired } }]
      : []),
  ]
}
