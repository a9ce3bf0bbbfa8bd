/** By which words a partner knows an alert and a child: those of its own key, which no other partner shares. */
import type { Actor } from '@vigia/kit/actor'
import { pseudonymsOf } from '@vigia/kit/seal/pseudonyms'

export interface SeesAs {
  alert: (id: string) => string
  child: (id: string) => string
}

/** By the keys of this run, which its processes have too. */
export function seenByPartner(actor: Pick<Actor, 'org' | 'sub'>): SeesAs {
  const { hide, refOf } = pseudonymsOf(actor)
  return { alert: hide, child: refOf }
}
