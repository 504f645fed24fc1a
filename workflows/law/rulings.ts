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

type Place = { on: string; identifier: string; read: Bilingual }

/** Of the Court of Justice: what was read of each is said, and the reasons of none were. */
const ofUnion = (number: string, { on, identifier, read }: Place, fr: string, en: string): LegalBasis =>
  binding(
    'union',
    {
      fr: `CJUE ${number} : ${read.fr} ; motifs non lus`,
      en: `CJEU ${number}: ${read.en}; reasons not read`
    },
    'excerpt'
  )(`CJUE, ${number} : ${fr}`, `CJEU, ${number}: ${en}`, on, { identifier })

export const rulingBases = {
  'CJUE.C-66-21': ofUnion(
    'C-66/21',
    {
      on: '2022-10-20',
      identifier: 'ECLI:EU:C:2022:809',
      read: {
        fr: 'en-tête (EUR-Lex) et sommaire (curia.europa.eu)',
        en: 'heading (EUR-Lex) and summary (curia.europa.eu)'
      }
    },
    'aucun transfert pendant la réflexion',
    'no transfer during reflection'
  ),
  'CJUE.C-338-21': ofUnion(
    'C-338/21',
    {
      on: '2023-03-30',
      identifier: 'ECLI:EU:C:2023:269',
      read: {
        fr: 'début du dispositif (JO C 179, 22 mai 2023) et notice de l’agence de l’Union pour l’asile',
        en: 'start of the operative part (OJ C 179, 22 May 2023) and note of the Union’s asylum agency'
      }
    },
    'suspendre un transfert n’en arrête pas le délai de six mois',
    'suspending a transfer does not stop its six months'
  ),
  'CAA.21MA00481': ruling('CAA.21MA00481', '2021-12-31', { fr: 'faits à l’étranger', en: 'acts abroad' }),
  'CAA.08BX01680': ruling('CAA.08BX01680', '2009-02-17', { fr: 'procédure close', en: 'procedure closed' })
} as const satisfies Record<string, LegalBasis>
