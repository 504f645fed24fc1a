import { formsOrUnknown, sexes } from '../../workflows/vocabulary/words.ts'
import { ageGroups, each, line, missing, registered, section, type Report } from './report.ts'

/** Indicator 16.2.2: detected victims per 100,000, by sex, age and form of exploitation. */
export const sdg: Report = {
  id: 'sdg',
  title: { fr: 'ODD, indicateur 16.2.2', en: 'SDG indicator 16.2.2' },
  asks: {
    fr: 'Nations unies, objectifs de développement durable : victimes de la traite pour 100 000 habitants, par sexe, âge et forme d’exploitation.',
    en: 'United Nations, sustainable development goals: victims of trafficking per 100,000 population, by sex, age and form of exploitation.'
  },
  population: {
    fr: 'Victimes détectées dans le pays. Ici : motifs raisonnables reconnus, identification formelle ou reconnaissance par une juridiction.',
    en: 'Victims detected in the country. Here: reasonable grounds found, formally identified or recognised by a court.'
  },
  sections: [
    section('Taux pour 100 000 habitants', 'Rate per 100,000 population', [
      line(
        'rate',
        { fr: 'ensemble', en: 'all' },
        { rate: 'status_age_sex', at: { status: registered }, per: 100_000 }
      ),
      ...each('rate_form', formsOrUnknown, (form) => ({
        rate: 'status_sex_form',
        at: { status: registered, forms: form },
        per: 100_000
      })),
      line(
        'rate_split',
        { fr: 'par sexe et âge', en: 'by sex and age' },
        missing(
          'La population par sexe et âge n’est pas dans le mécanisme : diviser les nombres ci-dessous par celle de l’INSEE.',
          'Population by sex and age is not in the mechanism: divide the numbers below by that of INSEE.'
        )
      )
    ]),
    section('Nombres par sexe et âge', 'Numbers by sex and age', [
      ...each('sex', sexes, (sex) => ({ ours: 'status_age_sex', at: { status: registered, sex } })),
      ...Object.entries(ageGroups).map(([id, { bands, ...words }]) =>
        line(`age.${id}`, words, { ours: 'status_age_sex', at: { status: registered, age: bands } })
      )
    ])
  ]
}
