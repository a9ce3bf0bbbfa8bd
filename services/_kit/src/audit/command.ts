/** `npm run audit`: verifies the chains, lists every access to one child, marks records that stand for nobody. */
import { openPool } from '@vigia/db/open'
import { isId } from '@vigia/law/ids'
import type { Pool } from 'pg'
import { databaseOfCommand } from '../command-database.ts'
import { accessesTo } from './accesses.ts'
import { exportWithDecoy } from './exports.ts'
import { headsFolder, headsIn } from './heads.ts'
import { lineOfAccess, lineOfExport, lineOfVerdict } from './in-words.ts'
import { CHAINED, registryOf, verifyChain } from './verify.ts'

const USAGE = `Uso: npm run audit -- verify             recalcula las cadenas y nombra el primer renglón alterado
     npm run audit -- child FOLIO        todos los accesos a una niña, niño o adolescente, con su prueba
     npm run audit -- honey FOLIO        marca un expediente que no es de nadie: quien lo abra da la alarma
     npm run audit -- honey FOLIO --off  deja de estar marcado
     npm run audit -- decoy REFERENCIA   de quién es un archivo exportado, por el renglón que no es de nadie
Las cabezas firmadas se leen de VIGIA_AUDIT_HEADS, o de --heads CARPETA.`

process.exit(await run(process.argv.slice(2)))

async function run(argv: readonly string[]): Promise<number> {
  const at = argv.indexOf('--heads')
  const folder = at < 0 ? headsFolder() : (argv[at + 1] ?? '')
  const [what, folio] = at < 0 ? argv : argv.toSpliced(at, 2)
  const isKnown = what === 'verify' || (['child', 'honey', 'decoy'].includes(what ?? '') && folio !== undefined)
  if (!isKnown || folder === '') {
    console.error(USAGE)
    return 2
  }
  try {
    const { adminUrl, stop } = await databaseOfCommand()
    const pool = openPool(adminUrl, 2)
    try {
      if (what === 'verify') return await verify(pool, folder)
      if (what === 'decoy') return await nameExporter(pool, folio ?? '')
      const child = await childOf(pool, folio ?? '')
      if (child === null) {
        console.error(`No hay ningún expediente ${folio}.`)
        return 1
      }
      return what === 'child' ? await list(pool, child, folder) : await mark(pool, child, argv.includes('--off'))
    } finally {
      await pool.end()
      await stop()
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    return 1
  }
}

async function verify(pool: Pool, folder: string): Promise<number> {
  const registry = await registryOf(pool)
  if (registry === null) {
    console.log('Nada se ha encadenado todavía.')
    return 0
  }
  const heads = headsIn(folder, registry)
  let faults = 0
  for (const service of CHAINED) {
    const verdict = await verifyChain({ pool, registry, service, heads })
    if (verdict.fault) faults += 1
    if (verdict.links > 0 || verdict.fault) console.log(lineOfVerdict(verdict))
  }
  return faults > 0 ? 1 : 0
}

/** By its folio; by its id where it is in the registry no more. */
async function childOf(pool: Pool, folio: string): Promise<string | null> {
  if (isId(folio)) return folio
  const { rows } = await pool.query<{ id: string }>('select id from children.child where folio = $1', [folio])
  return rows[0]?.id ?? null
}

async function list(pool: Pool, child: string, folder: string): Promise<number> {
  const { accesses, verdicts } = await accessesTo(pool, child, folder)
  for (const access of accesses) console.log(lineOfAccess(access))
  console.log(accesses.length === 0 ? 'Nadie lo ha consultado.' : `Accesos: ${accesses.length}.`)
  const faulty = verdicts.filter(({ fault }) => fault)
  for (const verdict of faulty) console.log(lineOfVerdict(verdict))
  return faulty.length > 0 ? 1 : 0
}

/** Of all the references in a file one alone is kept: the one that stands for nobody. */
async function nameExporter(pool: Pool, reference: string): Promise<number> {
  const made = await exportWithDecoy(pool, reference)
  console.log(made ? lineOfExport(made) : `${reference} no es el renglón de nadie de ninguna exportación.`)
  return made ? 0 : 1
}

async function mark(pool: Pool, child: string, isOff: boolean): Promise<number> {
  if (isOff) await pool.query('delete from audit.honey where child_id = $1', [child])
  else await pool.query('insert into audit.honey (child_id) values ($1) on conflict do nothing', [child])
  console.log(isOff ? 'Ya no está marcado.' : 'Marcado: quien lo consulte da la alarma en cinco segundos.')
  return 0
}
