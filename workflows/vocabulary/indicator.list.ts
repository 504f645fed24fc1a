import { iloIndicators } from './indicator.ilo.ts'
import type { Bilingual } from './vocabulary.ts'

export type Strength = 'strong' | 'medium' | 'weak'
export type DimensionId = 'D1' | 'D2' | 'D3' | 'D4' | 'D5' | 'D6'

export type Indicator = {
  dimension: DimensionId
  label: Bilingual
  /** Null where the published list does not weigh it: never read as « weak ». */
  adult_labour: Strength | null
  child_labour: Strength | null
  /** The form of exploitation it speaks of; null for the six dimensions of the published list. */
  form: 'sexual' | 'begging' | 'criminality' | null
}

export const dimensions = {
  D1: { fr: 'Comment on l’a fait venir : les mensonges', en: 'How they were brought: lies' },
  D2: { fr: 'Comment on l’a fait venir : la contrainte', en: 'How they were brought: force' },
  D3: { fr: 'Les fragilités dont on a profité', en: 'Weak points that were used' },
  D4: { fr: 'Ce qu’on lui fait faire', en: 'What they are made to do' },
  D5: { fr: 'Comment on l’empêche de partir', en: 'What keeps them from leaving' },
  D6: { fr: 'Pourquoi partir est difficile', en: 'Why leaving is hard' }
} as const satisfies Record<DimensionId, Bilingual>

const design =
  (form: NonNullable<Indicator['form']>, dimension: DimensionId) =>
  (fr: string, en: string): Indicator => ({
    dimension,
    label: { fr, en },
    adult_labour: null,
    child_labour: null,
    form
  })

/** What field workers look for and no weighed list covers: forms seen, no weight given. */
const designIndicators = {
  s_earnings_taken: design('sexual', 'D5')(
    'La personne remet son argent à quelqu’un',
    'Hands their earnings to someone'
  ),
  s_moved_around: design('sexual', 'D5')(
    'On la change souvent de ville ou d’appartement',
    'Is often moved to another town or flat'
  ),
  s_ads_by_others: design('sexual', 'D4')(
    'D’autres gèrent ses annonces ou son téléphone',
    'Others run their adverts or phone'
  ),
  s_no_refusal: design('sexual', 'D4')(
    'La personne ne peut refuser ni un client ni un acte',
    'Cannot refuse a client or an act'
  ),
  s_boyfriend: design('sexual', 'D1')(
    'Un « petit ami » l’a amenée à se prostituer',
    'A “boyfriend” led them into prostitution'
  ),
  s_images: design('sexual', 'D5')(
    'On la menace de montrer des images',
    'Is threatened with images being shown'
  ),
  b_amount_due: design('begging', 'D4')(
    'La personne doit rapporter une somme chaque jour',
    'Must bring back a set sum each day'
  ),
  b_watched: design('begging', 'D5')(
    'Quelqu’un surveille la personne quand elle mendie',
    'Someone watches while they beg'
  ),
  b_dropped_off: design('begging', 'D4')('On la dépose et on la reprend', 'Is dropped off and picked up'),
  b_child_used: design('begging', 'D4')(
    'Un enfant mendie au lieu d’aller à l’école',
    'A child begs instead of going to school'
  ),
  c_known_lawyer: design('criminality', 'D5')(
    'Un avocat que la personne n’a pas choisi se présente',
    'A lawyer they did not choose turns up'
  ),
  c_repeat_arrests: design('criminality', 'D4')(
    'La personne est souvent arrêtée pour les mêmes faits',
    'Is often arrested for the same acts'
  ),
  c_false_age: design('criminality', 'D5')('On lui a dit quel âge donner', 'Was told which age to give'),
  c_runs_away: design('criminality', 'D5')(
    'La personne fuit le foyer en quelques heures',
    'Runs from the children’s home within hours'
  ),
  c_phone_given: design('criminality', 'D5')(
    'On lui fournit un téléphone et des ordres',
    'Is given a phone and orders'
  ),
  c_medicines: design('criminality', 'D5')(
    'On lui donne des médicaments ou de la drogue',
    'Is given medicines or drugs'
  ),
  c_debt_fear: design('criminality', 'D5')(
    'La personne craint de devoir de l’argent si elle arrête',
    'Fears owing money if they stop'
  )
} as const satisfies Record<string, Indicator>

export const indicators = { ...iloIndicators, ...designIndicators }

export type IndicatorCode = keyof typeof indicators
export const indicatorCodes = Object.keys(indicators) as IndicatorCode[]
