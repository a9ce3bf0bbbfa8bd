/**
 * `npm run prod:check`: starts the product in production and asks it each line of the hardening list (security.md 9), from outside. Ends
 * with 1 where one does not hold. `-- --url https://… ` asks one that runs elsewhere what can be asked there; VIGIA_TOKEN is a token of
 * somebody who may not put questions of his own.
 */
import { askedByFlags, askedWrongly } from '../support/asked-by-flags.ts'
import type { Line } from './line.ts'

const { url } = askedByFlags({ url: { type: 'string' } })
if (url !== undefined && !/^https?:$/.test(URL.parse(url)?.protocol ?? ''))
  askedWrongly(`--url is the address of a registry, as https://vigia.example.mx, and not ${url}.`)
const token = process.env['VIGIA_TOKEN']
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
// Loaded once it is known what is asked: whoever reads how it is used waits for nothing of the product.
const [{ LINES }, { Product }, { startProduct }] = await Promise.all([
  import('./lines.ts'),
  import('./product.ts'),
  import('./start.ts'),
])

const { product, stop } = url
  ? {
      product: new Product(url, token ? { authorization: `Bearer ${token}` } : null, null),
      stop: async () => {},
    }
  : await startProduct()

const counts = { holds: 0, fails: 0, 'not asked': 0 }
try {
  for (const line of LINES) {
    const [outcome, why] = await outcomeOf(line)
    counts[outcome] += 1
    console.log(`${outcome.padEnd(10)} ${line.says}${why ? `: ${why}` : ''}`)
  }
} finally {
  await stop()
}
console.log(`${counts.holds} lines hold, ${counts.fails} do not, ${counts['not asked']} were not asked`)
process.exit(counts.fails === 0 ? 0 : 1)

async function outcomeOf({ needs, found }: Line): Promise<[keyof typeof counts, string | null]> {
  if (needs === 'TOKEN' && !product.token) return ['not asked', 'it needs VIGIA_TOKEN']
  if ((needs === 'START' || needs === 'ALONE') && !product.started)
    return ['not asked', 'it is asked of a product that was started for it']
  const what = await found(product).catch((error: unknown) => `it could not be asked (${String(error)})`)
  return [what === null ? 'holds' : 'fails', what]
}
