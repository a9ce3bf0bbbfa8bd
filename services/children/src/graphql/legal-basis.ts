/** What the rules of Vigía rest on: the article that was applied, its words, and what it orders. */
import { valuesOf } from '@vigia/kit/graph/enum-of'
import { BASES, type NamedBasis } from '@vigia/law/bases'
import { BASIS_KINDS, citationOf } from '@vigia/law/legal-basis'
import { builder } from '../builder.ts'

const BasisKind = builder.enumType('BasisKind', {
  description: 'What a rule rests on. A number that Vigía chose itself is never shown as law.',
  values: valuesOf(BASIS_KINDS),
})

const LegalBasis = builder.objectRef<NamedBasis>('LegalBasis').implement({
  description: 'An article of a statute, a judgment, a protocol, or a default of Vigía.',
  access: 'public:read',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The name of the rule in this registry: NO_DETENTION_OF_CHILDREN.' }),
    kind: t.expose('kind', { type: BasisKind, description: 'Statute, judgment, protocol or default of Vigía.' }),
    citation: t.string({ description: 'As lawyers cite it: LM art. 99 ¶3.', resolve: citationOf }),
    law: t.exposeString('law', { description: 'The statute, judgment or protocol by its full name, in Spanish.' }),
    article: t.exposeString('article', { description: 'Article, fraction or paragraph; of a default, its name.' }),
    asOf: t.expose('asOf', { type: 'Date', description: 'Day of the text that was applied.' }),
    wordingSince: t.expose('wordingSince', {
      type: 'Date',
      nullable: true,
      description: 'Day since which it reads so; null where nothing dates it.',
    }),
    es: t.exposeString('quote', {
      nullable: true,
      description: 'A few of its own words, in Spanish; null where there is no text to quote.',
    }),
    en: t.exposeString('says', { description: 'What it orders, in our own words.' }),
    saysInSpanish: t.exposeString('saysInSpanish', {
      nullable: true,
      description: 'What it orders, in our own words, in Spanish; null of a statute, whose own words are.',
    }),
    source: t.exposeString('source', {
      nullable: true,
      description: 'Where the text is published; null where it is not public or was not read.',
    }),
  }),
})

/** The other services name one by its name. */
builder.asEntity(LegalBasis, {
  key: builder.selection<{ name: string }>('name'),
  resolveReference: ({ name }) => BASES.find((basis) => basis.name === name) ?? null,
})

builder.queryField('articles', (t) =>
  t.field({
    type: [LegalBasis],
    nullable: true,
    access: 'public:read',
    description: 'What the rules of Vigía rest on. Null when it cannot be read.',
    args: { kind: t.arg({ type: BasisKind, description: 'Of which kind; all when left out.' }) },
    resolve: (_query, { kind }) => BASES.filter((basis) => !kind || basis.kind === kind),
  }),
)
