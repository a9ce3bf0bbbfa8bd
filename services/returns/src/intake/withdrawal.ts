/** How the returns service takes a batch back. */
import type { Withdrawal } from '@vigia/kit/intake/feed'

export const withdrawal: Withdrawal = {
  service: 'returns',
  facts: [
    { name: 'return_checklist', key: 'id', answers: ['items'] },
    { name: 'executed_return', key: 'id' },
    { name: 'return_plan', key: 'id' },
  ],
}
