/** The first option of a select that has to be chosen: what stands there unasked would be told of a state or an office by mistake. */
import { useWords } from '../words/words.ts'

/** Within a select that is required. */
export function Unchosen() {
  const { t } = useWords()
  return <option value="">{t('where.unchosen')}</option>
}
