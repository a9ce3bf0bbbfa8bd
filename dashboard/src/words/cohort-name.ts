/** What a cohort is called: "enero a junio de 2026". */
import type { Words } from './words.ts'

type Named = { id: string; kind: 'half' | 'year' | 'report'; from: string; isRunning: boolean }

export function cohortName({ id, kind, from, isRunning }: Named, t: Words): string {
  const cohort = nameOf(id, kind, from.slice(0, 4), t)
  return isRunning ? t('filters.running', { cohort }) : cohort
}

function nameOf(id: string, kind: Named['kind'], year: string, t: Words) {
  switch (kind) {
    case 'half':
      return t(id.endsWith('-2') ? 'filters.secondHalf' : 'filters.firstHalf', { year })
    case 'year':
      return t('filters.year', { year })
    case 'report':
      return t('filters.report')
  }
}
