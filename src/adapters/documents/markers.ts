/** How the markers of numbered lists are written. */

/** "a", "b" … "z", "aa", "ab" … for 1, 2 … as HTML and ODF count. */
export function lettersOf(number: number): string {
  let letters = ''
  for (let left = number; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(97 + ((left - 1) % 26)) + letters
  }
  return letters
}

const romanSteps: readonly [value: number, sign: string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

/** The Roman numeral in lower case; from 4000 on the plain number. */
export function romanOf(number: number): string {
  if (number < 1 || number >= 4000) return String(number)
  let left = number
  let roman = ''
  for (const [value, sign] of romanSteps) {
    for (; left >= value; left -= value) roman += sign
  }
  return roman
}

export type NumberStyle = 'decimal' | 'lower-alpha' | 'upper-alpha' | 'lower-roman' | 'upper-roman'

/** A number as a list shows it; one below 1 is written in digits. */
export function writeNumber(number: number, style: NumberStyle): string {
  if (number < 1) return String(number)
  if (style === 'decimal') return String(number)
  const written = style.endsWith('alpha') ? lettersOf(number) : romanOf(number)
  return style.startsWith('upper') ? written.toUpperCase() : written
}
