import { Type } from 'typebox'
import { choice, date, longText, notesKeyword, optional } from '../../vocabulary/fields.ts'
import { courtLabels } from '../../calendar/jurisdictions.ts'
import { territoryCodes } from '../../calendar/territories.ts'
import type { Bilingual } from '../../vocabulary/vocabulary.ts'

/** Where a minor was found: the prosecutor of that place may place them in urgency (C. civ. 375-5). */
export const foundIn = Type.String({
  enum: territoryCodes,
  [notesKeyword]: {
    label: { fr: 'Où l’enfant a été trouvé', en: 'Where the child was found' },
    hint: {
      fr: 'Le parquet de ce département est compétent, même s’il n’est pas celui de la cellule.',
      en: 'The prosecutor of that département is competent, even if it is not the cell’s.'
    },
    dataClass: 'F',
    lookup: 'territories'
  }
})

const courtOf = (label: Bilingual) =>
  optional(
    choice(courtLabels, {
      list: 'courts',
      label,
      hint: { fr: 'S’il y en a plusieurs dans le département.', en: 'Where the département has several.' },
      dataClass: 'F'
    })
  )

/** Which of the courts of the place: its prosecutor, and the juvenile court that has its children. */
export const courtOfPlace = courtOf({ fr: 'Tribunal judiciaire de ce lieu', en: 'Court of that place' })

/** Where no place is asked, the one where she was found, or is, says of which courts. */
export const courtOfChild = courtOf({
  fr: 'Tribunal judiciaire où l’enfant a été trouvé',
  en: 'Court of where the child was found'
})

/** What the child says of what is done or decided, where it was said. */
export const opinion = optional(
  longText({ label: { fr: 'Ce que l’enfant en dit', en: 'What the child says about it' }, dataClass: 'C' })
)

/** The day of most acts of justice and of the services. */
export const on = date({ label: { fr: 'Le', en: 'On' } })
