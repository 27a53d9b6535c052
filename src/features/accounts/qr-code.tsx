import { encode } from 'uqr'

interface Props {
  readonly text: string
  /** What it is, for those who cannot see it. */
  readonly title: string
}

const quietZone = 4

/** A QR code (ISO/IEC 18004) as one path: dark modules on white in any colour scheme. */
export function QrCode({ text, title }: Props) {
  const { data, size } = encode(text, { ecc: 'M', border: 0 })
  const side = size + 2 * quietZone
  return (
    <svg
      role="img"
      aria-label={title}
      width="240"
      height="240"
      viewBox={`0 0 ${side} ${side}`}
      shape-rendering="crispEdges"
    >
      <rect width={side} height={side} fill="#fff" />
      <path d={modulesPath(data, quietZone)} fill="#000" />
    </svg>
  )
}

/** The dark modules of each row, run by run. */
export function modulesPath(rows: readonly (readonly boolean[])[], offset: number): string {
  return rows
    .flatMap((row, y) => runs(row).map(({ from, length }) => `M${from + offset} ${y + offset}h${length}v1h-${length}z`))
    .join('')
}

function runs(row: readonly boolean[]) {
  const found: { from: number; length: number }[] = []
  for (const [x, isDark] of row.entries()) {
    const last = found.at(-1)
    if (isDark && last && last.from + last.length === x) last.length++
    else if (isDark) found.push({ from: x, length: 1 })
  }
  return found
}
