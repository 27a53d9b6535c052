/** What a board is to those who sign in: its names, and the part of the address that is its own. */
import type { BoardId } from '../../access/actor.ts'

export interface Board {
  readonly id: BoardId
  /** The part of an address that is the board's: small letters, figures and hyphens. */
  readonly slug: string
  readonly name: string
  readonly shortName: string
  /** The protective marking that restricted pages carry, such as OFFICIAL-SENSITIVE; empty for none. */
  readonly marking: string
  readonly secondFactorRequired: boolean
}

export const longestBoardName = 200
export const longestShortName = 40
export const longestMarking = 60
export const longestSlug = 60
/** What a new board's restricted pages carry until somebody changes it. */
export const usualMarking = 'OFFICIAL-SENSITIVE'

const slugPattern = /^[a-z0-9][a-z0-9-]{0,58}[a-z0-9]$/

export const isSlug = (text: string): boolean => slugPattern.test(text)

/** A slug made of a name: "Northshire SCP" gives "northshire-scp". Always a slug, whatever the name. */
export function suggestSlug(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longestSlug)
    .replace(/^-+|-+$/g, '')
  return isSlug(plain) ? plain : `board-${plain}`.replace(/-$/, '')
}

/** The board as a page's frame takes it: `page({ board: boardOf(board), … })`. */
export const boardOf = ({ id, slug, name, marking }: Board) => ({ id, slug, name, marking })
