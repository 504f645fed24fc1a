import { formsOrUnknown, sexes } from '../../workflows/vocabulary/words.ts'
import { wordsOf } from '../fixed/tables.ts'
import { ageGroups, each, line, missing, section, type Report } from './report.ts'

const survey = missing(
  'Le mécanisme ne compte pas cette variable pour les seules associations : elle reste une question de l’enquête.',
  'The mechanism does not count this for associations alone: it stays a question of the survey.'
)

/** The annual survey of associations: declared, of a panel that changes, and never one series with police figures. */
export const associations: Report = {
  id: 'associations',
  title: { fr: 'Enquête annuelle auprès des associations', en: 'Annual survey of associations' },
  asks: {
    fr: 'MIPROF, chaque année : personnes repérées et accompagnées, déclarées par les associations qui répondent.',
    en: 'MIPROF, each year: persons detected and supported, as declared by the associations that answer.'
  },
  population: {
    fr: 'L’enquête est déclarative, sans dédoublonnage entre associations, et son panel change : deux années ne se comparent pas. Le mécanisme compte chaque personne une fois. Les deux ne s’ajoutent jamais, ni entre eux ni aux chiffres de la police.',
    en: 'The survey is declared, is not deduplicated between associations, and its panel changes: two years are not compared. The mechanism counts each person once. The two are never added, to each other or to police figures.'
  },
  sections: [
    section('Panel', 'Panel', [
      line(
        'panel',
        { fr: 'associations qui ont signalé dans l’année', en: 'associations that flagged in the year' },
        { panel: true }
      ),
      line(
        'detected',
        { fr: 'enquête : personnes repérées', en: 'survey: persons detected' },
        { beside: 'associations', measure: 'detected' }
      ),
      line(
        'supported',
        { fr: 'enquête : personnes accompagnées', en: 'survey: persons supported' },
        { beside: 'associations', measure: 'supported' }
      )
    ]),
    section('Personnes signalées par des associations', 'Persons flagged by associations', [
      line(
        'flagged',
        { fr: 'ensemble', en: 'all' },
        { ours: 'registrar_status', at: { registrar_role: 'asso' } }
      ),
      ...each('status', wordsOf('status').words, (status) => ({
        ours: 'registrar_status',
        at: { registrar_role: 'asso', status }
      })),
      line(
        'associations.split',
        { fr: 'par sexe, âge, nationalité et forme', en: 'by sex, age, nationality and form' },
        survey
      )
    ]),
    section(
      'Toutes personnes signalées, par forme (une personne peut en avoir plusieurs)',
      'All persons flagged, by form (a person may have several)',
      each('form', formsOrUnknown, (form) => ({ ours: 'form_age_sex', at: { forms: form } }))
    ),
    section('Toutes personnes signalées, par sexe et âge', 'All persons flagged, by sex and age', [
      ...each('sex', sexes, (sex) => ({ ours: 'form_age_sex', at: { sex } })),
      ...Object.entries(ageGroups).map(([id, { bands, ...words }]) =>
        line(`age.${id}`, words, { ours: 'form_age_sex', at: { age: bands } })
      ),
      line(
        'minor_at_start',
        { fr: 'mineures au début de l’exploitation', en: 'minors when exploitation began' },
        { ours: 'majority', at: { age_at_start: 'minor' } }
      )
    ]),
    section('Exploitation', 'Exploitation', [
      ...each('place', wordsOf('exploited_in').words, (place) => ({
        ours: 'place',
        at: { exploited_in: place }
      })),
      line(
        'exploiter',
        { fr: 'lien avec qui exploite', en: 'tie with the exploiter' },
        missing(
          'Cette donnée est scellée avec le récit : elle n’est comptée nulle part.',
          'This is sealed with the account: it is counted nowhere.'
        )
      ),
      line(
        'housed',
        { fr: 'logement par qui exploite', en: 'housed by the exploiter' },
        { ours: 'exploiter', at: { housed_by_exploiter: 'yes' } }
      )
    ]),
    section('Suites', 'What followed', [
      ...each('complaint', wordsOf('complaint').words, (complaint) => ({
        ours: 'complaint_compensation',
        at: { complaint }
      })),
      line(
        'health',
        { fr: 'santé et addictions', en: 'health and addictions' },
        missing(
          'Ces données sont scellées : elles ne sont comptées nulle part.',
          'These data are sealed: they are counted nowhere.'
        )
      )
    ])
  ]
}
