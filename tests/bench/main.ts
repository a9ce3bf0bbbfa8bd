/**
 * `npm run bench`: what a request for the board costs, side by side in one run, at two sizes; and how fast a file goes in.
 * `npm run bench -- intake`, `-- board`, `-- audit` or `-- alerts` measures one of them; `-- streams` is the part of alerts in which they are
 * told. Writes RESULTS.md beside this file, and ends with 1 where a promise does not hold or has no verdict. Flags: --sizes 100000,1000000 --rounds 5 --seconds 3 --rows 200000,1000000 --sockets 1000,5000 --out FILE.
 */
import './asked.ts'

await import('./measure.ts')
