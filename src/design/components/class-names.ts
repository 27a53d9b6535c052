/** Extra HTML attributes that a component passes to its outermost element, as GOV.UK's `attributes` option does. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>

type Name = string | false | null | undefined | 0 | 0n

/** The words that are there, joined by spaces, for a `class` attribute. */
export function classNames(...names: readonly Name[]): string {
  return names.filter(Boolean).join(' ')
}

/** Like `classNames`, for `aria-describedby`: absent, not empty, when there is nothing to point at. */
export function idList(...ids: readonly Name[]): string | undefined {
  return classNames(...ids) || undefined
}
