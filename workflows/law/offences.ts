import { offenceLabels, type OffenceCode } from './opened-by-offence.ts'
import type { Bilingual } from '../vocabulary/vocabulary.ts'
import { penalCode, type LegalBasis } from './origin.ts'

/** The offence by its one name, with its prison term where it was read. */
const titled = (code: OffenceCode, term?: Bilingual): [fr: string, en: string] => {
  const { fr, en } = offenceLabels[code]
  return term ? [`${fr} : ${term.fr}`, `${en}: ${term.en}`] : [fr, en]
}
const years = (fr: string, en: string): Bilingual => ({
  fr: `${fr} ans d’emprisonnement`,
  en: `${en} years’ imprisonment`
})
/** A crime is punished by « réclusion criminelle », a délit by « emprisonnement ». */
const crime = (fr: string, en: string): Bilingual => ({
  fr: `${fr} ans de réclusion criminelle`,
  en: `${en} years of criminal imprisonment`
})

/** Slavery, trafficking, procuring, begging and labour exploitation; the graver forms with their prison term, where it was read. */
export const offenceBases = {
  'CP.224-1A': penalCode(...titled('224-1-A', crime('vingt', 'twenty'))),
  'CP.224-1B': penalCode(...titled('224-1-B', crime('vingt', 'twenty'))),
  'CP.224-1C': penalCode(...titled('224-1-C', crime('trente', 'thirty'))),
  'CP.225-4-1': penalCode(...titled('225-4-1')),
  'CP.225-4-2': penalCode(
    ...titled('225-4-2', { fr: 'dix ans, quinze sur un mineur', en: 'ten years, fifteen for a minor' })
  ),
  'CP.225-4-3': penalCode(...titled('225-4-3', crime('vingt', 'twenty'))),
  'CP.225-4-4': penalCode(
    ...titled('225-4-4', { fr: 'réclusion criminelle à perpétuité', en: 'criminal imprisonment for life' })
  ),
  'CP.225-4-5': penalCode(...titled('225-4-5', { fr: 'même peine', en: 'same penalty' })),
  'CP.225-4-6': penalCode(...titled('225-4-6')),
  'CP.225-4-8': penalCode(
    'Traite commise à l’étranger par un Français',
    'Trafficking abroad by a French national'
  ),
  'CP.225-4-9': penalCode(
    'Peine levée ou réduite pour qui avertit',
    'Penalty lifted or reduced for whoever warns'
  ),
  'CP.225-5': penalCode(...titled('225-5')),
  'CP.225-6': penalCode(...titled('225-6')),
  'CP.225-7': penalCode(...titled('225-7', years('dix', 'ten'))),
  'CP.225-7-1': penalCode(...titled('225-7-1', crime('vingt', 'twenty'))),
  'CP.225-8': penalCode(...titled('225-8')),
  'CP.225-9': penalCode(...titled('225-9')),
  'CP.225-10': penalCode(...titled('225-10')),
  'CP.225-12-1': penalCode(
    'Achat d’un acte sexuel ; à un mineur : cinq ans',
    'Buying sex; from a minor: five years'
  ),
  'CP.225-12-5': penalCode(...titled('225-12-5', years('trois', 'three'))),
  'CP.225-12-6': penalCode(...titled('225-12-6', years('cinq', 'five'))),
  'CP.225-12-7': penalCode(...titled('225-12-7', years('dix', 'ten'))),
  'CP.225-13': penalCode(...titled('225-13')),
  'CP.225-14': penalCode(...titled('225-14')),
  'CP.225-14-1': penalCode(...titled('225-14-1')),
  'CP.225-14-2': penalCode(...titled('225-14-2')),
  'CP.225-15': penalCode(
    'Peines accrues : plusieurs victimes, ou un enfant',
    'Higher penalties: several victims, or a child'
  ),
  'CP.225-15-1': penalCode(
    'Mineur ou nouveau venu : tenu pour vulnérable',
    'Minor or newly arrived: held to be vulnerable'
  )
} as const satisfies Record<string, LegalBasis>
