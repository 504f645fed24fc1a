import { kindRow } from '../../workflows/referral/kinds/kinds.ts'
import { housingPhase, type HousingState } from '../../workflows/vocabulary/states.housing.ts'
import type { ReferralKind } from '../../workflows/vocabulary/vocabulary.ts'
import { code, codes, type Words } from './column.ts'
import type { Life } from './life.ts'
import { recognitionOf } from './recognition.ts'
import { firstOf, has, spanOf, spanWords } from './spans.ts'

const needWords: Words = {
  none: { fr: 'aucune place demandée', en: 'no place asked for' },
  emergency: { fr: 'mise à l’abri locale', en: 'local emergency shelter' },
  seeking: { fr: 'place demandée', en: 'place requested' },
  no_place: { fr: 'en liste d’attente', en: 'on the waiting list' },
  refused: { fr: 'place refusée, à chercher ailleurs', en: 'refused, to be sought elsewhere' },
  promised: { fr: 'place promise', en: 'place promised' },
  housed: { fr: 'accueil', en: 'housed' },
  declined: { fr: 'place déclinée par la personne', en: 'place declined by the person' },
  gone: { fr: 'accueil quitté ou terminé', en: 'left or ended' },
  unknown: { fr: 'non connu', en: 'not known' }
}

const special: Partial<Record<HousingState, string>> = {
  emergency_local: 'emergency',
  waiting_list: 'no_place',
  refused_by_structure: 'refused',
  declined_by_person: 'declined'
}

/** Desks and structures that are asked for a bed, of whoever needs one; places of the asylum scheme are counted nowhere. */
const beds: readonly ReferralKind[] = ['acse', 'acse_place', 'siao', 'chrs', 'minor_place']

const refusalWords: Words = {
  none: { fr: 'aucun refus', en: 'no refusal' },
  ...Object.fromEntries(
    beds.flatMap((kind) => Object.entries(kindRow(kind).refusals).map(([id, { label }]) => [id, label]))
  ),
  person: { fr: 'déclinée par la personne', en: 'declined by the person' }
}

const declined = (life: Life) => has(life, 'acse.declined_by_person', 'acse.place_declined')

const refusalsOf = (life: Life): string[] => [
  ...life.referrals.flatMap(({ kind, state, reason }) =>
    (beds as readonly string[]).includes(kind) && state === 'declined' && reason !== null ? [reason] : []
  ),
  ...(declined(life) ? ['person'] : [])
]

const seeks = ({ regions: { housing } }: Life) =>
  housing === 'emergency_local' || ['seeking', 'promised'].includes(housingPhase(housing))

const asked = (life: Life) => firstOf(life, 'acse.request')
const matched = (life: Life) => firstOf(life, 'acse.matched')
const bed = (life: Life) => firstOf(life, 'acse.admission')

export const housing = {
  need: code(
    { fr: 'Besoin d’une place', en: 'Need for a place' },
    needWords,
    ({ regions }) => special[regions.housing] ?? housingPhase(regions.housing)
  ),
  refusals: codes({ fr: 'Motif de refus d’une place', en: 'Reason why a place was refused' }, refusalWords, {
    empty: 'none',
    of: refusalsOf
  }),
  match_span: code({ fr: 'Attente d’une place d’Ac.Sé', en: 'Wait for an Ac.Sé place' }, spanWords, (life) =>
    spanOf({ from: asked(life), to: matched(life), waits: seeks(life) })
  ),
  bed_span: code(
    {
      fr: 'Des motifs raisonnables au lit d’Ac.Sé',
      en: 'From reasonable grounds to the Ac.Sé bed'
    },
    spanWords,
    (life) => spanOf({ from: recognitionOf(life), to: bed(life), waits: seeks(life) })
  )
}
