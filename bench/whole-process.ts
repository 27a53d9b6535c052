/** Times a command as a whole process, from outside, and reads how much memory it took. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

export interface Run {
  readonly milliseconds: number
  /** The most memory that the process held, in MB; 0 when it ended before it could be read. */
  readonly megabytes: number
}

/** Runs the command once; throws when it does not end well. */
export function runOnce(command: string, args: readonly string[]): Promise<Run> {
  const began = performance.now()
  const child = spawn(command, args, { stdio: 'ignore' })
  let megabytes = 0
  const look = setInterval(() => {
    megabytes = Math.max(megabytes, peakOf(child.pid ?? 0))
  }, 4)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', code => {
      clearInterval(look)
      if (code === 0) resolve({ milliseconds: performance.now() - began, megabytes })
      else reject(new Error(`${command} ended with ${code}`))
    })
  })
}

function peakOf(pid: number): number {
  try {
    const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return Number(kilobytes ?? 0) / 1024
  } catch {
    return 0 // The process ended between two looks.
  }
}

/** The middle value. */
export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
