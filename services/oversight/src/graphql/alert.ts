/** An alert: a duty that is broken, since when, how gravely, by which article, and the fact that ended it. */
import { type Actor, hasScope } from '@vigia/kit/actor'
import { competenceType } from '@vigia/kit/competence/competence-on'
import { Refusal } from '@vigia/kit/errors'
import { isShownInEmergency } from '@vigia/kit/opened'
import { pseudonymsOf } from '@vigia/kit/seal/pseudonyms'
import { ALERT_KINDS } from '@vigia/law/alert-kinds'
import { nameOfBasis } from '@vigia/law/bases'
import { hourOf } from '@vigia/law/durations'
import { isId } from '@vigia/law/ids'
import { citationOf } from '@vigia/law/legal-basis'
import { builder } from '../builder.ts'
import { inForceOn } from '../engine/terms.ts'
import { inForceAt, thresholdsOverTime } from '../rules/threshold-in-force.ts'
import { mayTellApart, readsPseudonyms, tellsOf } from '../rules/who-may-know.ts'
import { type AlertRow, dutiesOf } from '../store/alert-store.ts'
import { AlertKind, AlertSeverity } from './enums.ts'
import { State } from './state.ts'

export const Child = builder
  .externalRef('Child', builder.selection<{ id: string }>('id'), ({ id }) => (isId(id) ? { id } : null))
  .implement({
    description:
      'A person under 18 found in migration, accompanied or not (CRC art. 1). No name, no birth date, no CURP.',
    externalFields: (t) => ({ id: t.id() }),
  })
export const Facility = builder
  .externalRef('Facility', builder.selection<{ id: string }>('id'), ({ id }) => (isId(id) ? { id } : null))
  .implement({
    description:
      'A place where children are lodged or held (LGDNNA art. 112). Its address stands in its record, for who may identify a child; a home has no name.',
    externalFields: (t) => ({ id: t.id() }),
  })
export const Competence = competenceType(builder)
export const OF_OTHERS = 'Another ombudsperson is competent for this place.'
export const LegalBasis = builder.externalRef('LegalBasis', builder.selection<{ name: string }>('name')).implement({
  description: 'An article of a statute, a judgment, a protocol, or a default of Vigía.',
  externalFields: (t) => ({ name: t.string() }),
})

export const Alert = builder.objectRef<AlertRow>('Alert').implement({
  description:
    'A duty that is broken, or about to be, as far as the registry knows. It is raised, made graver and resolved by facts and by time, never for lack of data. Source: the files of the authorities, judged by the rules of this registry.',
  access: 'alert:read',
  fields: (t) => ({
    id: t.id({
      description:
        'Id of the alert, of this registry; it never changes. For a partner a word in its place, the same in every answer to this partner and another for every other: alert(id) takes it.',
      resolve: ({ id }, _args, { actor }) => (readsPseudonyms(actor.role) ? pseudonymsOf(actor).hide(id) : id),
    }),
    kind: t.expose('kind', { type: AlertKind, description: 'Which duty it is about.' }),
    number: t.string({
      description: 'The number of its kind: A01 to A38, E for alerts of the registry itself.',
      resolve: ({ kind }) => ALERT_KINDS[kind].number,
    }),
    severity: t.expose('severity', {
      type: AlertSeverity,
      description: 'How grave it is; of a resolved one, how grave it was last.',
    }),
    state: t.field({
      type: State,
      nullable: true,
      description: 'In which state the duty lies. Null only when the State cannot be read.',
      resolve: ({ state }) => ({ code: state }),
    }),
    citation: t.string({
      description: 'The article that is broken, as lawyers cite it: LM art. 99 ¶3.',
      resolve: (alert) => citationOf(dutiesOf(alert)[0]),
    }),
    article: t.field({
      type: LegalBasis,
      nullable: true,
      description: 'The article that is broken, with its words. Null only when it cannot be read.',
      resolve: (alert) => ({ name: nameOfBasis(dutiesOf(alert)[0]) }),
    }),
    articles: t.field({
      type: [LegalBasis],
      nullable: true,
      description:
        'Everything that the duty rests on, at most 100, the article to cite first. Null only when it cannot be read.',
      resolve: (alert) => dutiesOf(alert).map((basis) => ({ name: nameOfBasis(basis) })),
    }),
  }),
})

/** What partners read in other words, so that two of them cannot join it. */
builder.objectFields(Alert, (t) => ({
  openedAt: t.field({
    type: 'DateTime',
    description: 'When the registry raised it; for a partner the hour in which it did.',
    resolve: ({ openedAt }, _args, { actor }) => toldTo(actor, openedAt),
  }),
  resolvedAt: t.field({
    type: 'DateTime',
    nullable: true,
    description:
      'When the registry learned that it was over; for a partner the hour in which it did. Null while its cause holds, also where a person has closed it: then closedAt is not null, and the step, which a partner reads too, is CLOSED.',
    resolve: ({ resolvedAt }, _args, { actor }) => resolvedAt && toldTo(actor, resolvedAt),
  }),
  childRef: t.string({
    nullable: true,
    description:
      'Pseudonym of the child that it is about: the same in every answer to the asker’s organization (as in overstays), another for every other. Null when it is about no child, and where that would tell the asker what he may not read.',
    resolve: ({ childId, kind }, _args, { actor }) =>
      childId && mayTellApart(kind, actor.role, (scope) => hasScope(actor, scope))
        ? pseudonymsOf(actor).refOf(childId)
        : null,
  }),
}))

builder.objectFields(Alert, (t) => ({
  severityRestsOn: t.field({
    type: LegalBasis,
    nullable: true,
    access: 'oversight:read',
    description:
      'What the term rests on that made it as grave as it is: a statute, a default of Vigía, or that the federal secretary set another one. It is the term in force when it was reached, whatever was set since. Null only when it cannot be read.',
    resolve: async ({ kind, severity, state, reachedAt, restsOn }, _args, { thresholdChanges }) => {
      if (restsOn !== null) return { name: restsOn }
      const then = inForceOn(reachedAt, inForceAt(thresholdsOverTime(await thresholdChanges()), kind, state))
      const threshold = then.find((one) => one.severity === severity)
      return threshold ? { name: nameOfBasis(threshold.basis) } : null
    },
  }),
  child: t.field({
    type: Child,
    nullable: true,
    access: 'child:read',
    description:
      'The child that it is about. Null when it is about no child, and where whom it is about would tell the asker what he may not read.',
    resolve: ({ childId, kind }, _args, { actor }) =>
      childId && hasScope(actor, tellsOf(kind)) ? { id: childId } : null,
  }),
  facility: t.field({
    type: Facility,
    nullable: true,
    access: 'location:read',
    description:
      'The place where the child was, or that it is about; FORBIDDEN, and then null, of a place of others (see competence). Null when it is about neither.',
    resolve: async ({ childId, facilityId }, _args, { actor, now, places }) => {
      const isOpen = childId !== null && isShownInEmergency(actor, 'location:read', childId, now().getTime())
      if (childId && !isOpen && (await places.ofOthers({ childId, facilityId })))
        throw new Refusal('FORBIDDEN', OF_OTHERS)
      return facilityId ? { id: facilityId } : null
    },
  }),
}))

builder.objectFields(Alert, (t) => ({
  competence: t.field({
    type: Competence,
    nullable: true,
    access: 'oversight:read',
    description:
      'Set where the asker oversees others than who keeps the place in which the child was: whose it is; facility is then FORBIDDEN. Null of every other alert.',
    resolve: ({ childId, facilityId }, _args, { places }) =>
      childId ? places.ofOthers({ childId, facilityId }) : null,
  }),
  place: t.field({
    type: Facility,
    nullable: true,
    access: 'oversight:read',
    description: 'The place that it is itself about. Null when it is about a child or a state.',
    resolve: ({ about, facilityId }) => (about === 'FACILITY' && facilityId ? { id: facilityId } : null),
  }),
}))

const toldTo = ({ role }: Actor, at: Date): Date => (readsPseudonyms(role) ? hourOf(at) : at)
