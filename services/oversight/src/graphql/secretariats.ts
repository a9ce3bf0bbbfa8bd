/** How the posts of executive secretaries of SIPINNA are held, as whoever oversees them has told (A36). */
import { trailOf } from '@vigia/kit/audit/trail'
import { Refusal } from '@vigia/kit/errors'
import { valuesOf } from '@vigia/kit/graph/enum-of'
import { sightOf } from '@vigia/kit/graph/in-sight'
import { SECRETARIAT_CONDITIONS } from '@vigia/law/secretariats'
import { territoryCodeOf } from '@vigia/law/states'
import { tellOfSecretariat } from '../actions/tell-of-secretariat.ts'
import { builder } from '../builder.ts'
import { type SecretariatRow, toldSecretariats } from '../store/secretariat-store.ts'
import { State } from './state.ts'

const SecretariatCondition = builder.enumType('SecretariatCondition', {
  description: 'How the post of an executive secretary is held.',
  values: valuesOf(SECRETARIAT_CONDITIONS),
})

const Secretariat = builder.objectRef<SecretariatRow>('Secretariat').implement({
  description:
    'How the post of the executive secretary of SIPINNA is held, of a state (LGDNNA art. 136) or of the federation (arts. 130, 131). Source: who oversees it, in this registry.',
  access: 'oversight:read',
  fields: (t) => ({
    state: t.field({
      type: State,
      nullable: true,
      description: 'Of which state, or of the nation (00). Null only when the State cannot be read.',
      resolve: ({ state }) => ({ code: state }),
    }),
    condition: t.expose('condition', {
      type: SecretariatCondition,
      description: 'Whether somebody holds the post, and as the only one.',
    }),
    since: t.expose('since', { type: 'Date', description: 'Since which local day it is so.' }),
    reason: t.exposeString('reason', { description: 'On what that rests, in the words of who told of it.' }),
    by: t.exposeString('author', { description: 'Who told of it, as sign-in knows the account.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When the registry wrote it down.' }),
  }),
})

builder.queryField('secretariats', (t) =>
  t.field({
    type: [Secretariat],
    nullable: true,
    access: 'oversight:read',
    description:
      'What was told last of each state that the asker oversees, the nation before them for who oversees all, at most 100; none of those of which nothing was told. Null when they cannot be read.',
    resolve: (_query, _args, { db, actor }) => {
      const sight = sightOf(actor)
      return toldSecretariats(db.rows, sight.of === 'ALL' ? null : 'states' in sight ? sight.states : [])
    },
  }),
)

const RecordSecretariatInput = builder.inputType('RecordSecretariatInput', {
  description: 'Of which state, how its post is held, and since when.',
  fields: (t) => ({
    state: t.id({ required: true, description: 'Which state: INEGI or ISO code; "00" for the federal secretariat.' }),
    condition: t.field({
      type: SecretariatCondition,
      required: true,
      description: 'Whether somebody holds the post, and as the only one.',
    }),
    since: t.field({
      type: 'Date',
      required: true,
      description: 'Since which local day nobody holds it who has no other post; of a post that is held, since when.',
    }),
    reason: t.string({
      required: true,
      description: 'On what that rests (an appointment, a letter): 20 characters at least and 500 at most, one line.',
    }),
    key: t.string({
      description:
        'Of the choice of who asks, 8 to 100 characters: the same once more does nothing again; something else under it is IDEMPOTENCY_MISMATCH.',
    }),
  }),
})

const SecretariatPayload = builder.objectRef<SecretariatRow>('SecretariatPayload').implement({
  description: 'What is known of the secretariat now. Source: the registry itself.',
  access: 'oversight:read',
  fields: (t) => ({
    secretariat: t.field({
      type: Secretariat,
      description: 'As it stands now, by what was told last.',
      resolve: (told) => told,
    }),
  }),
})

builder.mutationField('recordSecretariat', (t) =>
  t.field({
    type: SecretariatPayload,
    nullable: true,
    access: 'post:record',
    description:
      'Tells how an executive secretariat is held: of a state the federal secretary does, of the federation the national ombudsperson. What is told last holds; a mistake is told anew. Null with an error: FORBIDDEN for who does not oversee that post, BAD_USER_INPUT says what is wrong.',
    args: { input: t.arg({ type: RecordSecretariatInput, required: true, description: 'Which, how, since when.' }) },
    resolve: async (_mutation, { input }, context) => {
      const { condition, since, reason, key } = input
      const state = territoryCodeOf(String(input.state))
      if (state === null) throw new Refusal('BAD_USER_INPUT', 'Name one of the 32 states, or "00" for the federation.')
      const { db } = context
      const telling = { db, actor: context.actor, now: context.now(), requestId: trailOf(context).requestId }
      await tellOfSecretariat(telling, { state, condition, since, reason, key: key ?? null })
      const [told] = await toldSecretariats(db.pool, [state])
      if (!told) throw new Error('What was told of a secretariat is not there.')
      return told
    },
  }),
)
