/** French high punctuation and quotation marks never stand alone at the start or the end of a line. */
export function bound(text: string): string {
  return text.replace(/ (?=[:;?!»])/g, '\u00a0').replace(/(?<=«) /g, '\u00a0')
}
