/**
 * A child that is found again in another state has a file of each Procuraduría: all of them are told, with what was determined in each, and not
 * the one alone that speaks for the child today. Who oversees one side is told of the others by their existence.
 */
import type { Actor } from '@vigia/kit/actor'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anActor, type Graph, openGraph } from '../support/asking.ts'
import { aDetection, aReturn } from '../support/builders/inm.ts'
import { aCase, aDetermination } from '../support/builders/ppnna.ts'
import { daysAgo, written, writtenDay } from '../support/clock.ts'
import { feedsOf } from '../support/feeds.ts'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'
import { settle } from '../support/settled.ts'

const NUE = { NUE: 'N600100311' }
const first = aDetection({ ...NUE, 'FECHA Y HORA': written(daysAgo(60)) })
const again = aDetection({ ...NUE, ENTIDAD: 'Veracruz', 'FECHA Y HORA': written(daysAgo(9)) })
const closed = aCase(first.ACTA, {
  ...{ 'FECHA DE APERTURA': writtenDay(daysAgo(59)), 'FECHA DE CIERRE': writtenDay(daysAgo(30)) },
  'ESTADO DEL EXPEDIENTE': 'Cerrado',
})
const open = aCase(again.ACTA, { FOLIO: 'PPNNA-30-2026-500311', 'FECHA DE APERTURA': writtenDay(daysAgo(8)) })
const departed = aReturn(first.ACTA, { 'FECHA Y HORA DE SALIDA': written(daysAgo(29)) })

let database: ScratchDatabase
let graph: Graph
beforeAll(async () => {
  database = await scratchDatabase()
  const feeds = feedsOf(database.url)
  await feeds.takeIn('children/detections', [first, again])
  await feeds.takeIn('representation/protection-cases', [closed], { state: '07' })
  await feeds.takeIn('representation/protection-cases', [open], { state: '30' })
  const decided = aDetermination(closed.FOLIO, { AUTORIDAD: 'DIF', FECHA: writtenDay(daysAgo(40)) })
  await feeds.takeIn('representation/determinations', [decided], { state: '07' })
  await feeds.takeIn('returns/executed-returns', [departed])
  await feeds.stop()
  graph = await openGraph(database)
  await settle(graph.services.values(), database)
})
afterAll(async () => {
  await graph.stop()
  await database.drop()
})

const FILES = `ppnnaCase { state { code } } ppnnaCases { folio state { code } competence { state }
  determinations { edges { node { outcome isByCompetentAuthority } } } }`

async function filesFor(actor: Actor, child: string) {
  const { data } = await graph.ask(actor, `{ child(id: "${child}") { ${FILES} } }`)
  return data
}

test('each Procuraduría reads its own and the other’s, and a commission its own whole', async () => {
  const [{ id: child } = { id: '' }] = await database.query<{ id: string }>('select id from children.child')
  const node = { outcome: 'RETURN_PERMITTED', isByCompetentAuthority: false }
  const ofVeracruz = { folio: open.FOLIO, state: { code: '30' }, competence: null, determinations: { edges: [] } }
  const ofChiapas = {
    folio: closed.FOLIO,
    state: { code: '07' },
    competence: null,
    determinations: { edges: [{ node }] },
  }

  for (const states of [['07'], ['30']])
    expect(await filesFor(anActor('ppnna-officer', { states }), child)).toEqual({
      child: { ppnnaCase: { state: { code: '30' } }, ppnnaCases: [ofVeracruz, ofChiapas] },
    })
  expect(await filesFor(anActor('ombudsperson-state'), child)).toEqual({
    child: {
      ppnnaCase: { state: { code: '07' } },
      ppnnaCases: [{ ...ofVeracruz, folio: null, competence: { state: '30' } }, ofChiapas],
    },
  })
})

test('each detection and return says its own number to who may identify the child, and to nobody else', async () => {
  const [{ id: child } = { id: '' }] = await database.query<{ id: string }>('select id from children.child')
  const asked = `{ child(id: "${child}") { detections { edges { node { number } } } returns { number } } }`

  const { data } = await graph.ask(anActor('ombudsperson-federal'), asked)
  expect(data).toEqual({
    child: {
      detections: { edges: [again, first].map(({ ACTA }) => ({ node: { number: ACTA } })) },
      returns: [{ number: departed['FOLIO DE RETORNO'] }],
    },
  })
  const { status, errors } = await graph.ask(anActor('federal-secretary'), asked)
  expect([status, errors?.[0]?.extensions?.['code']]).toEqual([403, 'FORBIDDEN'])
})
