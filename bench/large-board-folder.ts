/** Makes a large board in the data folder that it is given, and prints where its pages are. */
import { openHouse } from '../test/world.ts'
import { makeLargeBoard } from './large-board.ts'

const home = await openHouse({ folder: process.argv[2] ?? '' })
home.clock.set(new Date().toISOString())
const made = await makeLargeBoard(home)
await home.web.close()
await home.store.close()
process.stdout.write(JSON.stringify(made))
process.exit(0)
