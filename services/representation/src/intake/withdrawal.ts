/** How the representation service takes a batch back. */
import type { Withdrawal } from '@vigia/kit/intake/feed'
import { isUndecided } from './decided.ts'

export const withdrawal: Withdrawal = {
  service: 'representation',
  facts: [
    { name: 'complaint', key: 'id' },
    { name: 'plan_measure', key: 'id' },
    { name: 'follow_up', key: 'id' },
    { name: 'reported_person', key: 'id' },
    { name: 'restitution_plan', key: 'id', untold: { measures: [] } },
    {
      ...{ name: 'determination', key: 'id', untold: { violated_rights: [] }, answers: ['guarantees'] },
      isNoWord: isUndecided("v.former ->> 'status'"),
    },
    { name: 'counsel_request', key: 'id' },
    { name: 'representation', key: 'id' },
    { name: 'protection_case', key: 'id' },
  ],
}
