/** What a part of the page says when it has no figures to show. */
import type { status as spanish } from '../es/status.ts'

export const status: typeof spanish = {
  loading: 'Loading',
  failed: 'Not available',
  untold: 'No data',
  untoldNote: 'No authority has told of this. This is not a zero.',
  untoldShort: 'n/d',
  dataUntil: 'data until {{day}}',
  missing: 'not available',
  missingShort: 'n/a',
  notZero: 'This is not a zero.',
  since_one: 'The {{what}} service has not answered since {{time}}.',
  since_other: 'The {{what}} services have not answered since {{time}}.',
  sinceAll: 'The registry has not answered since {{time}}.',
  retry: 'Try again',
  retryLabel: 'Try again: {{what}}',
  none: 'No cases in this period with these filters.',
  notFound: 'There is no such page.',
  unknownState: 'No state has the code {{code}}.',
  home: 'Go to the overview',
  broken: 'This part of the page could not be drawn.',
  services: {
    children: 'children',
    placements: 'placements',
    representation: 'representation',
    returns: 'returns',
    oversight: 'oversight',
  },
}
