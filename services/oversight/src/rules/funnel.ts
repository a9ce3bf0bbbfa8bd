/**
 * The funnel of a cohort: how far the children came who were first found in a period, and what became of the rest.
 *
 * `notified`, `caseOpened`, `determined`, `planIssued` and `represented` count the records that exist. The stages count
 * a child where it reached that stage or a later one, since a file that a Procuraduría opened without a notice on record
 * had one: so no stage is larger than the one before, and what is lost between two is never negative.
 *
 * Policy  Where no file ever told of what is counted, none of it is not known, and no 0; what is counted all the same is told: a
 *         child may have its file in another state. Of nobody nothing is a true 0.
 */
import { codesOf } from '@vigia/law/code-list'
import { FATES, type Fate, STAGES, type Stage } from '@vigia/law/fates'
import { EVENTS_CODE, type Path, pathIn } from './path-code.ts'

export interface FateCount {
  fate: Fate
  count: number
}

export interface FunnelStage {
  stage: Stage
  /** Null: not known. */
  reached: number | null
  lost: FateCount[]
}

export interface Funnel {
  detected: number
  detectionEvents: number
  notified: number
  /** Null, as all that follow: not known. */
  caseOpened: number | null
  determined: number | null
  planIssued: number | null
  represented: number | null
  residual: number | null
  residualByFate: FateCount[]
  coverage: number | null
  stages: FunnelStage[]
}

export interface CodeCount {
  indicator: string
  n: number
}

const REACHED: Record<Stage, (path: Path) => boolean> = {
  DETECTED: () => true,
  NOTIFIED: (path) => path.isNotified || REACHED.CASE_OPENED(path),
  CASE_OPENED: (path) => path.isCaseOpened || REACHED.DETERMINED(path),
  DETERMINED: (path) => path.isDetermined || REACHED.PLAN_ISSUED(path),
  PLAN_ISSUED: ({ isPlanIssued }) => isPlanIssued,
}

/** Whose files tell that a stage was reached. Of a determination nobody can tell who has told of no case. */
const TELLS: Record<Stage, (told: ToldOf) => boolean> = {
  DETECTED: () => true,
  NOTIFIED: () => true,
  CASE_OPENED: ({ cases }) => cases,
  DETERMINED: ({ cases, determinations }) => cases && determinations,
  PLAN_ISSUED: ({ cases, determinations }) => cases && determinations,
}

/** Of what files have ever told in a state. */
export type ToldOf = Readonly<Record<'cases' | 'determinations' | 'representations', boolean>>
const WHOLE: ToldOf = { cases: true, determinations: true, representations: true }

interface CountedPath {
  path: Path
  n: number
}

export function funnelOf(counts: readonly CodeCount[], told: ToldOf = WHOLE): Funnel {
  const paths = counts.flatMap(({ indicator, n }) => {
    const path = pathIn(indicator)
    return path && n !== 0 ? [{ path, n }] : []
  })
  const detected = sumOf(paths)
  const known = (n: number, isTold: boolean) => (n === 0 && detected > 0 && !isTold ? null : n)
  const ofStage = (stage: Stage, n: number) => known(n, TELLS[stage](told))
  const caseOpened = ofStage(
    'CASE_OPENED',
    sumOf(paths, ({ isCaseOpened }) => isCaseOpened),
  )
  return {
    detected,
    detectionEvents: counts.reduce((sum, { indicator, n }) => (indicator === EVENTS_CODE ? sum + n : sum), 0),
    notified: sumOf(paths, ({ isNotified }) => isNotified),
    caseOpened,
    determined: ofStage(
      'DETERMINED',
      sumOf(paths, ({ isDetermined }) => isDetermined),
    ),
    planIssued: ofStage(
      'PLAN_ISSUED',
      sumOf(paths, ({ isPlanIssued }) => isPlanIssued),
    ),
    represented: known(
      sumOf(paths, ({ isRepresented }) => isRepresented),
      told.representations,
    ),
    residual: caseOpened === null ? null : detected - caseOpened,
    residualByFate: byFate(paths, ({ isCaseOpened }) => !isCaseOpened),
    coverage: detected === 0 || caseOpened === null ? null : caseOpened / detected,
    stages: codesOf(STAGES).map((stage, at, all) => {
      const { reached, lost } = stageOf(paths, stage, all[at - 1])
      return { stage, reached: ofStage(stage, reached), lost }
    }),
  }
}

function stageOf(paths: readonly CountedPath[], stage: Stage, before: Stage | undefined) {
  const reached = sumOf(paths, REACHED[stage])
  const lost = before ? byFate(paths, (path) => REACHED[before](path) && !REACHED[stage](path)) : []
  return { reached, lost }
}

function sumOf(paths: readonly CountedPath[], counts: (path: Path) => boolean = () => true): number {
  return paths.reduce((sum, { path, n }) => (counts(path) ? sum + n : sum), 0)
}

function byFate(paths: readonly CountedPath[], counts: (path: Path) => boolean): FateCount[] {
  return codesOf(FATES).map((fate) => ({
    fate,
    count: sumOf(paths, (path) => path.fate === fate && counts(path)),
  }))
}
