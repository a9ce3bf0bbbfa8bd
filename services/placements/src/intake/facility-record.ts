/** Columns that few lists of places have: what the registry of centres wants of each (LGDNNA art. 112). */
import { code } from '@vigia/kit/intake/cells/codes'
import { day } from '@vigia/kit/intake/cells/days'
import { reference } from '@vigia/kit/intake/cells/identifiers'
import { whole } from '@vigia/kit/intake/cells/numbers'
import { name, words } from '@vigia/kit/intake/cells/texts'
import type { Column } from '@vigia/kit/intake/feed'
import { recordOrCorrect } from '@vigia/kit/intake/known/hanging'
import { staged } from '@vigia/kit/intake/sql'
import type { Step } from '@vigia/kit/intake/step'
import { markOf } from '@vigia/kit/seal/blind-index'
import { LEGAL_FIGURES, REGIMES } from '@vigia/law/facility-registry'

const seldom = (named: string, type: string, read: Column['read'], ...titles: [string, ...string[]]): Column => ({
  ...{ name: named, type, read, titles },
  isSeldom: true,
})

const places = whole(0, 20_000)

export const RECORD_COLUMNS: readonly Column[] = [
  seldom('registry_number', 'text', reference, 'NÚMERO DE REGISTRO', 'Folio de registro'),
  { ...seldom('address', 'text', words(300), 'DOMICILIO', 'Dirección'), isSealed: true },
  seldom('legal_figure', 'text', code(LEGAL_FIGURES, 'figuras jurídicas'), 'FIGURA JURÍDICA'),
  seldom('regime', 'text', code(REGIMES, 'regímenes'), 'RÉGIMEN'),
  seldom('director', 'text', name, 'TITULAR', 'Dirección del centro', 'Director', 'Directora'),
  seldom('contact', 'text', words(200), 'CONTACTO', 'Teléfono o correo', 'Datos de contacto'),
  seldom('funding', 'text', words(300), 'FINANCIAMIENTO', 'Fuente de financiamiento'),
  seldom('gazetted_on', 'date', day, 'PUBLICACIÓN EN EL DOF', 'Fecha DOF'),
  seldom('places_girls_under_12', 'int', places, 'PLAZAS NIÑAS'),
  seldom('places_boys_under_12', 'int', places, 'PLAZAS NIÑOS'),
  seldom('places_girls_from_12', 'int', places, 'PLAZAS ADOLESCENTES MUJERES', 'Plazas mujeres adolescentes'),
  seldom('places_boys_from_12', 'int', places, 'PLAZAS ADOLESCENTES HOMBRES', 'Plazas hombres adolescentes'),
]

const names = RECORD_COLUMNS.filter(({ isSealed }) => !isSealed).map((column) => column.name)
const said = [...names, 'record_sealed'].map((column) => `s.${column}`)

/** A place that the list brings has the line of its row. */
export const WRITE_RECORDS: readonly Step[] = recordOrCorrect({
  table: 'placements.facility_record',
  key: ['facility_id'],
  values: {
    facility_id: 'x.id',
    ...staged(...names),
    sealed: 's.record_sealed',
    mark: markOf('s.record_mark', 'x.id'),
  },
  where: `x.id = coalesce(p.facility_id, (
      select n.id from placements.facility n where n.batch_id = b.id and n.line = s.line and p.facility_id is null))
    and num_nonnulls(${said.join(', ')}) > 0`,
  from: ', placements.facility x',
})
