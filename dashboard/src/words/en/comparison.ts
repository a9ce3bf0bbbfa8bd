/** One state beside another. */
import type { comparison as spanish } from '../es/comparison.ts'

export const comparison: typeof spanish = {
  with: 'Compare with',
  nobody: 'Compare with…',
  title: '{{here}} and {{there}}, side by side',
  end: 'End the comparison',
  measure: 'Measure',
  country: 'Country',
  measures: {
    detected: 'First detected in the period',
    rate: 'Detected per 100,000 inhabitants',
    opened: 'With a case, of those detected',
    planned: 'With a restitution plan, of those detected',
    held: 'Held now',
    longest: 'Longest stay now',
    unprocessed: 'PPNNA cases not processed, now',
    overdue: 'of them, over 5 working days',
    returns: 'Returns without a valid BID, 28 days',
    returnsShare: 'their share of returns of children',
  },
  note: 'The two bars of a row share one scale. 1–\u20604: withheld because small; –, a share that is withheld or of nobody.',
}
