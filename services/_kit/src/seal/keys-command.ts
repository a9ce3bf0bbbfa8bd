/** `npm run keys`: says by which keys the registry is sealed, turns them, and drops those by which nothing is wrapped any more. */
import { askedOf, IN_SPANISH, noMoreThan, wordOf } from '@vigia/db/asked'
import { openPool } from '@vigia/db/open'
import type { Pool } from 'pg'
import { databaseOfCommand } from '../command-database.ts'
import { faultInSpanish } from '../intake/command/faults-in-spanish.ts'
import { keyring, keysFile } from './keys.ts'
import { openSome } from './open-some.ts'
import { retire, rotate, wrappedByEach } from './rewrap.ts'

const USAGE = `Uso: npm run keys -- show       dónde están las llaves y cuántas llaves de datos envuelve cada una
     npm run keys -- rotate     hace una llave nueva y envuelve con ella lo que envolvían las otras, que todavía valen
     npm run keys -- retire     quita del archivo todas menos la nueva. Los respaldos de la base hechos hasta el rotate quedan sin leerse,
                                salvo con una copia de este archivo de antes
     npm run keys -- verify     abre al azar hasta mil celdas de cada tabla: dice si estas llaves son las suyas
El archivo es el de VIGIA_KEYS. Guárdelo aparte de los respaldos de la base: sin él nadie puede leer lo sellado.`

/** Cells of each table that are tried. */
const AT_MOST = 1_000

/** Told while there is a way back. Who retires a key since somebody else has it wants just that. */
const BEFORE_RETIRE =
  'Los respaldos de la base hechos hasta ahora solo se leen con las llaves de antes. Si los conserva, guarde aparte una copia de este archivo antes de retire; si una llave la conoce quien no debe, destrúyalos.'

const ACTS = ['show', 'rotate', 'retire', 'verify'] as const
type Act = (typeof ACTS)[number]

const HOW = { usage: USAGE, sentences: IN_SPANISH, flags: {} }
process.exit(
  await run(
    askedOf(HOW, ({ positionals }) => {
      noMoreThan(1, positionals, IN_SPANISH)
      return wordOf(positionals[0], ACTS, IN_SPANISH)
    }),
  ),
)

async function run(what: Act): Promise<number> {
  try {
    const { adminUrl, stop } = await databaseOfCommand()
    const pool = openPool(adminUrl, 2)
    try {
      if (what === 'verify') return await verify(pool)
      if (what !== 'show') console.log(`Envueltas de nuevo: ${await (what === 'rotate' ? rotate : retire)(pool)}.`)
      console.log(await shown(pool))
      if (what === 'rotate') console.log(BEFORE_RETIRE)
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

async function shown(pool: Pool): Promise<string> {
  const wrapped = new Map((await wrappedByEach(pool)).map(({ id, n }) => [id, n]))
  const lines = keyring().wrapping.map(
    ({ id }, at) => `  ${id}${at === 0 ? ', la que envuelve' : ''}: llaves de datos ${wrapped.get(id) ?? 0}`,
  )
  return [keysFile(), ...lines].join('\n')
}

async function verify(pool: Pool): Promise<number> {
  const tried = await openSome(pool, AT_MOST)
  for (const { table, opened, erased, failed } of tried)
    console.log(
      `${table}: ${failed > 0 ? 'MAL' : 'bien'}. Se abren ${opened}, borradas ${erased}, no se abren ${failed}.`,
    )
  return tried.some(({ failed }) => failed > 0) ? 1 : 0
}
