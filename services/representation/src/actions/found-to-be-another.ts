/** Files of whom was taken for another child are that one's, with all that hangs on them. */
import type { Joined } from '@vigia/kit/intake/known/found-to-be-another'

export const FILES: Joined = {
  byNumbers: ['protection_case', 'complaint'],
  hanging: [
    'representation',
    'counsel_request',
    'determination',
    'restitution_plan',
    'plan_measure',
    'follow_up',
    'reported_person',
  ],
  unless: {},
}
