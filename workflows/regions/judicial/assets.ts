import { choice, optional } from '../../vocabulary/fields.ts'
import type { Bilingual } from '../../vocabulary/vocabulary.ts'
import { amountBands, assetsStand } from './words.ts'

const early: Bilingual = {
  fr: 'inhabituel avant une condamnation définitive',
  en: 'unusual before a final conviction'
}
const { confiscated, paid, ...before } = assetsStand
const marked = ({ fr, en }: Bilingual): Bilingual => ({
  fr: `${fr} (${early.fr})`,
  en: `${en} (${early.en})`
})

/** What a stage may have comes first; what only a final conviction gives can be written down all the same, and says so. */
const beforeFinal = { ...before, confiscated: marked(confiscated), paid: marked(paid) }

const standing = (choices: Record<keyof typeof assetsStand, Bilingual>) =>
  optional(
    choice(choices, {
      label: { fr: 'Où en sont ces avoirs', en: 'Where these assets stand' },
      dataClass: 'F'
    })
  )

const seized = optional(
  choice(amountBands, {
    label: { fr: 'Avoirs saisis ou confisqués, en euros', en: 'Assets seized or confiscated, in euros' },
    dataClass: 'F'
  })
)

/**
 * What was taken of what the exploitation earned, told to who follows the procedure: her damages may be paid of it. By bands,
 * since the exact sum of a judgment names the case.
 */
export const assets = { seized, seizedStand: standing(beforeFinal) }
export const assetsOfFinal = { seized, seizedStand: standing(assetsStand) }
