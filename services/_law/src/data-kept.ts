/**
 * What a registry keeps, and why it may: the words in which each table is accounted for (LGPDPPSO arts. 16 and 68-71). A column
 * that no line accounts for fails a test. The lines are in data-of-*.ts.
 */
import type { Group } from './access-groups.ts'

/** A group of fields; or what no role reads at all: `internal` holds data of a person, `technical` none. */
export type KeptGroup = Group | 'internal' | 'technical'

export interface Kept {
  /** `schema.table`; `*.table` for each schema that has one of the name. */
  table: string
  holds: string
  basis: keyof typeof BASES
  term: keyof typeof TERMS
  /** Columns by group, with blanks between. Those that stand everywhere need no line. */
  data: Partial<Record<KeptGroup, string>>
}

/** Which child a row is of is a random number; which file a row came with tells of nobody. */
export const EVERYWHERE: Readonly<Record<string, KeptGroup>> = {
  child_id: 'base',
  id: 'technical',
  batch_id: 'technical',
  line: 'technical',
  recorded_at: 'technical',
}

/** All rest on LGPDPPSO art. 16 I too: a law provides for them, so that no consent is asked. */
export const BASES = {
  IDENTITY: 'LGDNNA art. 99 ¶2: the least that is recorded of each child; Ley de Migración art. 112',
  DETECTION: 'Ley de Migración arts. 95 and 112 I-V: detection, notice, interview; LGDNNA arts. 94 and 98',
  ASYLUM: 'Ley sobre Refugiados arts. 6, 10 and 21: no return, strict confidentiality, notice to COMAR',
  DOCUMENTS: 'Ley de Migración arts. 52 and 54: documents and standing of a child',
  CARE: 'LGDNNA arts. 94 and 108-112; Ley de Migración art. 112 I: where a child is lodged, and the register of places',
  PROTECTION: 'LGDNNA arts. 106, 122 and 123: representation, best interests, plan of restitution',
  COUNSEL: 'LGDNNA art. 92 VII-VIII: assistance by a lawyer',
  RETURN: 'LGDNNA art. 97; Ley de Migración art. 120: no return but in the best interests of the child',
  OVERSIGHT: 'CPEUM art. 102 B (to be verified); Ley de la CNDH arts. 34 and 46',
  SYSTEM: 'LGDNNA art. 125 XV: the national system and its figures',
  SAFEKEEPING:
    'LGPDPPSO arts. 33-34 and the duties of security (articles to be verified): who did what with personal data',
} as const

/** Proposals of Vigía, but where an article is named. Nothing is deleted by itself today. */
export const TERMS = {
  CHILD:
    'Proposed: ten years after the last act for the child, then erased; to be set in the catalogue of archives (to be verified)',
  PICTURE: 'As long as the fact of which it is drawn: it goes when that is taken back',
  COUNTS: 'Without end: it is of nobody',
  LOG: 'Proposed: as long as a service may have to be built anew from it, five years',
  WAITING: 'Until the row is joined or its file is withdrawn; proposed: two years at most',
  RECORD: 'Without end: it is of a place or of a file, and of no child',
  AUDIT: 'Proposed: ten years (security.md 4; to be checked against the law of archives)',
  SESSION: 'What it opens ends after minutes to 90 days; proposed: the row is removed a year later',
} as const
