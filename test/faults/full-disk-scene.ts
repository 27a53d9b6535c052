/** A board on a disk that is filled, for the tests of full disks on both engines. */
import { randomBytes } from 'node:crypto'
import { urls } from '../../src/urls.ts'
import { type Board, type House, makeBoard, makePerson, post, type Visitor, visit } from '../world.ts'
import { openSmallDisk } from './small-disk.ts'

/** What the page of a full disk says. */
export const words =
  'Heed has no room left Nothing can be saved at the moment, because the disk that Heed keeps things on is full'

export interface Scene {
  readonly house: House
  readonly board: Board
  readonly officer: Visitor
}

export async function furnished(house: House): Promise<Scene> {
  const board = await makeBoard(house)
  return { house, board, officer: await makePerson(house, [post(board, 'support officer')]) }
}

export const addReview = ({ house, board, officer }: Scene, title: string) =>
  visit(house, officer, urls.reviews(board.slug), { form: { title, type: 'lcspr' } })

/** Uploads so many bytes of text that cannot be pressed together. */
export function upload({ house, board, officer }: Scene, bytes: number) {
  const text = randomBytes((bytes * 3) / 4).toString('base64')
  const files = [{ field: 'files', name: 'response.md', bytes: Buffer.from(`# Response\n\n${text}`) }]
  return visit(house, officer, urls.newImport(board.slug), { form: {}, files })
}

export async function titles({ house, board }: Scene): Promise<string[]> {
  const found = house.owner.selectFrom('review').select('title').where('board_id', '=', board.id).orderBy('created_at')
  return (await found.execute()).map(({ title }) => title)
}

/** Whether this machine lets a test mount a disk. */
export const canMount = (() => {
  const disk = openSmallDisk(1)
  disk?.close()
  return disk !== null
})()
