/**
 * What a registry keeps, and why it may: the words in which each table is accounted for (LGPDPPSO arts. 16 and 68-71). A column
 * that no line accounts for fails a test. The lines are in data-of-*.ts.
 */
import type { Group } from './access-groups.ts'

/**
 * A group of fields; what is told of a file that was taken out (`exports`), which is at /exports and no field; or what no role reads at all:
 * `internal` holds data of a person, `technical` none.
 */
export type KeptGroup = Group | 'exports' | 'internal' | 'technical'

export interface Kept {
  /** `schema.table`; `*.table` for each schema that has one of the name. */
  table: string
  holds: string
  basis: keyof typeof BASES
  term: keyof typeof TERMS
  /** Columns by group, with blanks between. Those that stand everywhere need no line. */
  data: Partial<Record<KeptGroup, string>>
  /** By which groups one comes to a record of these at all, where they are not those of its data: one of them has to be read beside each. */
  within?: readonly Group[]
  /** Whether the record is of no child: a reason in writing opens none of it. */
  isOfNoChild?: boolean
  /** Of these columns those that a second group tells in a form of its own: its own words to INM, a pseudonym and hours to a partner, its duty to the DIF. */
  also?: Partial<Record<Group, string>>
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
  IDENTITY:
    'LGDNNA arts. 99 ¶1 and 100: the databases of children in migration, and what they tell of each; Ley de Migración art. 112',
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
    'LGPDPPSO arts. 28-35: measures of security, the log of breaches and their notice: who did what with personal data',
} as const

/** On what a term rests: an article of a statute; a default of Vigía, until the catalogue of archives sets another; or nothing that fixes one. */
export type TermSource = 'STATUTE' | 'DEFAULT' | 'NOT_FIXED'

interface Term {
  source: TermSource
  /** After which it is over; null where nothing ends it by time alone. */
  years: number | null
  says: string
}

/**
 * How long things are kept. No statute that was read fixes a term for any of them (to be verified against the Ley General de Archivos);
 * what is over goes when somebody runs `npm run retention -- --apply`, and never by itself, but for sessions, what was told of
 * heads of the audit, and what is of use for an hour or a minute.
 */
export const TERMS = {
  CHILD: {
    source: 'DEFAULT',
    years: 10,
    says: 'Default of Vigía, not fixed by law: ten years after the registry last learned of an act for the child; then its keys are destroyed and its day of birth goes, while what is not sealed stays, without a name or a number of the person. To be set in the catalogue of archives (to be verified)',
  },
  PICTURE: {
    source: 'NOT_FIXED',
    years: null,
    says: 'As long as the fact of which it is drawn: it goes when that is taken back',
  },
  COUNTS: { source: 'NOT_FIXED', years: null, says: 'Without end: it is of nobody' },
  LOG: {
    source: 'NOT_FIXED',
    years: null,
    says: 'Not fixed by law: kept, since every figure may have to be counted anew from it; what it holds of a child can be read as long as the keys of the child last',
  },
  WAITING: {
    source: 'DEFAULT',
    years: 2,
    says: 'Until the row is joined or its file is withdrawn; default of Vigía, not fixed by law: two years at most, then deleted',
  },
  RECORD: { source: 'NOT_FIXED', years: null, says: 'Without end: it is of a place or of a file, and of no child' },
  AUDIT: {
    source: 'DEFAULT',
    years: 10,
    says: 'Default of Vigía: ten years (security.md 4; to be checked against the law of archives). Never deleted by the registry: a chain without its beginning proves nothing',
  },
  TOLD: {
    source: 'DEFAULT',
    years: null,
    says: 'Default of Vigía, not fixed by law: without end, beside the audit, since it proves who was told what; what was told of heads of the audit goes by itself after seven days, since the next head stands for it',
  },
  SESSION: {
    source: 'DEFAULT',
    years: 1,
    says: 'What it opens ends after minutes to 90 days; default of Vigía, not fixed by law: deleted a year later, and by themselves sessions and tokens after 30 days, sign-ins after one, proofs as others come',
  },
  LOGIN: {
    source: 'DEFAULT',
    years: null,
    says: 'Of nobody: the key of now and the one before it, which goes with the next',
  },
  HOUR: {
    source: 'DEFAULT',
    years: null,
    says: 'An hour: read within it is counted together. Goes by itself, 65 minutes after it was of use; what it was drawn from stays in the audit',
  },
  DONE: { source: 'DEFAULT', years: null, says: 'Until it is done: then it goes by itself' },
  MINUTE: {
    source: 'DEFAULT',
    years: null,
    says: 'A minute: no envelope is good for longer, and in nobody’s name is read for longer. Goes by itself, after 61 seconds at the latest',
  },
} as const satisfies Record<string, Term>

/** What is of no person. */
export const ofNobody = (table: string, holds: string, technical: string): Kept => ({
  table,
  holds,
  basis: 'SYSTEM',
  term: 'COUNTS',
  data: { technical },
})
