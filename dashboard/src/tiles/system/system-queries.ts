/** What is asked and told of the system itself: secretariats and breaches. */
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

export type SecretariatTold = NonNullable<ResultOf<typeof SecretariatsDocument>['secretariats']>[number]
export type Breach = NonNullable<ResultOf<typeof BreachesDocument>['breaches']>['edges'][number]['node']
