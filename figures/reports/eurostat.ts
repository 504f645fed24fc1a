import { wordsOf } from '../fixed/tables.ts'
import { offenders } from './offenders.ts'
import {
  byForm,
  bySexAndAge,
  citizenships,
  each,
  formally,
  line,
  registered,
  section,
  type Report
} from './report.ts'

const registrars = wordsOf('registrar_role').words

/** Directive 2011/36/EU, art. 19a, as amended by directive (EU) 2024/1712: sent each year for the year before. */
export const eurostat: Report = {
  id: 'eurostat',
  title: { fr: 'Collecte de l’Union européenne (Eurostat)', en: 'European Union collection (Eurostat)' },
  asks: {
    fr: 'Commission européenne et Eurostat : directive 2011/36/UE modifiée par la directive (UE) 2024/1712, chaque année pour l’année précédente.',
    en: 'European Commission and Eurostat: directive 2011/36/EU as amended by directive (EU) 2024/1712, each year for the year before.'
  },
  population: {
    fr: 'Victimes enregistrées : identifiées formellement, ou répondant aux critères de la directive sans l’être. Ici : motifs raisonnables reconnus, identification formelle ou reconnaissance par une juridiction, dans l’année du signalement.',
    en: 'Registered victims: formally identified, or meeting the criteria of the directive without being so. Here: reasonable grounds found, formally identified or recognised by a court, in the year of the flag.'
  },
  sections: [
    section('Victimes enregistrées', 'Registered victims', [
      line('victims', { fr: 'ensemble', en: 'all' }, { ours: 'status_sex_form', at: { status: registered } }),
      line(
        'victims.formal',
        { fr: 'dont identifiées formellement', en: 'of them formally identified' },
        { ours: 'status_sex_form', at: { status: formally } }
      ),
      ...each('registrar', registrars, (role) => ({
        ours: 'registrar_status',
        at: { registrar_role: role, status: registered }
      }))
    ]),
    section('Par sexe et âge', 'By sex and age', bySexAndAge),
    section('Par nationalité', 'By citizenship', [
      ...Object.entries(citizenships).map(([id, { zones, ...words }]) =>
        line(`citizenship.${id}`, words, { ours: 'status_zone_sex', at: { status: registered, zone: zones } })
      )
    ]),
    section(
      'Par forme d’exploitation (une personne peut en avoir plusieurs)',
      'By form of exploitation (a person may have several)',
      byForm
    ),
    offenders
  ]
}
