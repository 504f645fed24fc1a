import type { CommandType } from '../../workflows/case/commands.ts'
import { countingStates } from '../../workflows/deadlines/states.ts'
import { code, codes, type Words } from './column.ts'
import type { Life } from './life.ts'
import { firstOf, has, spanOf, spanWords } from './spans.ts'

const steps = {
  offered: { fr: 'délai de réflexion proposé', en: 'reflection period offered', by: ['reflection.offer'] },
  accepted: { fr: 'délai de réflexion souhaité', en: 'reflection period wished', by: [] },
  declined: { fr: 'délai de réflexion non souhaité', en: 'reflection period not wished', by: [] },
  run: { fr: 'récépissé de réflexion remis', en: 'reflection receipt handed over', by: ['receipt.handed'] },
  interrupted: { fr: 'délai interrompu', en: 'period interrupted', by: ['reflection.interrupt'] },
  applied: {
    fr: 'titre demandé',
    en: 'permit applied for',
    by: [
      'permit.apply',
      'permit.apply_beside',
      'unworthy_housing.apply',
      'unworthy_housing.apply_beside',
      'discretion.apply',
      'discretion.apply_beside',
      'coming_of_age.apply',
      'coming_of_age.apply_beside'
    ]
  },
  permit: { fr: 'carte d’un an délivrée', en: 'one-year permit issued', by: ['permit.issue', 'ta.restored'] },
  renewed: { fr: 'carte renouvelée', en: 'permit renewed', by: ['permit.renew'] },
  resident: { fr: 'carte de résident', en: 'resident card', by: ['resident.issue'] },
  exit: {
    fr: 'autorisation, parcours de sortie',
    en: 'provisional permit, exit programme',
    by: ['psp.permit']
  },
  other_permit: {
    fr: 'autre titre délivré',
    en: 'other permit issued',
    by: ['unworthy_housing.issue', 'discretion.issue', 'coming_of_age.issue', 'other_permit.record']
  },
  refused: {
    fr: 'titre refusé',
    en: 'permit refused',
    by: ['permit.refuse', 'permit.refused', 'other.refuse', 'other.refused', 'resident.refuse']
  },
  withdrawn: { fr: 'titre retiré', en: 'permit withdrawn', by: ['permit.withdraw'] },
  appeal: {
    fr: 'recours',
    en: 'appeal',
    by: ['ta.filed', 'reflection.appeal', 'other.appeal', 'removal.appeal']
  },
  granted: { fr: 'annulation par le juge', en: 'annulled by the judge', by: ['ta.granted', 'ta.restored'] }
} as const satisfies Record<string, { fr: string; en: string; by: readonly CommandType[] }>

const stepWords: Words = {
  none: { fr: 'aucune démarche', en: 'no step taken' },
  ...Object.fromEntries(Object.entries(steps).map(([id, { fr, en }]) => [id, { fr, en }]))
}

/** What was wished stands in no other act than the offer, which the facts keep. */
const wishOf = ({ facts: { reflection } }: Life): string[] =>
  reflection ? [reflection.wished ? 'accepted' : 'declined'] : []

const stepsOf = (life: Life): string[] => [
  ...Object.entries(steps).flatMap(([id, { by }]) => (has(life, ...by) ? [id] : [])),
  ...wishOf(life)
]

const reflectionWords: Words = {
  own_rules: { fr: 'sans objet : France, UE, EEE, Suisse', en: 'not needed: France, EU, EEA, Switzerland' },
  not_offered: { fr: 'non proposé', en: 'not offered' },
  declined: { fr: 'proposé, non souhaité', en: 'offered, not wished' },
  accepted: { fr: 'souhaité, récépissé non remis', en: 'wished, no receipt yet' },
  running: { fr: 'en cours', en: 'running' },
  ran: { fr: 'accompli', en: 'run to its end' },
  interrupted: { fr: 'interrompu', en: 'interrupted' },
  unknown: { fr: 'non connu', en: 'not known' }
}

const isReflecting = ({ clocks }: Life): boolean =>
  clocks.some(({ code: of, state }) => of === 'D-REFLEX' && countingStates.some((one) => one === state))

/** How the period is really used, from the offer to its end: the thirty days go on beside a permit that is applied for, or given. */
const reflectionOf = (life: Life): string => {
  const { residence } = life.regions
  if (has(life, 'reflection.interrupt')) return 'interrupted'
  if (has(life, 'receipt.handed')) return isReflecting(life) ? 'running' : 'ran'
  const [wish] = wishOf(life)
  if (wish !== undefined) return wish
  if (has(life, 'reflection.offer')) return 'unknown'
  return residence === 'eu_or_french' ? 'own_rules' : 'not_offered'
}

export const residence = {
  residence: codes({ fr: 'Séjour', en: 'Residence' }, stepWords, { empty: 'none', of: stepsOf }),
  reflection: code({ fr: 'Délai de réflexion', en: 'Reflection period' }, reflectionWords, reflectionOf),
  receipt_span: code(
    { fr: 'De la proposition du délai au récépissé', en: 'From the offer of the period to the receipt' },
    spanWords,
    (life) =>
      spanOf({
        from: firstOf(life, 'reflection.offer'),
        to: firstOf(life, 'receipt.handed'),
        waits: reflectionOf(life) === 'accepted'
      })
  )
}
