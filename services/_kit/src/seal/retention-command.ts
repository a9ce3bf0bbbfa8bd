/** `npm run retention`: what is over its term, by table and term and on what that rests; with `--apply` it is destroyed or deleted. */
import { parseArgs } from 'node:util'
import { openPool } from '@vigia/db/open'
import { TERMS, type TermSource } from '@vigia/law/data-kept'
import type { Pool } from 'pg'
import { databaseOfCommand } from '../command-database.ts'
import { EXPIRING, type Expiring, letGo, type OverTerm, overTerm } from './over-term.ts'

const USAGE = `Uso: npm run retention                                     qué ha cumplido su plazo; no cambia nada
     npm run retention -- --apply --reason "por qué"       lo destruye o lo borra. No tiene vuelta
     … --only CHILD | WAITING | SESSION                    de un solo plazo
De una niña, niño o adolescente se destruyen las llaves, como con npm run erase: las cifras, el folio y las fechas quedan.
La bitácora, las remesas y el registro de hechos no se borran: de ellos se cuenta y se prueba.`

const RESTS_ON: Readonly<Record<TermSource, string>> = {
  STATUTE: 'por ley',
  DEFAULT: 'propuesta de Vigía',
  NOT_FIXED: 'ninguna ley lo fija',
}

interface Wish {
  reason: string | null
  only: readonly Expiring[]
}

process.exit(await run(process.argv.slice(2)))

async function run(argv: readonly string[]): Promise<number> {
  const wish = wishIn(argv)
  if (!wish) {
    console.error(USAGE)
    return 2
  }
  try {
    const { adminUrl, stop } = await databaseOfCommand()
    const pool = openPool(adminUrl, 2)
    try {
      await tell(pool, wish)
      return 0
    } finally {
      await pool.end()
      await stop()
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    return 1
  }
}

/** Null for what is not understood; a reason only where something is to go. */
function wishIn(argv: readonly string[]): Wish | null {
  const options = { apply: { type: 'boolean' }, reason: { type: 'string' }, only: { type: 'string' } } as const
  try {
    const { apply = false, reason = '', only } = parseArgs({ args: [...argv], options }).values
    if (apply === (reason.trim() === '')) return null
    const terms = EXPIRING.filter((term) => only === undefined || term === only)
    return terms.length === 0 ? null : { reason: apply ? reason.trim() : null, only: terms }
  } catch {
    return null
  }
}

async function tell(pool: Pool, { reason, only }: Wish): Promise<void> {
  const now = new Date()
  for (const line of await overTerm(pool, now)) console.log(inWords(line))
  for (const [term, { years, source }] of Object.entries(TERMS))
    if (years === null) console.log(`${term} (${RESTS_ON[source]}): se queda`)
  if (reason === null) {
    console.log('No se ha cambiado nada.')
    return
  }
  for (const term of only) console.log(`${term}: se fueron ${await letGo(pool, term, { now, reason })}.`)
}

function inWords({ term, table, found }: OverTerm): string {
  const { years, source } = TERMS[term]
  const stays = EXPIRING.some((one) => one === term) ? '' : '; no se borra'
  return `${term} (${years} ${years === 1 ? 'año' : 'años'}, ${RESTS_ON[source]}${stays}) ${table}: ${found}`
}
