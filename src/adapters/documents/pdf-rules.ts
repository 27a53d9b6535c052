/** The straight lines drawn on a page, which are the borders of its tables. */
import { apply, type Matrix, type Rule } from './pdf-geometry.ts'

const thickest = 3
const shortest = 4

/** What pdf.js gives with a path: what is done with it, its steps, its outline. */
type PathArguments = readonly [
  operation: number,
  path: readonly [ArrayLike<number> | null],
  bounds: ArrayLike<number> | null,
]

/** The step after which a path is only clipped with, or not drawn at all: it shows no line. */
const undrawn = 28

/** The lines of a path that is drawn with straight strokes or as boxes. */
export function readPath([operation, [path]]: PathArguments, matrix: Matrix): Rule[] {
  if (operation === undrawn || !path) return []
  return figuresOf(path).flatMap(corners => {
    const points = corners.map(([x, y]) => apply(matrix, x, y))
    const xs = points.map(([x]) => x)
    const ys = points.map(([, y]) => y)
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
    if (right - left <= thickest && bottom - top >= shortest)
      return [{ upright: true, at: (left + right) / 2, from: top, to: bottom }]
    if (bottom - top <= thickest && right - left >= shortest)
      return [{ upright: false, at: (top + bottom) / 2, from: left, to: right }]
    return points.length >= 4 && points.length <= 5 ? edgesOf(points) : []
  })
}

/** How small and how large a shape can be that stands for a bullet. */
const [smallestDot, largestDot] = [1.2, 9]

/** Where a path lies that is filled and is about as wide as high, as a bullet is; null for any other. */
export function readDot(
  [operation, , bounds]: PathArguments,
  matrix: Matrix,
): { left: number; right: number; y: number } | null {
  if (operation === undrawn || !bounds) return null
  const [x, y] = apply(matrix, bounds[0] ?? 0, bounds[1] ?? 0)
  const [u, v] = apply(matrix, bounds[2] ?? 0, bounds[3] ?? 0)
  const [width, height] = [Math.abs(u - x), Math.abs(v - y)]
  if (width < smallestDot || width > largestDot || Math.abs(width - height) > 0.25 * width) return null
  return { left: Math.min(x, u), right: Math.max(x, u), y: (y + v) / 2 }
}

type Point = readonly [x: number, y: number]

/** The four sides of a box, when it is one. */
function edgesOf(points: readonly Point[]): Rule[] {
  return points.flatMap((point, at): Rule[] => {
    const [x, y] = point
    const [u, v] = points[(at + 1) % points.length] ?? point
    if (Math.abs(x - u) < 0.5 && Math.abs(y - v) >= shortest)
      return [{ upright: true, at: x, from: Math.min(y, v), to: Math.max(y, v) }]
    if (Math.abs(y - v) < 0.5 && Math.abs(x - u) >= shortest)
      return [{ upright: false, at: y, from: Math.min(x, u), to: Math.max(x, u) }]
    return []
  })
}

/** The corners of each figure of a path; one with curves is no figure of lines and is left out. */
function figuresOf(path: ArrayLike<number>): Point[][] {
  const figures: Point[][] = []
  let curved = false
  let now: Point[] = []
  const end = () => {
    if (now.length > 1 && !curved) figures.push(now)
    now = []
    curved = false
  }
  for (let at = 0; at < path.length; ) {
    const step = path[at]
    if (step === 0) end()
    if (step === 0 || step === 1) {
      now.push([path[at + 1] ?? 0, path[at + 2] ?? 0])
      at += 3
    } else if (step === 2 || step === 3) {
      curved = true
      at += step === 2 ? 7 : 5
    } else at++
  }
  end()
  return figures
}
