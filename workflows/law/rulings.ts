import type { Bilingual } from '../vocabulary/vocabulary.ts'
import { soft } from './origin.ts'
import type { LegalBasis } from './origin.ts'

/** Decisions of courts that close a way the texts leave open: named with the refusal that rests on them. */
export const rulingNames = {
  'CAA.21MA00481': { fr: 'CAA Marseille, 31 décembre 2021', en: 'CAA Marseille, 31 December 2021' },
  'CAA.08BX01680': { fr: 'CAA Bordeaux, 17 février 2009', en: 'CAA Bordeaux, 17 February 2009' }
} as const satisfies Record<string, Bilingual>

const ruling = (code: keyof typeof rulingNames, on: string, about: Bilingual): LegalBasis => ({
  ...soft(
    {
      fr: `n° ${code.slice(4)}, d’après un commentaire ; arrêt non lu`,
      en: `no. ${code.slice(4)}, from an account of it; not read`
    },
    'secondary'
  )(`${rulingNames[code].fr} : ${about.fr}`, `${rulingNames[code].en}: ${about.en}`, on)
})

export const rulingBases = {
  'CAA.21MA00481': ruling('CAA.21MA00481', '2021-12-31', { fr: 'faits à l’étranger', en: 'acts abroad' }),
  'CAA.08BX01680': ruling('CAA.08BX01680', '2009-02-17', { fr: 'procédure close', en: 'procedure closed' })
} as const satisfies Record<string, LegalBasis>
