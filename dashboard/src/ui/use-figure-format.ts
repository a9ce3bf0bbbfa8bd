/**
 * How the figure of a page is written: of one state, and of what is narrowed, 1 to 4 are withheld, as in every table beside it (domain.md 6).
 * Beside a figure that is exact, "1–4" of the same children kept nothing.
 */
import { useScope } from '../api/scope.ts'
import { useFormat } from '../format/use-format.ts'
import { NATION } from '../words/states.ts'

export function useFigureFormat() {
  const { code, filter } = useScope()
  return useFormat(code !== NATION || filter !== null)
}
