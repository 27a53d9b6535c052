const longest = 1000

/** Whether a text is the path of a page of this house, and leads nowhere else. */
export const isOwnPath = (path: string): boolean =>
  path.startsWith('/') && !path.startsWith('//') && !path.includes('\\') && path.length <= longest
