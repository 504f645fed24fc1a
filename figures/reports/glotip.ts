import { countries } from '../../workflows/vocabulary/countries.ts'
import { offenders } from './offenders.ts'
import { byForm, bySexAndAge, each, line, missing, registered, section, type Report } from './report.ts'

/** UNODC, Global Report on Trafficking in Persons. Its later questions were not read: they are named so. */
export const glotip: Report = {
  id: 'glotip',
  title: { fr: 'Questionnaire GLOTIP (ONUDC)', en: 'GLOTIP questionnaire (UNODC)' },
  asks: {
    fr: 'Office des Nations unies contre la drogue et le crime, tous les deux ans, année par année.',
    en: 'United Nations Office on Drugs and Crime, every two years, year by year.'
  },
  population: {
    fr: 'Victimes détectées par les autorités ou par d’autres institutions. Ici : motifs raisonnables reconnus, identification formelle ou reconnaissance par une juridiction.',
    en: 'Victims detected by the authorities or other institutions. Here: reasonable grounds found, formally identified or recognised by a court.'
  },
  sections: [
    section('Infractions', 'Offences', [
      line(
        'procedures',
        { fr: 'procédures de police et de gendarmerie', en: 'police and gendarmerie procedures' },
        { beside: 'ssmsi', measure: 'procedures' }
      ),
      line(
        'articles',
        { fr: 'infractions par article', en: 'offences by article' },
        missing(
          'Le mécanisme ne compte pas d’infraction : à demander au SSMSI.',
          'The mechanism counts no offence: to be asked of SSMSI.'
        )
      )
    ]),
    section('Victimes détectées', 'Detected victims', [
      line('victims', { fr: 'ensemble', en: 'all' }, { ours: 'status_age_sex', at: { status: registered } }),
      ...bySexAndAge,
      ...byForm
    ]),
    section(
      'Pays de citoyenneté (toutes personnes signalées)',
      'Country of citizenship (all persons flagged)',
      each('country', { ...countries, unknown: { fr: 'non connu', en: 'not known' } }, (country) => ({
        ours: 'citizenship',
        at: { citizenship: country }
      }))
    ),
    section('Rapatriements', 'Repatriation', [
      line(
        'repatriated',
        { fr: 'retours volontaires', en: 'voluntary returns' },
        { ours: 'closure_outcome', at: { closure: 'closed_returned' } }
      ),
      line(
        'from_abroad',
        { fr: 'victimes françaises revenues de l’étranger', en: 'French victims returned from abroad' },
        missing(
          'Le mécanisme ne compte pas les retours depuis l’étranger.',
          'The mechanism does not count returns from abroad.'
        )
      )
    ]),
    offenders
  ]
}
