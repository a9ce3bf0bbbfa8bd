/** Finds the alerts of one child by its folio, as a letter or another list tells it. It belongs to the form around it. */
import { folioIn, folioOf } from '@vigia/law/folios'
import { type FormEvent, useId, useState } from 'react'
import { useSearch } from '../../api/search.ts'
import { folioWords } from '../../words/folio-words.ts'
import { useWords } from '../../words/words.ts'

const NAME = 'folio'

/** Of the child that the address names, by its id or its folio. */
export const folioOfChosen = (nna: string): string => folioIn(nna) ?? folioOf(nna)

/** What was written into the field that is no folio. */
type WrongFolio = 'NO_FOLIO' | 'MAYBE_A_NAME'

const faultOf = (written: string): WrongFolio => (/\d/.test(written) ? 'NO_FOLIO' : 'MAYBE_A_NAME')

/** What whoever sends the form has written into the field, taken to the address; says what is wrong where it is no folio. */
export function useFolio() {
  const { narrow } = useSearch()
  const [wrong, setWrong] = useState<WrongFolio | null>(null)
  return { wrong, find }

  function find(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const field = event.currentTarget.elements.namedItem(NAME)
    if (!(field instanceof HTMLInputElement)) return
    const [isBlank, folio] = [field.value.trim() === '', folioIn(field.value)]
    setWrong(isBlank || folio !== null ? null : faultOf(field.value))
    if (isBlank || folio !== null) narrow({ nna: folio ?? undefined })
    else field.focus()
  }
}

export function FolioField({ wrong }: { wrong: WrongFolio | null }) {
  const { language } = useWords()
  const words = folioWords(language)
  const { nna } = useSearch().search
  const fault = useId()
  const shown = nna === undefined ? '' : folioOfChosen(nna)
  return (
    <div className="folio-field">
      <label>
        <span>{words.label}</span>{' '}
        <input
          key={shown}
          name={NAME}
          defaultValue={shown}
          placeholder="NNA-0000-000000000000"
          size={21}
          maxLength={40}
          autoComplete="off"
          spellCheck={false}
          aria-invalid={wrong !== null || undefined}
          aria-describedby={wrong ? fault : undefined}
        />
      </label>
      <button className="quiet" type="submit">
        {words.find}
      </button>
      {wrong && (
        <small id={fault} role="alert">
          {words.wrong} {wrong === 'MAYBE_A_NAME' && words.name}
        </small>
      )}
    </div>
  )
}
