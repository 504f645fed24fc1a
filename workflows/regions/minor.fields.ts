import { Type } from 'typebox'
import { notesKeyword } from '../fields.ts'
import { territoryCodes } from '../territories.ts'

/** Where a minor was found: the prosecutor of that place may place them in urgency (C. civ. 375-5). */
export const foundIn = Type.String({
  enum: territoryCodes,
  [notesKeyword]: {
    label: { fr: 'Où l’enfant a été trouvé·e', en: 'Where the child was found' },
    hint: {
      fr: 'Le parquet de ce département est compétent, même s’il n’est pas celui de la cellule.',
      en: 'The prosecutor of that département is competent, even if it is not the cell’s.'
    },
    lookup: 'territories'
  }
})
