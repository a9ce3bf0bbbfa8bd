/** How many, as whoever sent a file is told: in one way in what was done with it and in its notices. */
export const grouped = (count: number): string => count.toLocaleString('en')

/** `counted(2997, 'renglón', 'renglones')` gives "2,997 renglones". */
export const counted = (count: number, one: string, many: string): string =>
  `${grouped(count)} ${count === 1 ? one : many}`
