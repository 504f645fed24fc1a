import { choice, optional } from '../../vocabulary/fields.ts'
import { amountBands, assetsStand } from './words.ts'

/**
 * What was taken of what the exploitation earned, told to who follows the procedure: her damages may be paid of it. By bands,
 * since the exact sum of a judgment names the case.
 */
export const assets = {
  seized: optional(
    choice(amountBands, {
      label: { fr: 'Avoirs saisis ou confisqués, en euros', en: 'Assets seized or confiscated, in euros' },
      dataClass: 'F'
    })
  ),
  seizedStand: optional(
    choice(assetsStand, {
      label: { fr: 'Où en sont ces avoirs', en: 'Where these assets stand' },
      dataClass: 'F'
    })
  )
}
