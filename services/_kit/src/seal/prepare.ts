/** On each start, before a service runs: the keys are there and are the right ones, what was plain is sealed, what was erased stays so. */
import pg from 'pg'
import { blindIndex } from './blind-index.ts'
import { holdList } from './erased/hold-list.ts'
import { eraseAgain } from './erased.ts'
import { KeysUnusable, warnIfOpen } from './key-file.ts'
import { keyring, keysExist, keysFile, makeKeys } from './keys.ts'
import { tellNeeds } from './of-before/tell-needs.ts'
import { blankNowhere, sealWhatIsPlain } from './seal-plain.ts'

/**
 * Makes the keys on the first start. Takes an administrator's address. Throws KeysUnusable where the registry was sealed with keys
 * that are not there, or the list of the erased is not.
 */
export async function prepareKeys(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  client.on('error', () => {}) // Told by the question that was asked.
  await client.connect()
  try {
    await client.query("select pg_advisory_lock(hashtext('vigia.keys'))")
    await holdList(client, await holdAgainstKeys(client))
    warnIfOpen(keysFile(), 'the file of keys')
    await sealWhatIsPlain(client)
    await blankNowhere(client)
    await eraseAgain(client)
    await tellNeeds(client)
  } finally {
    await client.end()
  }
}

interface Sealing {
  index_check: string
  key_ids: string[]
}

async function holdAgainstKeys(client: pg.Client): Promise<{ isNew: boolean }> {
  const { rows } = await client.query<Sealing>('select index_check, key_ids from outbox.sealing')
  const [sealing] = rows
  if (!keysExist()) {
    if (sealing)
      throw new KeysUnusable(
        `This registry is sealed with keys that are not at ${keysFile()}: ${PUT_BACK}`,
        `Este registro está sellado con llaves que no están en ${keysFile()}: ${PUT_BACK_ES}`,
      )
    refuseUnnamed()
    makeKeys()
  }
  const { blindIndex: key, wrapping } = keyring()
  const check = blindIndex(key, 'CHECK', 'VIGIA')
  if (!sealing) {
    await client.query('insert into outbox.sealing (index_check, key_ids) values ($1, $2)', [check, [wrapping[0].id]])
    return { isNew: true }
  }
  const known = new Set(wrapping.map(({ id }) => id))
  if (sealing.index_check === check && sealing.key_ids.every((id) => known.has(id))) return { isNew: false }
  throw new KeysUnusable(
    `The keys at ${keysFile()} are not those that this registry is sealed with: ${PUT_BACK}`,
    `Las llaves de ${keysFile()} no son las que sellaron este registro: ${PUT_BACK_ES}`,
  )
}

const PUT_BACK = 'put that file back, or name it in VIGIA_KEYS.'
const PUT_BACK_ES = 'devuelva ese archivo a su lugar, o nómbrelo en VIGIA_KEYS.'

/** In production nobody should find out later where the keys are. */
function refuseUnnamed(): void {
  if (process.env['NODE_ENV'] !== 'production' || process.env['VIGIA_KEYS']) return
  throw new KeysUnusable(
    'VIGIA_KEYS is needed: a file of keys outside the database, made where there is none.',
    'Falta VIGIA_KEYS: un archivo de llaves fuera de la base de datos, que se hace donde no lo hay.',
  )
}
