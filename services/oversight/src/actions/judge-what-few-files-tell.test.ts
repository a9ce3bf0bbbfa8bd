/** Facts that few files tell, on their way from an event to an alert: entries, acts of hand-over, requests to the prosecutor, carers, registration. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { found, hours, idOf, type Judged, NOW, openJudged, stay } from '../../../../tests/support/judged.ts'

let judged: Judged
beforeAll(async () => {
  judged = await openJudged()
})
afterAll(() => judged.close())
beforeEach(async () => {
  await judged.empty()
  await judged.aChild()
})

const told: Judged['told'] = (...of) => judged.told(...of)
const alerts = (kind: string) => judged.alerts(kind)

const evidence = (more: object) => ({ detection_id: idOf(1), recorded_at: NOW, need: 'SEEN', ...more })

test('the day of entry moves the clock of the claim of asylum back, and a withdrawal moves it to the detection again', async () => {
  await told('children', 'detection_evidence.recorded', idOf(3), evidence({ entered_on: '2026-10-14' }))
  await judged.judgedAt(hours(1))
  const sinceEntry = await alerts('ASYLUM_CLAIM_DUE')
  await told('children', 'detection_evidence.corrected', idOf(3), evidence({ entered_on: null }))
  await judged.judgedAt(hours(2))

  expect(sinceEntry).toMatchObject([{ severity: 'RED', since: new Date('2026-10-14T06:00:00Z'), resolved_at: null }])
  expect(await alerts('ASYLUM_CLAIM_DUE')).toMatchObject([
    { severity: 'RED', resolved_at: hours(2), resolved_by: null },
  ])
})

test('an act of hand-over without the receipt is an alert though the child is with DIF, until it is mended', async () => {
  const act = (receipt: boolean) =>
    evidence({ handover_number: 'AC-1', handover_tells_notice: true, handover_has_receipt: receipt })
  await told('children', 'detection_evidence.recorded', idOf(3), act(false))
  for (const n of [1, 12, 24]) await judged.judgedAt(hours(n))
  const before = await alerts('HANDOVER_NOT_PROVEN')
  await told('children', 'detection_evidence.corrected', idOf(3), act(true))
  await judged.judgedAt(hours(25))

  expect(before).toMatchObject([{ severity: 'RED', opened_at: hours(12), resolved_at: null }])
  expect(await alerts('HANDOVER_NOT_PROVEN')).toMatchObject([{ resolved_at: hours(25), resolved_by: 'detection' }])
})

test('a prosecutor who is asked and does not decree is one alert, the judge who does not rule then another', async () => {
  const measure = (more: object) => ({ stay_id: idOf(2), requested_at: NOW, recorded_at: NOW, ...more })
  await told('placements', 'facility.recorded', idOf(91), { type: 'CASE', state: '08', lifecycle: 'ACKNOWLEDGED' })
  await told('placements', 'stay.recorded', idOf(2), stay({ facility_id: idOf(91) }))
  await told('placements', 'urgent_measure.recorded', idOf(4), measure({ ordered_at: null }))
  for (const n of [2, 3]) await judged.judgedAt(hours(n))
  expect(await alerts('MEASURE_NOT_RATIFIED')).toMatchObject([
    { subject: `${idOf(4)}/REQUEST`, state: '08', severity: 'RED', opened_at: hours(3), resolved_at: null },
  ])
  expect(await alerts('LODGED_WITHOUT_MEASURE')).toMatchObject([{ severity: 'RED', resolved_at: null }])

  await told('placements', 'urgent_measure.corrected', idOf(4), measure({ ordered_at: hours(5) }))
  for (const n of [6, 29]) await judged.judgedAt(hours(n))

  expect(await alerts('MEASURE_NOT_RATIFIED')).toMatchObject([
    { subject: `${idOf(4)}/REQUEST`, resolved_at: hours(6), resolved_by: 'urgent_measure' },
    { subject: idOf(4), since: hours(5), opened_at: hours(29), resolved_at: null },
  ])
})

const centre = (carers: number | null) => ({ type: 'CASE', state: '07', lifecycle: 'ACKNOWLEDGED', carers })

test('carers are judged by what a list told last, and where none tells of them nothing is said', async () => {
  await told('placements', 'facility.recorded', idOf(91), centre(null))
  await told('placements', 'stay.recorded', idOf(2), stay({ facility_id: idOf(91) }))
  await judged.judgedAt(hours(1))
  expect(await alerts('TOO_FEW_CARERS')).toEqual([])

  await told('placements', 'facility.corrected', idOf(91), centre(0))
  await judged.judgedAt(hours(2))
  await told('placements', 'facility.corrected', idOf(91), centre(1))
  await judged.judgedAt(hours(3))

  expect(await alerts('TOO_FEW_CARERS')).toMatchObject([
    { severity: 'RED', facility_id: idOf(91), since: NOW, opened_at: hours(2), resolved_at: hours(3) },
  ])
})

/** One who looks after five, of whom each turns one on another day, from the next on. */
async function fiveInfants(): Promise<void> {
  const { detected_at, ...of } = found()
  await told('placements', 'facility.recorded', idOf(91), centre(1))
  for (const n of [0, 1, 2, 3, 4]) {
    const child = { ...of, folio: `F5${n}`, first_detected_at: detected_at, born_on: `2025-11-2${n + 5}` }
    const lodged = stay({ facility_id: idOf(91), entered_at: hours(n - 72) })
    await told('children', 'child.recorded', idOf(50 + n), child, idOf(50 + n))
    await told('placements', 'stay.recorded', idOf(60 + n), lodged, idOf(50 + n))
  }
}

test('one carer is too few for five under one year, and enough once two of them have turned one, by time alone', async () => {
  await fiveInfants()
  await judged.judgedAt(hours(1))
  const before = await alerts('TOO_FEW_CARERS')
  await judged.judgedAt(hours(13))

  expect(before).toMatchObject([{ severity: 'RED', since: hours(-68), resolved_at: null }])
  expect(await alerts('TOO_FEW_CARERS')).toMatchObject([
    { resolved_at: hours(13), resolved_by: 'first_birthday', resolved_by_id: idOf(91) },
  ])
})

test('while DIF is silent a birthday ends nothing, and once it tells again the birthday did', async () => {
  await fiveInfants()
  await judged.judgedAt(hours(1))
  await judged.database.query(
    `insert into oversight.alert (id, kind, about, owner, subject, state, severity, since, reached_at, opened_at)
     values (gen_random_uuid(), 'OFFICE_SILENT', 'STATE', '07', 'placements/stays/DIF/07', '07', 'CRITICAL', $1, $1, $1)`,
    [hours(2)],
  )

  await judged.judgedAt(hours(13))
  const frozen = await alerts('TOO_FEW_CARERS')
  await judged.database.query("update oversight.alert set resolved_at = $1 where kind = 'OFFICE_SILENT'", [hours(14)])
  await judged.judgedAt(hours(15))
  const before = await alerts('TOO_FEW_CARERS')
  await judged.judgedAt(hours(37))

  expect([frozen, before].map(([alert]) => alert?.['resolved_at'])).toEqual([null, null])
  expect(await alerts('TOO_FEW_CARERS')).toMatchObject([{ resolved_by: 'first_birthday', resolved_by_id: idOf(91) }])
})

test('a centre with children is red at once when a list tells that its registration expired, until one tells that it is registered', async () => {
  const listed = (registry_status: string) => ({ ...centre(null), registry_status })
  await told('placements', 'stay.recorded', idOf(2), stay({ facility_id: idOf(91) }))
  for (const [n, status] of ['REGISTERED', 'EXPIRED', 'CERTIFIED', 'UNREGISTERED', 'UNKNOWN'].entries()) {
    await told('placements', n === 0 ? 'facility.recorded' : 'facility.corrected', idOf(91), listed(status))
    await judged.judgedAt(hours(n))
  }

  const of = { severity: 'RED', subject: idOf(91), facility_id: idOf(91), state: '07', since: NOW }
  expect(await alerts('UNREGISTERED_CENTRE')).toMatchObject([
    { ...of, opened_at: hours(1), resolved_at: hours(2), resolved_by: 'facility', resolved_by_id: idOf(91) },
    { ...of, opened_at: hours(3), resolved_at: hours(4), resolved_by: null },
  ])
})

test('a place that was full until a list told of more room is over by that, and not by who had left it before it was full', async () => {
  const room = (capacity: number) => ({ type: 'CASE', state: '07', lifecycle: 'ACKNOWLEDGED', capacity })
  const inIt = (more: object) => stay({ facility_id: idOf(91), ...more })
  await told('placements', 'facility.recorded', idOf(91), room(1))
  await told(
    'placements',
    'stay.recorded',
    idOf(2),
    inIt({ entered_at: hours(-72), left_at: hours(-48), exit_type: 'TRANSFER' }),
  )
  await told('placements', 'stay.recorded', idOf(3), inIt({}))
  await judged.judgedAt(hours(1))
  await told('placements', 'facility.corrected', idOf(91), room(20))
  await judged.judgedAt(hours(2))

  expect(await alerts('OVERCROWDED')).toMatchObject([
    { since: NOW, opened_at: hours(1), resolved_at: hours(2), resolved_by: null, resolved_by_id: null },
  ])
})

test('a place that was full is over by who left it since', async () => {
  await told('placements', 'facility.recorded', idOf(91), {
    type: 'CASE',
    state: '07',
    lifecycle: 'ACKNOWLEDGED',
    capacity: 1,
  })
  await told('placements', 'stay.recorded', idOf(3), stay({ facility_id: idOf(91) }))
  await judged.judgedAt(hours(1))
  await told(
    'placements',
    'stay.corrected',
    idOf(3),
    stay({ facility_id: idOf(91), left_at: hours(2), exit_type: 'TRANSFER' }),
  )
  await judged.judgedAt(hours(3))

  expect(await alerts('OVERCROWDED')).toMatchObject([
    { resolved_at: hours(3), resolved_by: 'stay', resolved_by_id: idOf(3) },
  ])
})
