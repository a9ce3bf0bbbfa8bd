/** Flags of Node by which this process divides its memory, for each that it starts to do the same: such flags are not inherited. */
export const memoryFlags = (given: readonly string[] = process.execArgv): string[] =>
  given.filter((flag) => /^--(min|max)[-_](semi[-_]space|old[-_]space)[-_]size=/.test(flag))
