/**
 * A29: no interpreter where the language of the child is not Spanish.
 *
 * Law     LGDNNA arts. 83 VII, 92 V: a translator or interpreter in every act, free: at once, since the act without one is what is wrong.
 * Court   None known.
 * Policy  That the determination weighs more than the interview. Only a "no" counts; where the language is not known nothing is said.
 *         Where no file tells the hour of the interview, the detection stands for it. INM owes it in its interview, the Procuraduría in
 *         its determination: each acts by itself, and is named in what the alert is of.
 */
import { fold } from '@vigia/law/code-list'
import { type Course, climb } from '../../engine/course.ts'
import { stateOfFile } from '../../engine/of-file.ts'
import type { ChildRule } from '../../engine/rule.ts'

/** Spanish of whatever country, and no other language beside it, as people write it. */
const SPANISH =
  /^(?:ESPANOL|CASTELLANO|SPANISH)\b(?!.*(?:[,;/+&]| [YEO] |\b(?:NO|POCO)\b))|^(?:ES|SPA)(?:[-_][A-Z]{2,3})?$/
/** As people write that they do not know it. */
const UNKNOWN =
  /^(?:NO (?:ESPECIFIC|SE SABE|IDENTIFIC|DETERMIN|PROPORCION|APLICA)|DESCONOCID|SIN (?:DATO|ESPECIFICAR|INFORMACION)|SE (?:DESCONOCE|IGNORA)|POR DETERMINAR)/

export const noInterpreter: ChildRule = {
  kind: 'NO_INTERPRETER',
  about: 'CHILD',
  endedBy: null,
  courses: (child, thresholds) => {
    const { language, evidence, detections, determinations } = child
    if (!isAnother(language)) return []
    const interviews: Course[] = evidence.flatMap(({ id, detectionId, hadInterpreter, interviewedAt }) => {
      const found = detections.find((detection) => detection.id === detectionId)
      if (!found || hadInterpreter !== false) return []
      const since = interviewedAt ?? found.at
      const steps = climb({ since, act: null }, thresholds)
      return [{ subject: `${id}/INM`, state: found.state, since, steps, ending: null }]
    })
    const hearings: Course[] = determinations
      .filter(({ interpreter }) => interpreter === 'NO')
      .map((made) => {
        const { id, at } = made
        const steps = climb({ since: at, act: at }, thresholds)
        return { subject: `${id}/PPNNA`, state: stateOfFile(made, child), since: at, steps, ending: null }
      })
    return [...interviews, ...hearings]
  },
}

/** Whether it is known to be another than Spanish. */
function isAnother(language: string | null): boolean {
  const told = fold(language ?? '')
  return told !== '' && !SPANISH.test(told) && !UNKNOWN.test(told)
}
