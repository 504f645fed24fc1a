import type { Bilingual } from '../../../workflows/vocabulary/vocabulary.ts'

/** What the program that makes a release is doing. */
const steps = {
  counting: { fr: 'Décompte', en: 'Counting' },
  protecting: { fr: 'Protection', en: 'Protecting' },
  attacking: {
    fr: 'Attaque de la publication et des précédentes',
    en: 'Attacking it and the releases before it'
  },
  hardening: { fr: 'Masquage de ce qui se laissait serrer', en: 'Masking what could be narrowed down' },
  writing: { fr: 'Écriture', en: 'Writing' }
} as const satisfies Record<string, Bilingual>
export type Step = keyof typeof steps
export const stepWords: Readonly<Record<string, Bilingual>> = steps

const attacks = {
  programme: {
    fr: 'programme linéaire, avec toutes les publications de l’année',
    en: 'linear programme, with all releases of the year'
  },
  contributor: {
    fr: 'une organisation retranche ses dossiers',
    en: 'an organisation subtracts its own cases'
  },
  least_squares: { fr: 'moindres carrés', en: 'least squares' }
} as const satisfies Record<string, Bilingual>
const readers = {
  public: { fr: 'Public', en: 'Public' },
  partner: { fr: 'Partenaires', en: 'Partners' }
} as const satisfies Record<string, Bilingual>

/** By what a release is attacked before it is out, as `public.programme`. */
export const attackWords = (id: string): Bilingual => {
  const [who, what] = id.split('.') as [keyof typeof readers, keyof typeof attacks]
  const [reader, attack] = [readers[who], attacks[what]]
  if (!reader || !attack) return { fr: id, en: id }
  return { fr: `${reader.fr} : ${attack.fr}`, en: `${reader.en}: ${attack.en}` }
}

export const note = {
  fr: 'Effectifs légèrement modifiés, de 5 au plus ; sous {threshold}, masqués. Les totaux peuvent différer de la somme de leurs parts. Durées : la tranche où se trouve la médiane, lue dans les effectifs publiés, à partir de 30 personnes.',
  en: 'Counts are slightly changed, by 5 at most; under {threshold}, masked. Totals may differ from the sum of their parts. Durations: the band that holds the median, read from the published counts, from 30 persons on.'
} as const satisfies Bilingual
