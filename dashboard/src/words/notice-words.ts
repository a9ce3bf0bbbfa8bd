/** What the pages of notices say. It comes with those pages, and not with the first one. */
import { notices as english } from './en/notices.ts'
import { notices as spanish } from './es/notices.ts'
import { useWords } from './words.ts'

type NoticeWords = typeof spanish

export function useNoticeWords(): NoticeWords {
  return useWords().language === 'en' ? english : spanish
}
