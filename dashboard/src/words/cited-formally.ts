/** How an article is named in an official letter, where no abbreviation and no ¶ stands: «artículo 99, párrafo tercero, de la Ley de Migración». */

const PARAGRAPHS = ['primero', 'segundo', 'tercero', 'cuarto', 'quinto', 'sexto', 'séptimo', 'octavo', 'noveno']
const PARTS = /^(\d+)(?: ¶(\d+))?(?: ([IVXL]+))?(?: ([a-z]))?$/

/** `article` as the graph has it: "99 ¶3", "112 I", "52 V b". What is written otherwise stands as it is. */
export function citedFormally(article: string, law: string): string {
  const [, number, paragraph, fraction, letter] = PARTS.exec(article) ?? []
  const parts = [
    `artículo ${number ?? article}`,
    paragraph && `párrafo ${PARAGRAPHS[Number(paragraph) - 1] ?? paragraph}`,
    fraction && `fracción ${fraction}`,
    letter && `inciso ${letter})`,
  ].filter(Boolean)
  return `${parts.join(', ')}${parts.length > 1 ? ',' : ''} de la ${law}`
}
