/** The filters, which read as one sentence. */
import type { filters as spanish } from '../es/filters.ts'

export const filters: typeof spanish = {
  lead: 'Children detected in',
  label: 'Filters',
  open: 'Filters',
  close: 'See results',
  reset: 'Clear filters',
  unread_one: 'The address holds a filter that is not understood here ({{list}}): what is shown is without it.',
  unread_other: 'The address holds filters that are not understood here ({{list}}): what is shown is without them.',
  cohort: 'Period',
  nationality: 'Nationality',
  age: 'Age',
  company: 'Accompaniment',
  allNationalities: 'all nationalities',
  ages: { all: 'all ages', FROM_0_TO_11: '0 to 11 years', FROM_12_TO_17: '12 to 17 years', UNKNOWN: 'age unknown' },
  companies: {
    all: 'accompanied or not',
    ACCOMPANIED: 'accompanied',
    SEPARATED: 'separated',
    UNACCOMPANIED: 'unaccompanied',
    UNDETERMINED: 'not determined',
  },
  groups: { halves: 'Half-years', years: 'Years', report: 'Alternative report of 2025' },
  firstHalf: 'January to June {{year}}',
  secondHalf: 'July to December {{year}}',
  year: 'all of {{year}}',
  report: 'January 2021 to May 2022',
  running: '{{cohort}}, so far',
  notNarrowed: 'Of all children: the filters do not apply here.',
  unfiltered: 'Series of all children; the filters do not apply to it.',
}
