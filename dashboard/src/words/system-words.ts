/** What the page of the system says. It comes with that page, and not with the first one. */
import { system as english } from './en/system.ts'
import { system as spanish } from './es/system.ts'
import { useWords } from './words.ts'

export function useSystemWords(): typeof spanish {
  return useWords().language === 'en' ? english : spanish
}
