/** An instant with its hour, where the page does not tell the day of the data. */
import { useFormat } from './use-format.ts'

export function useMoment() {
  const { shortDate, time } = useFormat()
  return (at: string | Date) => `${shortDate(at)}, ${time(at)}`
}
