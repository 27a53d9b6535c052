/** More than this of one kind of what is open in somebody's name is not listed. */
export const mostListed = 100
