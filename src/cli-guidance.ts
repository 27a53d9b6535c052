/** `heed guidance`: what Heed knows of guidance editions and of bodies that came and went. */
import { reportFailure } from './cli-arguments.ts'

/** Prints the list; 0, or 2 for wrong arguments. */
export function guidanceCommand(_args: readonly string[]): Promise<number> {
  return reportFailure(async () => {})
}
