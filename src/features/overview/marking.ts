/** The protective marking of a page that shows what several boards hold. */

/** What a page says of its marking, from the marking of everything restricted on it (a board may have none). */
export const jointMarking = (
  markings: readonly string[],
): { readonly restricted: boolean; readonly marking: string } => ({
  restricted: markings.length > 0,
  marking: [...new Set(markings.filter(Boolean))].join(', '),
})
