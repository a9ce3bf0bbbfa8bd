/** How far a start is with migrations that take long: of a large registry one may take minutes, and whoever waits should not end it. */

const EVERY_MS = 10_000

export interface HowFar {
  begins: (name: string, place: number, all: number) => void
  ended: () => void
}

/** Says each ten seconds what is under way, and nothing where all is done before. */
export function howFar(say: (line: string) => void): HowFar {
  let now = ''
  const timer = setInterval(() => {
    if (now) say(now)
  }, EVERY_MS)
  return {
    begins(name, place, all) {
      now = `Bringing the database to this version: ${place} of ${all}, ${name} … What is done stays done if this is ended.`
    },
    ended: () => clearInterval(timer),
  }
}
