/** How the oversight service takes a batch back. Rows of INM's tables stay as they came: a withdrawn batch counts nowhere. */
import type { Withdrawal } from '@vigia/kit/intake/feed'

export const withdrawal: Withdrawal = {
  service: 'oversight',
  facts: [
    {
      name: 'official_figure',
      key: 'id',
      untold: {
        ...{ is_approximate: false, contradicts: [], indicators: [] },
        ...{ nationalities: [], age_groups: [], accompaniments: [] },
      },
    },
  ],
}
