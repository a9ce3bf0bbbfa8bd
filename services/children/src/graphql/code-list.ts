/** The code lists with their official words: what a dashboard or a partner writes beside an English code. */
import { valuesOf } from '@vigia/kit/graph/enum-of'
import { codesOf } from '@vigia/law/code-list'
import { CODE_LISTS, type CodeListName as ListName } from '@vigia/law/code-lists'
import { builder } from '../builder.ts'

interface Word {
  readonly code: string
  readonly es: string
  readonly en: string
}

const CodeListName = builder.enumType('CodeListName', {
  description: 'The code lists that there are, each by its name.',
  values: valuesOf(CODE_LISTS),
})

const Code = builder.objectRef<Word>('Code').implement({
  description: 'One code of a code list, with its official word.',
  access: 'public:read',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'As the registry keeps it; it never changes its meaning.' }),
    es: t.exposeString('es', { description: 'The official word, in Spanish.' }),
    en: t.exposeString('en', { description: 'The same word in English.' }),
  }),
})

const CodeList = builder.objectRef<ListName>('CodeList').implement({
  description:
    'A code list: the closed set of what a column may hold. Source: the law and the catalogues of authorities.',
  access: 'public:read',
  fields: (t) => ({
    name: t.field({ type: CodeListName, description: 'Which of the code lists it is.', resolve: (name) => name }),
    es: t.string({ description: 'What it is a list of, in Spanish.', resolve: (name) => CODE_LISTS[name].es }),
    en: t.string({ description: 'What it is a list of, in English.', resolve: (name) => CODE_LISTS[name].en }),
    codes: t.field({
      type: [Code],
      description: 'Its codes, in the order in which they are shown.',
      resolve: (name) =>
        Object.entries<Omit<Word, 'code'>>(CODE_LISTS[name].codes).map(([code, { es, en }]) => ({ code, es, en })),
    }),
  }),
})

builder.queryField('codeLists', (t) =>
  t.field({
    type: [CodeList],
    nullable: true,
    access: 'public:read',
    description: 'Code lists with their words. Null when they cannot be read.',
    args: { names: t.arg({ type: [CodeListName], description: 'Which lists; all when left out, or empty.' }) },
    resolve: (_query, { names }) => codesOf(CODE_LISTS).filter((name) => !names?.length || names.includes(name)),
  }),
)
