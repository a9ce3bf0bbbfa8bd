/** Alerts of which a service did not answer its part: who did not is said once, above them, and no alert says for it that nobody may know. */
import { createContext, type ReactNode } from 'react'
import type { Failure } from '../../api/failure.ts'
import { asCell, asRow } from '../../ui/table-roles.ts'
import { FailureNote } from '../../ui/tile-status.tsx'

/** True where a service did not answer: whom an alert is about, and where, may be missing for that alone. */
export const PartlyContext = createContext(false)

type Props = { failure: Failure | null; columns: number; children: ReactNode }

/** Rows of a list that came, with or without all of their parts. */
export function PartlyRows({ failure, columns, children }: Props) {
  return (
    <PartlyContext value={failure !== null}>
      {failure && (
        <tr {...asRow}>
          <td colSpan={columns} {...asCell}>
            <p className="part-failure" role="status">
              <FailureNote failure={failure} />
            </p>
          </td>
        </tr>
      )}
      {children}
    </PartlyContext>
  )
}
