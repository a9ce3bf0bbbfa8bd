/** Whose a file is that was found: by the reference in it that stands for nobody. */
import type { Pool } from 'pg'

export interface ExportMade {
  number: string
  subject: string
  role: string
  office: string | null
  list: string
  rows: number | null
  askedAt: Date
  approvedBy: string | null
  purpose: string
}

const FIND = `select 'EXP-' || lpad(id::text, greatest(6, length(id::text)), '0') as number, subject, role, office, list, rows,
  asked_at as "askedAt", approved_by as "approvedBy", purpose from exports.export where decoy = $1`

/** Null for the reference of a child, which nobody can trace, and for one that was never given. */
export async function exportWithDecoy(pool: Pool, reference: string): Promise<ExportMade | null> {
  const { rows } = await pool.query<ExportMade>(FIND, [reference.trim().toUpperCase()])
  return rows[0] ?? null
}
