/** Whether whoever opened the page is no longer the one who is signed in. Of the explorer nothing else asks while nobody runs a query. */
import { asReader, sessionNow } from '../api/session.ts'

/** Not where nobody can tell. */
export async function hasLeft(): Promise<boolean> {
  const [opened, answer] = [sessionNow(), await fetch('/session', { headers: asReader() }).catch(() => null)]
  if (opened.state !== 'in' || !answer?.ok) return answer?.status === 401
  const { signedIn, forWhom } = await answer.json()
  return !signedIn || forWhom !== opened.person.forWhom
}
