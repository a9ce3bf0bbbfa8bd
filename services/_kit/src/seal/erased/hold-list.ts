/** On each start: that the list of the erased is there. Without it a backup that is put back lets live again who was erased since. */
import type { ClientBase } from 'pg'
import { log } from '../../log.ts'
import { KeysUnusable } from '../key-file.ts'
import { listFile, listIsThere, makeList } from './list.ts'

interface Known {
  hasList: boolean
  /** Somebody was erased, which is written to the list before it is done. */
  hasErased: boolean
}

const KNOWN = `select has_list_of_erased as "hasList", exists (select from children.data_key where destroyed_at is not null) as "hasErased"
  from outbox.sealing`

/**
 * Makes it, empty, for a registry that is new, and for one from before the database knew that there is one, of which nobody was erased; that is
 * told. Throws KeysUnusable where there was one.
 */
export async function holdList(client: ClientBase, { isNew }: { isNew: boolean }): Promise<void> {
  const { rows } = await client.query<Known>(KNOWN)
  const known = rows[0] ?? { hasList: false, hasErased: false }
  if (!listIsThere()) {
    if (known.hasList || known.hasErased) throw isLost()
    makeList()
    if (!isNew) log.warn(BEGUN)
  }
  if (!known.hasList) await client.query('update outbox.sealing set has_list_of_erased = true')
}

const BEGUN =
  'there was no list of the erased, and an empty one is begun (VIGIA_ERASED): where a backup was put back, put the list back too, and start anew'

function isLost(): KeysUnusable {
  const file = listFile()
  return new KeysUnusable(
    `The list of the erased is not at ${file}: put the newest one back, or name it in VIGIA_ERASED. Without it a backup lets live again who was erased since; where it is lost for good, make an empty file there.`,
    `La lista de lo borrado no está en ${file}: devuelva la más nueva, o nómbrela en VIGIA_ERASED. Sin ella un respaldo revive a quien se borró después; si se perdió para siempre, ponga ahí un archivo vacío.`,
  )
}
