/**
 * One wire representation for both engines, by type oid: bigint and numeric counts as number, date as text, bytea as
 * Buffer. Without it `pg` gives dates as local midnight and bigint as text, and PGlite does not.
 */
export const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  17: text => Buffer.from(text.slice(2), 'hex'),
  20: Number,
  1082: String,
  1184: text => new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')),
  1700: Number,
}
