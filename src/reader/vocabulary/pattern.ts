/** Long patterns, written over several lines. */

/** A regular expression whose source may be broken into lines: a break and the indentation behind it are no part. */
export function pattern(flags: string): (source: TemplateStringsArray, ...values: readonly string[]) => RegExp {
  return (source, ...values) => new RegExp(String.raw(source, ...values).replace(/\n\s*/g, ''), flags)
}

/** Part of such a source, to be put into others. */
export function source(written: TemplateStringsArray, ...values: readonly string[]): string {
  return String.raw(written, ...values).replace(/\n\s*/g, '')
}
