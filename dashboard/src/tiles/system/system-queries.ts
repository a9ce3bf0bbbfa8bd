/** What is asked and told of the system itself: secretariats, breaches, the calendar of working days. */
import { graphql, type ResultOf } from '../../api/graphql.ts'

export const SecretariatsDocument = graphql(`
  query Secretariats {
    secretariats {
      state {
        code
      }
      condition
      since
      reason
      at
    }
  }
`)

export const BreachesDocument = graphql(`
  query Breaches($filter: BreachFilter!, $first: Int!, $after: String) {
    breaches(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          authority
          states {
            code
          }
          foundAt
          words
          toldAt
          notice
          withdrawnAt
          withdrawnReason
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

export const RecordSecretariatDocument = graphql(`
  mutation RecordSecretariat($input: RecordSecretariatInput!) {
    recordSecretariat(input: $input) {
      secretariat {
        condition
      }
    }
  }
`)

export const RecordBreachDocument = graphql(`
  mutation RecordBreach($input: RecordBreachInput!) {
    recordBreach(input: $input) {
      breach {
        id
      }
    }
  }
`)

export const RecordBreachNoticeDocument = graphql(`
  mutation RecordBreachNotice($input: RecordBreachNoticeInput!) {
    recordBreachNotice(input: $input) {
      breach {
        id
      }
    }
  }
`)

export const WithdrawBreachDocument = graphql(`
  mutation WithdrawBreach($input: WithdrawBreachInput!) {
    withdrawBreach(input: $input) {
      breach {
        id
      }
    }
  }
`)

export const WorkSuspensionsDocument = graphql(`
  query WorkSuspensions($filter: WorkSuspensionFilter!, $first: Int!, $after: String) {
    workSuspensions(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          authority
          state {
            code
          }
          from
          until
          publishedOn
          agreement
          at
          withdrawnAt
          withdrawnReason
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

export const WorkingCalendarDocument = graphql(`
  query WorkingCalendar {
    workingCalendar
  }
`)

export const RecordWorkSuspensionDocument = graphql(`
  mutation RecordWorkSuspension($input: RecordWorkSuspensionInput!) {
    recordWorkSuspension(input: $input) {
      suspension {
        id
      }
    }
  }
`)

export const WithdrawWorkSuspensionDocument = graphql(`
  mutation WithdrawWorkSuspension($input: WithdrawWorkSuspensionInput!) {
    withdrawWorkSuspension(input: $input) {
      suspension {
        id
      }
    }
  }
`)

export type SecretariatTold = NonNullable<ResultOf<typeof SecretariatsDocument>['secretariats']>[number]
export type Breach = NonNullable<ResultOf<typeof BreachesDocument>['breaches']>['edges'][number]['node']
export type WorkSuspension = NonNullable<
  ResultOf<typeof WorkSuspensionsDocument>['workSuspensions']
>['edges'][number]['node']
