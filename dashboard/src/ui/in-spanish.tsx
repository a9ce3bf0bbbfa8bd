/** A name as its office writes it: whoever has an English page read to him hears it in Spanish, and not by the rules of English. */
import { LongWords } from './long-words.tsx'

export const InSpanish = ({ children: name }: { children: string }) => (
  <span lang="es">
    <LongWords>{name}</LongWords>
  </span>
)
