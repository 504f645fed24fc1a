import type { Bilingual } from '../vocabulary/vocabulary.ts'
import { binding, soft } from './origin.ts'
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

/** Of the Court of Justice: its heading and its summary were read, its reasons were not. */
const ofUnion = (number: string, on: string, fr: string, en: string): LegalBasis => ({
  ...binding(
    'union',
    {
      fr: `CJUE ${number} : en-tête (EUR-Lex) et sommaire (curia.europa.eu) ; motifs non lus`,
      en: `CJEU ${number}: heading (EUR-Lex) and summary (curia.europa.eu); reasons not read`
    },
    'excerpt'
  )(`CJUE, ${number} : ${fr}`, `CJEU, ${number}: ${en}`, on)
})

export const rulingBases = {
  'CJUE.C-66-21': ofUnion(
    'C-66/21',
    '2022-10-20',
    'aucun transfert pendant la réflexion',
    'no transfer during reflection'
  ),
  'CJUE.C-338-21': ofUnion(
    'C-338/21',
    '2023-03-30',
    'transfert après la réflexion seulement',
    'transfer only after reflection'
  ),
  'CAA.21MA00481': ruling('CAA.21MA00481', '2021-12-31', { fr: 'faits à l’étranger', en: 'acts abroad' }),
  'CAA.08BX01680': ruling('CAA.08BX01680', '2009-02-17', { fr: 'procédure close', en: 'procedure closed' })
} as const satisfies Record<string, LegalBasis>
