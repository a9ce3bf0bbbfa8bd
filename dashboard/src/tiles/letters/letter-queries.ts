/** How the reader's office is written to of alerts, and what it chooses. */
import { graphql, type ResultOf } from '../../api/graphql.ts'

export const LetterTermsDocument = graphql(`
  query LetterTerms {
    letterTerms {
      state {
        code
      }
      severity
      rhythm
      address
      by
      at
    }
  }
`)

export const ChooseLettersDocument = graphql(`
  mutation ChooseLetters($input: ChooseLettersInput!) {
    chooseLetters(input: $input) {
      terms {
        severity
      }
    }
  }
`)

export type LetterTerms = NonNullable<ResultOf<typeof LetterTermsDocument>['letterTerms']>[number]
