/** `npm run audit`: verifies the chains, lists every access to one child, marks records that stand for nobody. */
import { existsSync } from 'node:fs'
import { AskedWrongly, askedOf, IN_SPANISH, noMoreThan, wordOf } from '@vigia/db/asked'
import { openPool } from '@vigia/db/open'
import { isId } from '@vigia/law/ids'
import type { Pool } from 'pg'
import { databaseOfCommand } from '../command-database.ts'
import { faultInSpanish } from '../intake/command/faults-in-spanish.ts'
import { childOfFolio } from '../seal/erased.ts'
import { accessesTo } from './accesses.ts'
import { exportWithDecoy } from './exports.ts'
import { headsFolder, headsIn, unreadIn } from './heads.ts'
import {
  lineOfAccess,
  lineOfExport,
  lineOfNoHeads,
  lineOfOther,
  lineOfUnread,
  lineOfUnsigned,
  lineOfVerdict,
} from './in-words.ts'
import { otherRegistriesIn } from './other-registries.ts'
import { CHAINED, registryOf, verifyChain } from './verify.ts'

const USAGE = `Uso: npm run audit -- verify             recalcula las cadenas y nombra el primer renglón alterado
     npm run audit -- child FOLIO        todos los accesos a una niña, niño o adolescente, con su prueba; también por su id
     npm run audit -- honey FOLIO        marca un expediente que no es de nadie: quien lo abra da la alarma
     npm run audit -- honey FOLIO --off  deja de estar marcado
     npm run audit -- decoy REFERENCIA   de quién es un archivo exportado, por el renglón que no es de nadie
     … --heads CARPETA                   verify y child, con las cabezas firmadas de esa carpeta; sin ella, las de VIGIA_AUDIT_HEADS
Termina con 0 si todo está bien, con 1 si un renglón no es lo que era, hace más de diez minutos que no se firma o no hay lo que se busca, con 2 si se pidió mal.`

type Wish =
  | { what: 'verify' }
  | { what: 'child' | 'decoy'; whose: string }
  | { what: 'honey'; whose: string; isOff: boolean }

const FLAGS = { heads: { type: 'string' }, off: { type: 'boolean', default: false } } as const
const ACTS = ['verify', 'child', 'honey', 'decoy'] as const

const asked = askedOf({ usage: USAGE, sentences: IN_SPANISH, flags: FLAGS }, ({ positionals, values }) => {
  const { heads, off } = values
  const wish = wishIn(positionals, off)
  if (off && wish.what !== 'honey') throw new AskedWrongly('--off es de honey.')
  if (heads !== undefined && wish.what !== 'verify' && wish.what !== 'child')
    throw new AskedWrongly('--heads es de verify y de child.')
  if (heads !== undefined && !existsSync(heads)) throw new AskedWrongly(`No existe la carpeta ${heads}.`)
  return { wish, copy: heads ?? null }
})
process.exit(await run(asked.wish, asked.copy))

function wishIn([first, ...rest]: readonly string[], isOff: boolean): Wish {
  const what = wordOf(first, ACTS, IN_SPANISH)
  noMoreThan(what === 'verify' ? 0 : 1, rest, IN_SPANISH)
  if (what === 'verify') return { what }
  const [whose] = rest
  if (!whose) throw new AskedWrongly(what === 'decoy' ? 'Falta la REFERENCIA.' : 'Falta el FOLIO.')
  return what === 'honey' ? { what, whose, isOff } : { what, whose }
}

/** With a copy of the heads that somebody else has kept, which has to be of this registry: one of nothing would bear everything out. */
async function run(wish: Wish, copy: string | null): Promise<number> {
  try {
    const { adminUrl, stop } = await databaseOfCommand({ needsKeys: false })
    const pool = openPool(adminUrl, 2)
    try {
      if (copy !== null) await requireHeads(pool, copy)
      return await answer(pool, wish, copy ?? headsFolder())
    } finally {
      await pool.end()
      await stop()
    }
  } catch (error) {
    console.error(faultInSpanish(error))
    return 1
  }
}

async function requireHeads(pool: Pool, folder: string): Promise<void> {
  const registry = await registryOf(pool)
  if (registry !== null && headsIn(folder, registry).length === 0)
    throw new Error(`En ${folder} no hay ninguna cabeza de este registro: van en ${registry}/<servicio>.jsonl.`)
}

async function answer(pool: Pool, wish: Wish, folder: string): Promise<number> {
  if (wish.what === 'verify') return verify(pool, folder)
  if (wish.what === 'decoy') return nameExporter(pool, wish.whose)
  const child = await childOf(pool, wish.whose)
  if (child === null || (wish.what === 'honey' && !wish.isOff && !(await isHere(pool, child)))) {
    console.error(`No hay ningún expediente ${wish.whose}.`)
    return 1
  }
  return wish.what === 'honey' ? mark(pool, child, wish.isOff) : list(pool, child, folder)
}

async function verify(pool: Pool, folder: string): Promise<number> {
  const registry = await registryOf(pool)
  let faults = tellOfFolder(folder, registry)
  if (registry === null) {
    console.log('Nada se ha encadenado todavía.')
    return faults > 0 ? 1 : 0
  }
  const heads = headsIn(folder, registry)
  if (heads.length === 0) console.log(lineOfNoHeads(folder, existsSync(folder)))
  for (const service of CHAINED) {
    const verdict = await verifyChain({ pool, registry, service, heads })
    if (verdict.links > 0 || verdict.fault) console.log(lineOfVerdict(verdict))
    // A copy that somebody else keeps may be of any time.
    const unsigned = verdict.fault || folder !== headsFolder() ? null : lineOfUnsigned(verdict, new Date())
    if (unsigned) console.log(unsigned)
    if (verdict.fault || unsigned) faults += 1
  }
  return faults > 0 ? 1 : 0
}

/** What cannot be read attests nothing: who verifies has to know of it. Gives of how many other registries it holds heads. */
function tellOfFolder(folder: string, registry: string | null): number {
  for (const unread of registry === null ? [] : unreadIn(folder, registry)) console.log(lineOfUnread(unread))
  const others = otherRegistriesIn(folder, registry)
  for (const other of others) console.log(lineOfOther(other))
  return others.length
}

/** By its folio, though its files were all withdrawn; or by its id. */
async function childOf(pool: Pool, folio: string): Promise<string | null> {
  return isId(folio) ? folio : childOfFolio(pool, folio)
}

/** Nobody can open, and give the alarm of, what is not there. */
async function isHere(pool: Pool, child: string): Promise<boolean> {
  const { rowCount } = await pool.query('select from children.child where id = $1', [child])
  return rowCount === 1
}

async function list(pool: Pool, child: string, folder: string): Promise<number> {
  const others = tellOfFolder(folder, await registryOf(pool))
  const { accesses, verdicts } = await accessesTo(pool, child, folder)
  for (const access of accesses) console.log(lineOfAccess(access))
  console.log(accesses.length === 0 ? 'Nadie lo ha consultado.' : `Accesos: ${accesses.length}.`)
  const faulty = verdicts.filter(({ fault }) => fault)
  for (const verdict of faulty) console.log(lineOfVerdict(verdict))
  return faulty.length + others > 0 ? 1 : 0
}

/** Of all the references in a file one alone is kept: the one that stands for nobody. */
async function nameExporter(pool: Pool, reference: string): Promise<number> {
  const made = await exportWithDecoy(pool, reference)
  if (made) console.log(lineOfExport(made))
  else console.error(`${reference} no es el renglón de nadie de ninguna exportación.`)
  return made ? 0 : 1
}

async function mark(pool: Pool, child: string, isOff: boolean): Promise<number> {
  if (isOff) await pool.query('delete from audit.honey where child_id = $1', [child])
  else await pool.query('insert into audit.honey (child_id) values ($1) on conflict do nothing', [child])
  console.log(isOff ? 'Ya no está marcado.' : 'Marcado: quien lo consulte da la alarma en dos segundos.')
  return 0
}
