/** The printed report, and the words of "How it is counted". */
import type { report as spanish } from '../es/report.ts'

export const report: typeof spanish = {
  title: 'Executive report',
  print: 'Print',
  page: 'Page {{page}} of 3',
  method: 'How it is counted',
  persons: 'People are counted, not events; returns, one by one.',
  series:
    'Version {{version}} of the data, cut-off {{day}}. Map: Natural Earth; boundaries are approximate and not official.',
  how: 'How it is counted',
  howOf: 'How it is counted: {{name}}',
  close: 'Close',
  what: 'What it is',
  numerator: 'Numerator',
  denominator: 'Denominator',
  kinds: { law: 'By law', court: 'By ruling', protocol: 'By protocol', vigia: 'Vigía’s own' },
  duration: { underOne: '<1\u00a0h', hours: '{{n}}\u00a0h', days: '{{n}}\u00a0days' },
}
