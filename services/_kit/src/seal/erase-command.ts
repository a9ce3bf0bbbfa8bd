/** `npm run erase`: destroys the keys of one child. What was sealed can be read by nobody any more; the figures stay as they are. */
import { AskedWrongly, askedOf, IN_SPANISH, noMoreThan, wordOf } from '@vigia/db/asked'
import { openPool } from '@vigia/db/open'
import { localDateTimeOf } from '@vigia/law/mexican-time'
import type { Pool } from 'pg'
import { chainOnce } from '../audit/chain.ts'
import { reasonGiven } from '../audit/reason-by-operator.ts'
import { databaseOfCommand } from '../command-database.ts'
import { faultInSpanish } from '../intake/command/faults-in-spanish.ts'
import { tellByOperator } from './by-operator.ts'
import { childOfFolio, erase, erasedAt } from './erased.ts'

const USAGE = `Uso: npm run erase -- child FOLIO --reason "por qué"
Destruye las llaves de una niña, niño o adolescente. No tiene vuelta: su nombre, sus números, su familia y sus riesgos ya no los
puede leer nadie, tampoco de un respaldo de la base. Quedan el folio, las fechas y lo que se cuenta.`

interface Wish {
  folio: string
  reason: string
}

const HOW = { usage: USAGE, sentences: IN_SPANISH, flags: { reason: { type: 'string', default: '' } } } as const
process.exit(await run(askedOf(HOW, ({ positionals, values }) => wishIn(positionals, values.reason))))

async function run({ folio, reason }: Wish): Promise<number> {
  try {
    const { adminUrl, stop } = await databaseOfCommand()
    const pool = openPool(adminUrl, 2)
    try {
      return await eraseChild(pool, folio, reason)
    } finally {
      await pool.end()
      await stop()
    }
  } catch (error) {
    console.error(faultInSpanish(error))
    return 1
  }
}

function wishIn(words: readonly string[], reason: string): Wish {
  noMoreThan(2, words, IN_SPANISH)
  wordOf(words[0], ['child'], IN_SPANISH)
  const [, folio] = words
  if (!folio) throw new AskedWrongly('Diga de qué expediente: su FOLIO.')
  return { folio, reason: reasonGiven(reason, 'Para borrar hay que decir el motivo (--reason).') }
}

async function eraseChild(pool: Pool, folio: string, reason: string): Promise<number> {
  const child = await childOfFolio(pool, folio)
  if (!child) {
    console.error(`No hay ningún expediente ${folio}.`)
    return 1
  }
  const client = await pool.connect()
  try {
    await client.query('begin')
    // No file is being taken in meanwhile: it could bring a key of this child.
    await client.query("select pg_advisory_xact_lock(hashtext('vigia.intake.children'))")
    await tellByOperator(client, { service: 'children', asked: ['erase'], children: [child], records: 1, reason })
    const before = erasedAt(child)
    const keys = await erase(client, [child])
    await client.query('commit')
    await chainOnce(pool, 'children')
    console.log(`${folio}: ${outcomeOf(keys, before)}`)
    return 0
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
}

/** Of a child of whom files have told since, the keys are destroyed once more. */
function outcomeOf(keys: number, before: Date | null): string {
  const since = before && `ya estaba borrado desde ${localDateTimeOf(before)} (hora del centro)`
  if (since && keys === 0) return `${since}; no quedaba ninguna llave que destruir.`
  return `${since ? `${since}, y después llegó más; ` : ''}llaves destruidas: ${keys}. Lo que sellaban ya no lo puede leer nadie.`
}
