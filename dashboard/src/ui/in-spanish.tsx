/** A name as its office writes it: whoever has an English page read to him hears it in Spanish, and not by the rules of English. */
export const InSpanish = ({ children: name }: { children: string }) => <span lang="es">{name}</span>
