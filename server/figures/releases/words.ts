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
    fr: 'programme linéaire, avec la publication d’avant de la même année',
    en: 'linear programme, with the release of the year that came before'
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
  fr: 'Effectifs légèrement modifiés, de 5 au plus ; sous {threshold}, masqués. Les totaux peuvent différer de la somme de leurs parts. Durées : la tranche où tombe la médiane des effectifs publiés, à partir de 30 personnes affichées ; indicative.',
  en: 'Counts are slightly changed, by 5 at most; under {threshold}, masked. Totals may differ from the sum of their parts. Durations: the band in which the median of the published counts falls, from 30 persons shown on; indicative.'
} as const satisfies Bilingual
