/** What an alert is about where it is about no child and no place: a file that is not sent, a post, a list, a backlog, data. */
import { alertSubjectOf, type AlertSubject as Subject } from '@vigia/law/alert-subjects'
import { builder } from '../builder.ts'
import { Alert } from './alert.ts'
import { DutyAlert } from './duty-alerts.ts'
import { Authority } from './enums.ts'

const AlertSubject = builder.objectRef<Subject>('AlertSubject').implement({
  description:
    'What an alert is about that is about no child and no place: of which authority, and which of its files. Source: the alert itself.',
  access: 'stats:read',
  fields: (t) => ({
    feed: t.exposeString('feed', {
      nullable: true,
      description:
        'Service and kind of the file that is owed, as State.reporting names it: placements/stays. Null where it is about no file.',
    }),
    authority: t.expose('authority', {
      type: Authority,
      nullable: true,
      description:
        'Who has to send the file, whose data were breached, whose post it is, whose backlog. Null where several owe it together.',
    }),
  }),
})

builder.objectFields(Alert, (t) => ({
  subject: t.field({
    type: AlertSubject,
    nullable: true,
    access: 'oversight:read',
    description:
      'What it is about where it is about no child and no place: which file of whom is not sent, whose data were breached. Null when it is about a child or a place.',
    resolve: alertSubjectOf,
  }),
}))

builder.objectFields(DutyAlert, (t) => ({
  subject: t.field({
    type: AlertSubject,
    nullable: true,
    access: 'duty:read',
    description: 'Which file is owed, or whose data were breached. Null when it is about a child or a place.',
    resolve: alertSubjectOf,
  }),
}))
