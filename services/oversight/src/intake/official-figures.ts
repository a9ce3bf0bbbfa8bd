/**
 * Published figures, one a row, as whoever gathered them wrote them down. A figure is known by its name: the name again
 * is the same figure, told once more or corrected. What contradicts what is the file's to say; both stay.
 */
import { answer, code } from '@vigia/kit/intake/cells/codes'
import { day } from '@vigia/kit/intake/cells/days'
import { type CellReader, listOf, unfit } from '@vigia/kit/intake/cells/reading'
import { words } from '@vigia/kit/intake/cells/texts'
import type { Column, Feed } from '@vigia/kit/intake/feed'
import { correct, record, staged, type Values } from '@vigia/kit/intake/sql'
import { isCountryCode } from '@vigia/law/countries'
import { FIGURE_TOPICS, FIGURE_UNITS } from '@vigia/law/official-figures'
import { ACCOMPANIMENTS, AGE_GROUPS } from '@vigia/law/people'
import { territoryCodeOf } from '@vigia/law/states'

const slug: CellReader = (text) =>
  /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) ? text : unfit('El nombre lleva solo minúsculas, números y guiones.')

const GROUPED = /^-?\d{1,3}([ ,]\d{3}){1,4}(\.\d{1,6})?$/

const SHARE = /(?<=\d) ?%$/

/** As published: 98,671, 98 671, 71.4 or 71 %. */
const amount: CellReader = (text) => {
  const number = text.replace(SHARE, '')
  const digits = GROUPED.test(number) ? number.replace(/[ ,]/g, '') : number
  return /^-?\d{1,15}(\.\d{1,6})?$/.test(digits)
    ? digits
    : unfit('No es una cifra: solo dígitos y, si hace falta, comas de millares y punto decimal.')
}

const territory: CellReader = (text) => territoryCodeOf(text) ?? unfit('No es una entidad federativa ni el país (00).')

const counter: CellReader = (text) =>
  /^[A-Z0-9_]+$/.test(text) ? text : unfit('No es el nombre de un contador del registro.')

const nationality: CellReader = (text) =>
  isCountryCode(text) ? text : unfit('No es un código de país (ISO 3166-1 alfa-3).')

const flag: CellReader = (text, now) => {
  const reading = answer(text, now)
  if (reading === 'YES') return 't'
  return reading === 'NO' ? 'f' : unfit('Debe decir SÍ o NO.')
}

/** That there is none of these takes back what was told, as a blank does not. */
const NONE = /^ningun[oa]$/i

const texts = (name: string, titles: Column['titles'], read: CellReader, several = listOf(read)): Column => ({
  name,
  titles,
  type: 'text[]',
  read: (text, now) => (NONE.test(text) ? '{}' : several(text, now)),
})

const COLUMNS: readonly Column[] = [
  { name: 'slug', titles: ['id', 'Nombre'], type: 'text', read: slug, required: true },
  { name: 'topic', titles: ['topic', 'Tema'], type: 'text', read: code(FIGURE_TOPICS, 'temas'), required: true },
  {
    ...{ name: 'value', titles: ['value', 'Cifra', 'Valor'], type: 'numeric', read: amount, required: true },
    also: [{ name: 'is_share', type: 'boolean', read: (text) => (SHARE.test(text) ? 't' : 'f') }],
  },
  { name: 'unit', titles: ['unit', 'Unidad'], type: 'text', read: code(FIGURE_UNITS, 'unidades'), required: true },
  { name: 'meaning_es', titles: ['meaning', 'Significado'], type: 'text', read: words(400), required: true },
  {
    name: 'meaning_en',
    titles: ['meaning_en', 'Significado en inglés'],
    type: 'text',
    read: words(400),
    required: true,
  },
  { name: 'territory', titles: ['territory', 'Territorio'], type: 'char(2)', read: territory, required: true },
  { name: 'from_on', titles: ['from', 'Desde'], type: 'date', read: day, required: true },
  { name: 'to_on', titles: ['to', 'Hasta'], type: 'date', read: day, required: true },
  { name: 'source', titles: ['source', 'Fuente'], type: 'text', read: words(200), required: true },
  { name: 'source_page', titles: ['page', 'Página'], type: 'text', read: words(400) },
  { name: 'series', titles: ['series', 'Serie'], type: 'text', read: slug, required: true },
  { name: 'cutoff_on', titles: ['cutoff', 'Corte'], type: 'date', read: day },
  { name: 'is_official', titles: ['official', 'Oficial'], type: 'boolean', read: flag, required: true },
  { name: 'is_approximate', titles: ['approximate', 'Aproximada'], type: 'boolean', read: flag },
  texts('contradicts', ['contradicts', 'Contradice a'], slug),
  texts('indicators', ['indicators', 'Contadores'], counter),
  texts('nationalities', ['nationality', 'Nacionalidad'], nationality),
  texts('age_groups', ['age_group', 'Grupo de edad'], code(AGE_GROUPS, 'grupos de edad')),
  texts('accompaniments', ['accompaniment', 'Acompañamiento'], code(ACCOMPANIMENTS, 'acompañamiento')),
]

const TOLD = staged(...COLUMNS.map(({ name }) => name))
const LISTS = ['contradicts', 'indicators', 'nationalities', 'age_groups', 'accompaniments']
const ofLists = <T>(of: (name: string) => T) => Object.fromEntries(LISTS.map((name) => [name, of(name)]))

const TOLD_FIRST: Values = {
  ...TOLD,
  ...ofLists((name) => `coalesce(s.${name}, '{}')`),
  is_approximate: 'coalesce(s.is_approximate, false)',
}

const BLANKS = {
  ...ofLists((name) => ({ told: `s.${name}`, kept: `nullif(f.${name}, '{}')` })),
  is_approximate: { told: 's.is_approximate', kept: "nullif(f.is_approximate, 'false')" },
}

const ENDS_FIRST = `
  insert into refusal
  select line, 'to', to_char(to_on, 'DD/MM/YYYY'), 'El periodo termina antes de empezar.' from staged where to_on < from_on`

const SHARE_OF_WHAT = `
  insert into refusal
  select line, 'value', value::text || ' %', 'La cifra es un porcentaje, y la unidad es otra.' from staged where is_share and unit <> 'PERCENT'`

/** Nobody counts half a child: a dot that parts thousands would make of 98.671 children not a hundred. */
const PART_OF_ONE = `
  insert into refusal
  select line, 'value', value::text, 'La cifra trae decimales, y la unidad se cuenta entera: si el punto separa millares, escríbala sin él.'
  from staged where unit not in ('PERCENT', 'MXN', 'OTHER') and (value <> trunc(value) or value::text ~ '^-?[1-9][0-9]{0,2}[.]000$')`

export const feed: Feed = {
  service: 'oversight',
  name: 'official-figures',
  layouts: [
    {
      name: 'official-figures',
      columns: COLUMNS,
      placed: { figure_id: 'uuid not null' },
      place: [
        `insert into placed (line, known, figure_id)
         select s.line, f.id is not null, md5(s.slug)::uuid
         from staged s left join oversight.official_figure f on f.id = md5(s.slug)::uuid`,
      ],
      checks: [ENDS_FIRST, SHARE_OF_WHAT, PART_OF_ONE],
      key: ['p.figure_id'],
      writes: [
        record('oversight.official_figure', { id: 'p.figure_id', ...TOLD_FIRST }),
        ...correct('oversight.official_figure', { placed: 'figure_id', blanks: BLANKS }, TOLD, TOLD_FIRST),
      ],
    },
  ],
}
