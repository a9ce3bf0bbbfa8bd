/**
 * Holds a twin's files against the published figures: node prisma/seed/check.ts DIR
 *
 * Reads the files as a stranger would, prints each target with value and deviation, and exits 1 when one is off.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deviationOf } from './check/deviation.ts'
import { tallyOfFiles } from './check/tally-of-files.ts'
import { TARGETS } from './check/targets.ts'

const [directory] = process.argv.slice(2)
if (!directory || !existsSync(join(directory, 'answers.json'))) {
  console.error('Say in which folder the twin lies: node prisma/seed/check.ts DIR')
  process.exit(1)
}

const { scale } = JSON.parse(readFileSync(join(directory, 'answers.json'), 'utf8')) as { scale?: number }
if (scale === undefined) {
  console.error(`The twin in ${directory} was stopped before it was whole: write it again.`)
  process.exit(1)
}
const tally = tallyOfFiles(directory)
const deviations = TARGETS.map((target) => deviationOf(target, tally, scale))

for (const { target, wanted, measured, deviation, isOff } of deviations) {
  const cells = [
    target.name.padEnd(46),
    target.source.padEnd(5),
    shown(wanted),
    shown(measured),
    `${(deviation * 100).toFixed(2)} %`.padStart(9),
  ]
  console.log(`${cells.join(' ')}${isOff ? '  OFF' : ''}`)
}
const off = deviations.filter(({ isOff }) => isOff).length
console.log(
  `${deviations.length - off} of ${deviations.length} targets met at scale ${scale}; ${tally.unmatched} rows cannot be joined, as planted.`,
)
process.exitCode = off > 0 ? 1 : 0

function shown(figure: number): string {
  const text = Number.isInteger(figure) || figure > 2 ? Math.round(figure * 10) / 10 : Number(figure.toFixed(4))
  return text.toLocaleString('en', { maximumFractionDigits: 4 }).padStart(12)
}
