/** Finds the alerts of one child by its folio, as a letter or another list tells it. It belongs to the form around it. */
import { folioIn, folioOf } from '@vigia/law/folios'
import { type FormEvent, useId, useState } from 'react'
import { useSearch } from '../../api/search.ts'
import { folioWords } from '../../words/folio-words.ts'
import { useWords } from '../../words/words.ts'

const NAME = 'folio'

/** Of the child that the address names, by its id or its folio. */
export const folioOfChosen = (nna: string): string => folioIn(nna) ?? folioOf(nna)

/** What whoever sends the form has written into the field, taken to the address; says what is wrong where it is no folio. */
export function useFolio() {
  const { narrow } = useSearch()
  const [isWrong, setWrong] = useState(false)
  return { isWrong, find }

  function find(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const field = event.currentTarget.elements.namedItem(NAME)
    if (!(field instanceof HTMLInputElement)) return
    const [isBlank, folio] = [field.value.trim() === '', folioIn(field.value)]
    setWrong(!isBlank && folio === null)
    if (isBlank || folio !== null) narrow({ nna: folio ?? undefined })
    else field.focus()
  }
}

export function FolioField({ isWrong }: { isWrong: boolean }) {
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
          aria-invalid={isWrong || undefined}
          aria-describedby={isWrong ? fault : undefined}
        />
      </label>
      <button className="quiet" type="submit">
        {words.find}
      </button>
      {isWrong && (
        <small id={fault} role="alert">
          {words.wrong}
        </small>
      )}
    </div>
  )
}
