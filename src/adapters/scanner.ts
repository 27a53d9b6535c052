import { Readable } from 'node:stream'
import NodeClam from 'clamscan'
import type { Documents } from '../app.ts'

/** Asks a ClamAV daemon at host:port about an upload; with no daemon, every upload is `not scanned`. */
export function clamScanner(daemon: string | null): Documents['scan'] {
  if (!daemon) return async () => 'not scanned'
  const [host = '', port = ''] = daemon.split(':')
  const scanner = new NodeClam().init({
    clamdscan: { host, port: Number(port), timeout: 60_000, localFallback: false },
  })
  return async bytes => {
    const { isInfected } = await (await scanner).scanStream(Readable.from([Buffer.from(bytes)]))
    return isInfected ? 'infected' : 'clean'
  }
}
