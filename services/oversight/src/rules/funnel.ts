/**
 * The funnel of a cohort: how far the children came who were first found in a period, and what became of the rest.
 *
 * `notified`, `caseOpened`, `determined`, `planIssued` and `represented` count the records that exist. The stages count
 * a child where it reached that stage or a later one, since a file that a Procuraduría opened without a notice on record
 * had one: so no stage is larger than the one before, and what is lost between two is never negative.
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
  reached: number
  lost: FateCount[]
}

export interface Funnel {
  detected: number
  detectionEvents: number
  notified: number
  caseOpened: number
  determined: number
  planIssued: number
  represented: number
  residual: number
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

interface CountedPath {
  path: Path
  n: number
}

export function funnelOf(counts: readonly CodeCount[]): Funnel {
  const paths = counts.flatMap(({ indicator, n }) => {
    const path = pathIn(indicator)
    return path && n !== 0 ? [{ path, n }] : []
  })
  const detected = sumOf(paths)
  const caseOpened = sumOf(paths, ({ isCaseOpened }) => isCaseOpened)
  return {
    detected,
    detectionEvents: counts.reduce((sum, { indicator, n }) => (indicator === EVENTS_CODE ? sum + n : sum), 0),
    notified: sumOf(paths, ({ isNotified }) => isNotified),
    caseOpened,
    determined: sumOf(paths, ({ isDetermined }) => isDetermined),
    planIssued: sumOf(paths, ({ isPlanIssued }) => isPlanIssued),
    represented: sumOf(paths, ({ isRepresented }) => isRepresented),
    residual: detected - caseOpened,
    residualByFate: byFate(paths, ({ isCaseOpened }) => !isCaseOpened),
    coverage: detected === 0 ? null : caseOpened / detected,
    stages: codesOf(STAGES).map((stage, at, all) => stageOf(paths, stage, all[at - 1])),
  }
}

function stageOf(paths: readonly CountedPath[], stage: Stage, before: Stage | undefined): FunnelStage {
  const reached = sumOf(paths, REACHED[stage])
  const lost = before ? byFate(paths, (path) => REACHED[before](path) && !REACHED[stage](path)) : []
  return { stage, reached, lost }
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
