/** Tables whose cells are ruled: the drawn lines of a page into grids of cells. */
import { type Fragment, largest, type PdfPage, type Rule, smallest } from './pdf-geometry.ts'

/** A cell of a grid: how many columns and rows it covers, and where it lies. */
export interface GridBox {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  /** Whether no line is drawn below it. */
  readonly isOpen: boolean
}

export interface Grid {
  /** Where its columns begin and end, from left to right. */
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  readonly boxes: readonly GridBox[]
  /** Whether no line is drawn at its top, at its bottom: there the page cuts a row. */
  readonly open: { readonly top: boolean; readonly bottom: boolean }
}

const near = 3

/** The grids of two columns or more that a page draws; a frame round text is none. */
export function findGrids({ rules }: PdfPage): Grid[] {
  // So many lines are a drawing and no table.
  if (rules.length > 20_000) return []
  const merged = mergeRules(rules)
  if (merged.length > 3000) return []
  return connected(merged).flatMap(group => {
    const grid = gridOf(group)
    return grid && grid.boxes.length > 1 && grid.xs.length > 2 ? [grid] : []
  })
}

/** Whether a fragment stands in a box, by its middle. */
export function isWithin(
  { x, y, width, size }: Fragment,
  box: Pick<GridBox, 'left' | 'right' | 'top' | 'bottom'>,
): boolean {
  const middle = x + width / 2
  const height = y - size * 0.3
  return middle >= box.left && middle <= box.right && height >= box.top && height <= box.bottom
}

/** The outline of a grid. */
export function outlineOf({ xs, ys }: Grid): Pick<GridBox, 'left' | 'right' | 'top' | 'bottom'> {
  return { left: xs[0] ?? 0, right: xs.at(-1) ?? 0, top: ys[0] ?? 0, bottom: ys.at(-1) ?? 0 }
}

/**
 * The grid with the words that stand right below a cell without a floor, line by line: a page that cuts a row may have
 * drawn its upright lines no further than to the row's other cells.
 */
export function withSpilledWords(grid: Grid, fragments: readonly Fragment[]): Grid {
  const boxes = grid.boxes.map(box => (box.isOpen ? { ...box, bottom: spillEnd(box, fragments) } : box))
  const bottom = largest(boxes.map(box => box.bottom))
  const ys = bottom > (grid.ys.at(-1) ?? 0) ? [...grid.ys.slice(0, -1), bottom] : grid.ys
  return { ...grid, ys, boxes }
}

function spillEnd(box: GridBox, fragments: readonly Fragment[]): number {
  const inside = fragments.filter(({ x, width }) => x >= box.left && x + width <= box.right + near)
  let last = largest(inside.filter(fragment => isWithin(fragment, box)).map(({ y }) => y))
  let { bottom } = box
  for (const { y, size } of inside.filter(({ y }) => y > last).toSorted((a, b) => a.y - b.y)) {
    if (y - last > 1.8 * size) break
    last = y
    bottom = Math.max(bottom, y + 0.3 * size)
  }
  return bottom
}

/** Pieces of one line, drawn cell by cell or twice over, made one. */
function mergeRules(rules: readonly Rule[]): Rule[] {
  const merged: Rule[] = []
  for (const upright of [true, false]) {
    const lines = rules.filter(rule => rule.upright === upright).toSorted((a, b) => a.at - b.at || a.from - b.from)
    const open: Rule[] = []
    for (const line of lines) {
      const same = open.findIndex(
        rule => Math.abs(rule.at - line.at) <= 1.5 && line.from <= rule.to + near && line.to >= rule.from - near,
      )
      const found = open[same]
      if (found) open[same] = { ...found, from: Math.min(found.from, line.from), to: Math.max(found.to, line.to) }
      else open.push(line)
      while (open[0] && open[0].at < line.at - 4) merged.push(...open.splice(0, 1))
    }
    for (const line of open) merged.push(line)
  }
  return merged
}

/** Groups of lines that touch one another, directly or through others. */
function connected(rules: readonly Rule[]): Rule[][] {
  const groups: Rule[][] = []
  const left = new Set(rules)
  for (const first of rules) {
    if (!left.delete(first)) continue
    const group = [first]
    for (const rule of group) {
      for (const other of left) {
        if (!touches(rule, other)) continue
        left.delete(other)
        group.push(other)
      }
    }
    groups.push(group)
  }
  return groups
}

function touches(a: Rule, b: Rule): boolean {
  if (a.upright === b.upright) return false
  const within = (place: number, rule: Rule) => place >= rule.from - near && place <= rule.to + near
  return within(a.at, b) && within(b.at, a)
}

function gridOf(rules: readonly Rule[]): Grid | null {
  const upright = rules.filter(rule => rule.upright)
  const level = rules.filter(rule => !rule.upright)
  const xs = cluster(upright.map(rule => rule.at))
  const drawn = cluster(level.map(rule => rule.at))
  const ys = withOpenEnds(drawn, upright)
  if (xs.length < 2 || ys.length < 2) return null
  const covers = (lines: readonly Rule[], at: number, middle: number) =>
    lines.some(rule => Math.abs(rule.at - at) <= near && rule.from <= middle && rule.to >= middle)
  const wall = (row: number, column: number) => covers(upright, xs[column] ?? 0, middleOf(ys, row))
  const floor = (row: number, column: number) => covers(level, ys[row] ?? 0, middleOf(xs, column))
  const open = { top: ys[0] !== drawn[0], bottom: ys.at(-1) !== drawn.at(-1) }
  return { xs, ys, boxes: boxesOf(xs, ys, { wall, floor }), open }
}

/**
 * A table that goes on over the page often has no line where the page cuts it: its upright lines show how far it
 * goes.
 */
function withOpenEnds(ys: readonly number[], upright: readonly Rule[]): number[] {
  const least = Math.max(2, upright.length / 4)
  const first = smallest(upright.map(rule => rule.from))
  const last = largest(upright.map(rule => rule.to))
  const above = upright.filter(rule => rule.from < first + near).length >= least && first < (ys[0] ?? first) - 8
  const below = upright.filter(rule => rule.to > last - near).length >= least && last > (ys.at(-1) ?? last) + 8
  return [...(above ? [first] : []), ...ys, ...(below ? [last] : [])]
}

const middleOf = (places: readonly number[], at: number): number => ((places[at] ?? 0) + (places[at + 1] ?? 0)) / 2

function cluster(places: readonly number[]): number[] {
  const found: number[] = []
  for (const place of places.toSorted((a, b) => a - b)) {
    const last = found.at(-1)
    if (last === undefined || place - last > near) found.push(place)
  }
  return found
}

interface Walls {
  /** Whether a line is drawn to the left of a place in the grid. */
  wall(row: number, column: number): boolean
  /** Whether a line is drawn above it. */
  floor(row: number, column: number): boolean
}

/** Places between which no line is drawn are one cell. */
function boxesOf(xs: readonly number[], ys: readonly number[], { wall, floor }: Walls): GridBox[] {
  const taken = new Set<number>()
  const width = xs.length - 1
  const boxes: GridBox[] = []
  for (let row = 0; row < ys.length - 1; row++) {
    for (let column = 0; column < width; column++) {
      if (taken.has(row * width + column)) continue
      let columns = 1
      while (column + columns < width && !wall(row, column + columns) && !taken.has(row * width + column + columns))
        columns++
      let rows = 1
      while (row + rows < ys.length - 1 && isOpenBelow(row + rows, column, columns, floor)) rows++
      for (let r = row; r < row + rows; r++) for (let c = column; c < column + columns; c++) taken.add(r * width + c)
      boxes.push({
        row,
        column,
        rows,
        columns,
        left: xs[column] ?? 0,
        right: xs[column + columns] ?? 0,
        top: ys[row] ?? 0,
        bottom: ys[row + rows] ?? 0,
        isOpen: isOpenBelow(row + rows, column, columns, floor),
      })
    }
  }
  return boxes
}

function isOpenBelow(row: number, column: number, columns: number, floor: Walls['floor']): boolean {
  for (let at = column; at < column + columns; at++) if (floor(row, at)) return false
  return true
}
