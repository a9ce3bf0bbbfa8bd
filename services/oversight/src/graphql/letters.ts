/** How the asker's office is written to of alerts, and the act by which it chooses. */

import type { Actor } from '@vigia/kit/actor'
import { trailOf } from '@vigia/kit/audit/trail'
import { stateAsked } from '@vigia/kit/graph/counting'
import { valuesOf } from '@vigia/kit/graph/enum-of'
import { MATRIX } from '@vigia/law/access-matrix'
import { LETTER_RHYTHMS, type LetterTerms, UNCHOSEN_TERMS } from '@vigia/law/letters'
import { chooseLetters } from '../actions/choose-letters.ts'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { choicesOf, type LetterChoice } from '../store/letter-choice-store.ts'
import { AlertSeverity } from './enums.ts'
import { State } from './state.ts'

const LetterRhythm = builder.enumType('LetterRhythm', {
  description: 'When an office is written to of alerts.',
  values: valuesOf(LETTER_RHYTHMS),
})

/** What holds for a state, or for all of those of which nothing else was said. */
interface Terms extends LetterTerms {
  state: string | null
  recipient: string
  /** Null where nobody has chosen it. */
  chosen: Pick<LetterChoice, 'author' | 'at'> | null
}

const LetterTermsType = builder.objectRef<Terms>('LetterTerms').implement({
  description:
    'How the office of the asker is written to of alerts: letters hold numbers of alerts and nobody’s name. Source: who chose it, in this registry.',
  access: 'letter:read',
  fields: (t) => ({
    state: t.field({
      type: State,
      nullable: true,
      description: 'Of which state; null for all of those for which the office has not chosen otherwise.',
      resolve: ({ state }) => (state === null ? null : { code: state }),
    }),
    severity: t.expose('severity', {
      type: AlertSeverity,
      description:
        'From how grave alerts on it is written to. Of critical ones that are its own duty it is, whatever it chose, at once.',
    }),
    rhythm: t.expose('rhythm', { type: LetterRhythm, description: 'At once, or once a day.' }),
    address: t.string({
      nullable: true,
      description:
        'To which address letters go; null where none is set, or no server of mail: then they are written, and not sent.',
      resolve: ({ recipient }, _args, { mailTo }) => mailTo[recipient] ?? null,
    }),
    by: t.string({
      nullable: true,
      description: 'Who chose it, as sign-in knows the account; null where nobody has, and the default holds.',
      resolve: ({ chosen }) => chosen?.author ?? null,
    }),
    at: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it was chosen; null where it never was.',
      resolve: ({ chosen }) => chosen?.at ?? null,
    }),
  }),
})

/** One for each state of an office of states; of one of the nation what holds everywhere, and what it chose for single states. */
async function termsFor({ role, states }: Actor, { db }: Context): Promise<Terms[]> {
  const choices = await choicesOf(db.figures, role, states)
  const { byState } = MATRIX[role]
  const asked = byState ? (states ?? []) : [null, ...choices.flatMap(({ state }) => state ?? [])]
  return asked.map((state) => {
    const chosen = choices.find((choice) => choice.state === state) ?? null
    const { severity, rhythm } = chosen ?? UNCHOSEN_TERMS
    return { state, recipient: byState ? `${role}:${state}` : role, severity, rhythm, chosen }
  })
}

builder.queryField('letterTerms', (t) =>
  t.field({
    type: [LetterTermsType],
    nullable: true,
    access: 'letter:read',
    description:
      'How the office of the asker is written to of alerts: of each of its states, at most 100; of an office of the nation first what holds everywhere. Null when it cannot be read.',
    resolve: (_query, _args, context) => termsFor(context.actor, context),
  }),
)

const ChooseLettersInput = builder.inputType('ChooseLettersInput', {
  description: 'From how grave alerts on the office of the asker is written to, and when.',
  fields: (t) => ({
    state: t.id({
      description:
        'Of which state: INEGI or ISO code. Left out by an office of the nation: all of those for which it has not chosen otherwise.',
    }),
    severity: t.field({ type: AlertSeverity, required: true, description: 'From how grave alerts on.' }),
    rhythm: t.field({ type: LetterRhythm, required: true, description: 'At once, or once a day.' }),
    key: t.string({
      description:
        'Of the choice of who asks, 8 to 100 characters: the same once more does nothing again; something else under it is IDEMPOTENCY_MISMATCH.',
    }),
  }),
})

const ChooseLettersPayload = builder.objectRef<Actor>('ChooseLettersPayload').implement({
  description: 'How the office is written to from now on. Source: the registry itself.',
  access: 'letter:read',
  fields: (t) => ({
    terms: t.field({
      type: [LetterTermsType],
      description: 'Of each state, at most 100, as letterTerms gives them.',
      resolve: (actor, _args, context) => termsFor(actor, context),
    }),
  }),
})

builder.mutationField('chooseLetters', (t) =>
  t.field({
    type: ChooseLettersPayload,
    nullable: true,
    access: 'letter:choose',
    description:
      'Chooses for the office of the asker how it is written to of alerts, from its next letter on. Null with an error: BAD_USER_INPUT says what is wrong, NOT_FOUND for a state that is not its own, FORBIDDEN for an account of single places.',
    args: { input: t.arg({ type: ChooseLettersInput, required: true, description: 'Of which state, and how.' }) },
    resolve: async (_mutation, { input }, context) => {
      const { severity, rhythm, key } = input
      const choosing = {
        db: context.db,
        actor: context.actor,
        now: context.now(),
        requestId: trailOf(context).requestId,
      }
      await chooseLetters(choosing, { state: stateAsked(input.state), severity, rhythm, key: key ?? null })
      return context.actor
    },
  }),
)
