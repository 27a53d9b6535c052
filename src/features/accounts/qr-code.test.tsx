import { render } from 'preact-render-to-string'
import { encode } from 'uqr'
import { expect, test } from 'vitest'
import { modulesPath, QrCode } from './qr-code.tsx'

/** Draws the path's rectangles back into rows of modules. */
function drawn(path: string, size: number): boolean[][] {
  const rows = Array.from({ length: size }, () => Array.from({ length: size }, () => false))
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let i = 0; i < Number(length); i++) (rows[Number(y)] as boolean[])[Number(x) + i] = true
  return rows
}

test('the path darkens the modules of the code and no other', () => {
  const { data, size } = encode('otpauth://totp/Heed:a@example.test?secret=GEZDGNBVGY3TQOJQ', { ecc: 'M', border: 0 })
  expect(drawn(modulesPath(data, 0), size)).toEqual(data)
})

test('the code is an image with a name, with its quiet zone, without a script or a style', () => {
  const svg = render(<QrCode text="heed" title="QR code" />)
  expect(svg).toContain('role="img" aria-label="QR code"')
  expect(svg).toContain('viewBox="0 0 29 29"')
  expect(svg).not.toMatch(/style=|<script/)
})
