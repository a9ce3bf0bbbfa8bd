/** The entity State, owned by the children service: what oversight adds to it stands with the types it adds. */
import { builder } from '../builder.ts'

/** A state by its INEGI code, or the nation, '00'. */
export const State = builder.externalRef('State', builder.selection<{ code: string }>('code')).implement({
  externalFields: (t) => ({ code: t.id() }),
})

export const PERIOD = 'Mexican local days, both included.'
