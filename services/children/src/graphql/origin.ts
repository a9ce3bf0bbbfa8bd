/** Whence a child comes beside its nationality, and what it speaks (domain.md 3.2). Read with what identifies it. */
import { builder } from '../builder.ts'
import type { Origin } from '../store/child-store.ts'
import { Child } from './child.ts'

const told = (what: keyof Omit<Origin, 'id'>, description: string) =>
  builder.objectField(Child, what, (t) =>
    t.string({
      nullable: true,
      access: 'child:identify',
      description,
      resolve: async ({ id }, _args, { children }) => (await children.originOf.load(id))?.[what] ?? null,
    }),
  )

told(
  'countryOfBirth',
  'Where the child was born, which need not be its nationality: ISO 3166-1 alpha-3 (code list COUNTRY). Source: INM, the first detection that tells it. Null when not recorded; ZZZ where the file says that it is not known.',
)
told(
  'countryOfResidence',
  'Where the child lived before, its habitual residence: ISO 3166-1 alpha-3 (code list COUNTRY). Source: INM, the first detection that tells it. Null when not recorded; ZZZ where the file says that it is not known.',
)
told(
  'language',
  'What the child speaks, as the authority recorded it, without a code list. Source: INM, the first detection that tells it. Null when not recorded.',
)
