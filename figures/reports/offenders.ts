import { line, missing, notCrossed, section, type Section } from './report.ts'

/** Suspects, prosecuted and convicted persons: police and courts count them, and each keeps its own field. */
export const offenders: Section = section('Auteurs', 'Offenders', [
  line(
    'suspects',
    { fr: 'personnes mises en cause', en: 'suspects' },
    { beside: 'ssmsi', measure: 'suspects' }
  ),
  line(
    'prosecuted',
    { fr: 'personnes poursuivies', en: 'persons prosecuted' },
    { beside: 'sdse', measure: 'prosecuted' }
  ),
  line(
    'convicted',
    { fr: 'personnes condamnées', en: 'persons convicted' },
    { beside: 'sdse', measure: 'convicted' }
  ),
  line(
    'offenders.split',
    {
      fr: 'les trois, par sexe, âge, nationalité et forme',
      en: 'the three, by sex, age, citizenship and form'
    },
    notCrossed
  ),
  line(
    'knowing_use',
    {
      fr: 'personnes poursuivies pour l’usage de services en connaissance de cause',
      en: 'persons prosecuted for knowingly using services'
    },
    { beside: 'sdse', measure: 'knowing_use' }
  ),
  line(
    'decisions',
    { fr: 'décisions de poursuite et jugements', en: 'decisions to prosecute and judgments' },
    missing(
      'Le mécanisme ne compte ni décisions ni jugements : à demander à la SDSE.',
      'The mechanism counts neither decisions nor judgments: to be asked of SDSE.'
    )
  )
])
