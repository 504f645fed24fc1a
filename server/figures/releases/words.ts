import type { Bilingual } from '../../../workflows/vocabulary/vocabulary.ts'

/** What the program that makes a release is doing. */
const steps = {
  counting: { fr: 'Décompte', en: 'Counting' },
  attacking: {
    fr: 'Attaque de la publication avec les précédentes, et masquage de ce qui se laisse serrer',
    en: 'Attacking it with the releases before it, and masking what can be narrowed down'
  },
  writing: { fr: 'Écriture', en: 'Writing' }
} as const satisfies Record<string, Bilingual>
export type Step = keyof typeof steps
export const stepWords: Readonly<Record<string, Bilingual>> = steps

const attacks = {
  programme: {
    fr: 'programme linéaire, avec toutes les publications de la même année',
    en: 'linear programme, with all releases of the same year'
  },
  contributor: {
    fr: 'une organisation retranche ses dossiers de toutes les publications de la même année',
    en: 'an organisation subtracts its own cases from all releases of the same year'
  },
  least_squares: { fr: 'moindres carrés, cette publication seule', en: 'least squares, this release alone' }
} as const satisfies Record<string, Bilingual>
const readers = {
  public: { fr: 'Public', en: 'Public' },
  partner: { fr: 'Partenaires', en: 'Partners' }
} as const satisfies Record<string, Bilingual>

export const audienceWords = (id: string): Bilingual =>
  Object.hasOwn(readers, id) ? readers[id as keyof typeof readers] : { fr: id, en: id }

/** Which cells are masked beyond the rule, by those for whom they are, and not why; and which are to be looked at though they are not. */
const beside = {
  public: { fr: 'Public : masquées en plus de la règle', en: 'Public: masked beyond the rule' },
  partner: { fr: 'Partenaires : masquées en plus de la règle', en: 'Partners: masked beyond the rule' },
  whole: {
    fr: 'Montrés, et qui disent la même chose de tout un groupe',
    en: 'Shown, and saying the same of a whole group'
  }
} as const satisfies Record<string, Bilingual>
export const besideWords = (id: string): Bilingual =>
  Object.hasOwn(beside, id) ? beside[id as keyof typeof beside] : { fr: id, en: id }

/** By what a release is attacked before it is out, as `public.programme`. */
export const attackWords = (id: string): Bilingual => {
  const [who, what] = id.split('.') as [keyof typeof readers, keyof typeof attacks]
  const [reader, attack] = [readers[who], attacks[what]]
  if (!reader || !attack) return { fr: id, en: id }
  return { fr: `${reader.fr} : ${attack.fr}`, en: `${reader.en}: ${attack.en}` }
}

export const note = {
  fr: 'Effectifs légèrement modifiés, de {deviation} au plus (variance {variance}) ; sous {threshold}, masqués. Les totaux peuvent différer de la somme de leurs parts. Durées : la tranche où tombe la médiane des effectifs publiés, dès que 30 personnes au moins sont certaines quel que soit le bruit ; indicative.',
  en: 'Counts are slightly changed, by {deviation} at most (variance {variance}); under {threshold}, masked. Totals may differ from the sum of their parts. Durations: the band in which the median of the published counts falls, once 30 persons at least are certain whatever the noise; indicative.'
} as const satisfies Bilingual
