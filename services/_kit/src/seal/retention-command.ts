/** `npm run retention`: what is over its term, by table and term and on what that rests; with `--apply` it is destroyed or deleted. */
import { AskedWrongly, askedOf, IN_SPANISH, noMoreThan, wordOf } from '@vigia/db/asked'
import { openPool } from '@vigia/db/open'
import { TERMS, type TermSource } from '@vigia/law/data-kept'
import type { Pool } from 'pg'
import { reasonGiven } from '../audit/reason-by-operator.ts'
import { databaseOfCommand } from '../command-database.ts'
import { faultInSpanish } from '../intake/command/faults-in-spanish.ts'
import { EXPIRING, type Expiring, letGo, type OverTerm, overTerm } from './over-term.ts'

const USAGE = `Uso: npm run retention                                     qué ha cumplido su plazo; no cambia nada
     npm run retention -- --apply --reason "por qué"       lo destruye o lo borra. No tiene vuelta
     … --only CHILD | WAITING | SESSION                    de un solo plazo
CHILD son las llaves de quien nada se ha sabido en su plazo; WAITING, lo que nadie pudo unir; SESSION, lo que dejaron sesiones y avisos.
De una niña, niño o adolescente se destruyen las llaves, como con npm run erase: las cifras, el folio y las fechas quedan.
La bitácora, las remesas y el registro de hechos no se borran: de ellos se cuenta y se prueba.`

const RESTS_ON: Readonly<Record<TermSource, string>> = {
  STATUTE: 'por ley',
  DEFAULT: 'propuesta de Vigía',
  NOT_FIXED: 'ninguna ley lo fija',
}

/** A term that nothing but what happens ends. */
type WithoutYears = {
  [T in keyof typeof TERMS]: (typeof TERMS)[T]['years'] extends null ? T : never
}[keyof typeof TERMS]

/** What becomes of what has no term in years. */
const WITHOUT_YEARS: Readonly<Record<WithoutYears, string>> = {
  PICTURE: 'lo que se deriva de otros hechos se queda lo que ellos duren',
  COUNTS: 'las cifras se quedan',
  LOG: 'el registro de hechos se queda',
  RECORD: 'lo que es de un lugar o de un archivo se queda',
  TOLD: 'a quién se dijo qué se queda; lo que se dijo de las cabezas de la bitácora se va solo a los siete días',
  DONE: 'lo que está por hacerse se va solo, una vez hecho',
  HOUR: 'se va solo, 65 minutos después',
  MINUTE: 'se va solo, 61 segundos después',
  LOGIN: 'la llave de un acceso a la base se queda hasta la segunda que la siga',
}

interface Wish {
  reason: string | null
  only: Expiring | null
}

const FLAGS = {
  apply: { type: 'boolean', default: false },
  reason: { type: 'string' },
  only: { type: 'string' },
} as const
const HOW = { usage: USAGE, sentences: IN_SPANISH, flags: FLAGS }
process.exit(
  await run(
    askedOf(HOW, ({ positionals, values }) => {
      noMoreThan(0, positionals, IN_SPANISH)
      return wishIn(values)
    }),
  ),
)

async function run(wish: Wish): Promise<number> {
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
    console.error(faultInSpanish(error))
    return 1
  }
}

/** A reason only where something is to go. */
function wishIn({ apply, reason = '', only }: { apply: boolean; reason?: string; only?: string }): Wish {
  if (!apply && reason.trim() !== '') throw new AskedWrongly('--reason va con --apply: sin ella no se cambia nada.')
  const why = apply ? reasonGiven(reason, 'Para destruir o borrar hay que decir el motivo (--reason).') : null
  return { reason: why, only: only === undefined ? null : wordOf(only, EXPIRING, IN_SPANISH) }
}

async function tell(pool: Pool, { reason, only }: Wish): Promise<void> {
  const now = new Date()
  for (const line of await overTerm(pool, now)) if (only === null || line.term === only) console.log(inWords(line))
  if (only === null)
    for (const [term, becomes] of Object.entries(WITHOUT_YEARS))
      console.log(`${term} (${RESTS_ON[TERMS[term as WithoutYears].source]}): ${becomes}`)
  if (reason === null) {
    console.log('No se ha cambiado nada.')
    return
  }
  for (const term of only === null ? EXPIRING : [only])
    console.log(`${term}: se fueron ${await letGo(pool, term, { now, reason })}.`)
}

function inWords({ term, table, found }: OverTerm): string {
  const { years, source } = TERMS[term]
  const stays = EXPIRING.some((one) => one === term) ? '' : '; no se borra'
  return `${term} (${years} ${years === 1 ? 'año' : 'años'}, ${RESTS_ON[source]}${stays}) ${table}: ${found}`
}
