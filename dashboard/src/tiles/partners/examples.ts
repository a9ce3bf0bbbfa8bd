/** The examples that partners are shown: the very files that the tests run. */
import follow from '../../../../gateway/examples/follow.sh?raw'
import listenJs from '../../../../gateway/examples/listen.mjs?raw'
import listenPy from '../../../../gateway/examples/listen.py?raw'
import subscribeJs from '../../../../gateway/examples/subscribe.mjs?raw'
import subscribePy from '../../../../gateway/examples/subscribe.py?raw'
import subscribeSh from '../../../../gateway/examples/subscribe.sh?raw'
import verifyJs from '../../../../gateway/examples/verify.mjs?raw'
import verifyPy from '../../../../gateway/examples/verify.py?raw'
import verifySh from '../../../../gateway/examples/verify.sh?raw'
import verifyV1aPy from '../../../../gateway/examples/verify_v1a.py?raw'

export type Example = { title: string; file: string; code: string }

/** Ten lines each, until the token is over. */
export const LISTEN: readonly Example[] = [
  { title: 'curl', file: 'subscribe.sh', code: subscribeSh },
  { title: 'JavaScript', file: 'listen.mjs', code: listenJs },
  { title: 'Python', file: 'listen.py', code: listenPy },
]

/** For ever, through breaks and the ends of tokens. */
export const FOLLOW: readonly Example[] = [
  { title: 'curl', file: 'follow.sh', code: follow },
  { title: 'JavaScript', file: 'subscribe.mjs', code: subscribeJs },
  { title: 'Python', file: 'subscribe.py', code: subscribePy },
]

export const VERIFY: readonly Example[] = [
  { title: 'Python, v1', file: 'verify.py', code: verifyPy },
  { title: 'JavaScript, v1a + v1', file: 'verify.mjs', code: verifyJs },
  { title: 'Python, v1a', file: 'verify_v1a.py', code: verifyV1aPy },
  { title: 'openssl, v1a', file: 'verify.sh', code: verifySh },
]
