import { offenceLabels, type OffenceCode } from './opened-by-offence.ts'
import type { Bilingual } from '../vocabulary/vocabulary.ts'
import { legi, unread, type LegalBasis } from './origin.ts'

/** The offence by its one name, with its prison term where it was read. */
const titled = (code: OffenceCode, term?: Bilingual): [fr: string, en: string] => {
  const { fr, en } = offenceLabels[code]
  return term ? [`${fr} : ${term.fr}`, `${en}: ${term.en}`] : [fr, en]
}
const years = (fr: string, en: string): Bilingual => ({ fr: `${fr} ans`, en: `${en} years` })

/** Slavery, trafficking, procuring, begging and labour exploitation; the graver forms with their prison term, where it was read. */
export const offenceBases = {
  'CP.224-1A': legi(...titled('224-1-A', years('vingt', 'twenty'))),
  'CP.224-1B': legi(...titled('224-1-B', years('vingt', 'twenty'))),
  'CP.224-1C': legi(...titled('224-1-C', years('trente', 'thirty'))),
  'CP.225-4-1': legi(...titled('225-4-1')),
  'CP.225-4-2': legi(
    ...titled('225-4-2', { fr: 'dix ans, quinze sur un mineur', en: 'ten years, fifteen for a minor' })
  ),
  'CP.225-4-3': legi(...titled('225-4-3', years('vingt', 'twenty'))),
  'CP.225-4-4': legi(...titled('225-4-4', { fr: 'perpétuité', en: 'for life' })),
  'CP.225-4-5': legi(...titled('225-4-5', { fr: 'même peine', en: 'same penalty' })),
  'CP.225-4-6': unread(...titled('225-4-6')),
  'CP.225-4-8': legi(
    'Traite commise à l’étranger par un Français',
    'Trafficking abroad by a French national'
  ),
  'CP.225-4-9': legi(
    'Peine levée ou réduite pour qui avertit',
    'Penalty lifted or reduced for whoever warns'
  ),
  'CP.225-5': legi(...titled('225-5')),
  'CP.225-6': unread(...titled('225-6')),
  'CP.225-7': legi(...titled('225-7', years('dix', 'ten'))),
  'CP.225-7-1': legi(...titled('225-7-1', years('vingt', 'twenty'))),
  'CP.225-8': unread(...titled('225-8')),
  'CP.225-9': unread(...titled('225-9')),
  'CP.225-10': unread(...titled('225-10')),
  'CP.225-12-1': legi(
    'Achat d’un acte sexuel ; à un mineur : cinq ans',
    'Buying sex; from a minor: five years'
  ),
  'CP.225-12-5': legi(...titled('225-12-5', years('trois', 'three'))),
  'CP.225-12-6': legi(...titled('225-12-6', years('cinq', 'five'))),
  'CP.225-12-7': legi(...titled('225-12-7', years('dix', 'ten'))),
  'CP.225-13': legi(...titled('225-13')),
  'CP.225-14': legi(...titled('225-14')),
  'CP.225-14-1': legi(...titled('225-14-1')),
  'CP.225-14-2': legi(...titled('225-14-2')),
  'CP.225-15': legi(
    'Peines accrues : plusieurs victimes, ou un enfant',
    'Higher penalties: several victims, or a child'
  ),
  'CP.225-15-1': legi(
    'Mineur ou nouveau venu : tenu pour vulnérable',
    'Minor or newly arrived: held to be vulnerable'
  )
} as const satisfies Record<string, LegalBasis>
