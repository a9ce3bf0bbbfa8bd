/** To whom an authority gave a number: exactly that one, among the children and the acts of which the actor reads the numbers. */
import type { ChildrenDb } from '@vigia/db/children'
import { byKeys } from '@vigia/db/kept-plans'
import { blindIndex } from '@vigia/kit/seal/blind-index'
import { keyring } from '@vigia/kit/seal/keys'
import type { IdentifierType } from '@vigia/law/identifiers'

/** A number is of one child, or of few: brothers and sisters may share a file. */
const AT_MOST = 20

const BY_NUMBER = `
  select id from (
    select child_id as id from children.identifier where type = $1 and value = any ($2)
    union select child_id from children.detection where $1 = 'ACTA' and acta = any ($2)
    union select child_id from children.identifier_ref where type = $1 and value = any ($2)
  ) given order by id limit ${AT_MOST}`

/** Ids of children. `number` is in its canonical writing; of a number of the person the database knows the blind index alone. */
export async function childrenOfNumber(
  { rows }: Pick<ChildrenDb, 'rows'>,
  type: IdentifierType,
  number: string,
): Promise<string[]> {
  const written = [number, blindIndex(keyring().blindIndex, type, number)]
  const found = await rows.query<{ id: string }>(byKeys(BY_NUMBER, [type, written]))
  return found.rows.map(({ id }) => id)
}
