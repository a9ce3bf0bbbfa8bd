/** The weekly trend. */
import type { trend as spanish } from '../es/trend.ts'

export const trend: typeof spanish = {
  title: 'By week, {{from}}–{{to}}',
  perWeek: 'Children and cases a week; between them, without a case',
  lastWeek: 'at the end, the week that began on {{day}}',
  detected: 'Detected',
  opened: 'With a case',
  gap: 'without a case',
  asTable: 'See as a table',
  year: 'Year',
  weeks: 'Weeks',
  partial: '{{n}}, weeks missing',
  label:
    'Children detected and cases opened by week. The last closed week: {{detected}} detected and {{opened}} cases.',
  events: {
    reform: 'Reform: detention of children banned',
    court: 'Supreme Court: 36 h at most',
    cards: 'Humanitarian cards become discretionary',
  },
}
