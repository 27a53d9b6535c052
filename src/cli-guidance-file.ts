/** The guidance data that a command works with: what ships, with an administrator's own file laid over it. */
import { readFileSync } from 'node:fs'
import { type GuidanceData, shippedGuidance, withOverlay } from './reader/guidance-data.ts'

/**
 * The data that ships, or with the file's laid over it; throws an Error with one line when the file is no such data.
 */
export async function loadGuidance(file: string | undefined): Promise<GuidanceData> {
  if (file === undefined) return shippedGuidance()
  return withOverlay(shippedGuidance(), parse(textOf(file), file))
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new Error(`The guidance file "${file}" cannot be read.`, { cause: error })
  }
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Error(`The guidance file "${file}" is not JSON.`, { cause: error })
  }
}
