/** The agreement of a partner who may read whatever a partner may. */
import type { Actor } from '@vigia/kit/actor'
import { AGREED_DATA_NAMES } from '@vigia/law/agreements'

export const AN_AGREEMENT: NonNullable<Actor['agreement']> = Object.freeze({
  data: AGREED_DATA_NAMES,
  kinds: null,
  from: Date.UTC(2000, 0, 1),
  until: Date.UTC(2100, 0, 1),
})
