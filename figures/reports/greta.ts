import { sexes } from '../../workflows/vocabulary/words.ts'
import { wordsOf } from '../fixed/tables.ts'
import { offenders } from './offenders.ts'
import {
  ageGroups,
  byForm,
  each,
  formally,
  line,
  missing,
  registered,
  section,
  type Report
} from './report.ts'

/** The statistics that GRETA asks for with its questionnaire (Council of Europe Convention 197). */
export const greta: Report = {
  id: 'greta',
  title: { fr: 'Annexe statistique du GRETA', en: 'GRETA statistical annex' },
  asks: {
    fr: 'GRETA, Conseil de l’Europe (convention 197) : à chaque cycle, année par année.',
    en: 'GRETA, Council of Europe (Convention 197): at each round, year by year.'
  },
  population: {
    fr: 'Victimes présumées et victimes identifiées formellement, tenues à part.',
    en: 'Presumed victims and formally identified victims, kept apart.'
  },
  sections: [
    section('Victimes', 'Victims', [
      line(
        'presumed',
        { fr: 'présumées, sans identification formelle', en: 'presumed, not formally identified' },
        { ours: 'status_sex_form', at: { status: 'presumed' } }
      ),
      line(
        'formal',
        { fr: 'identifiées formellement', en: 'formally identified' },
        { ours: 'status_sex_form', at: { status: formally } }
      ),
      ...each('sex', sexes, (sex) => ({ ours: 'status_sex_form', at: { status: registered, sex } })),
      ...Object.entries(ageGroups).map(([id, { bands, ...words }]) =>
        line(`age.${id}`, words, { ours: 'status_age_sex', at: { status: registered, age: bands } })
      ),
      ...each('zone', wordsOf('zone').words, (zone) => ({
        ours: 'status_zone_sex',
        at: { status: registered, zone }
      })),
      ...byForm,
      line(
        'abroad',
        {
          fr: 'exploitées à l’étranger seulement (toutes personnes signalées)',
          en: 'exploited abroad only (all persons flagged)'
        },
        { ours: 'place', at: { exploited_in: 'abroad' } }
      ),
      line(
        'inside',
        {
          fr: 'exploitées en France seulement (toutes personnes signalées)',
          en: 'exploited in France only (all persons flagged)'
        },
        { ours: 'place', at: { exploited_in: 'france' } }
      )
    ]),
    section('Aide et séjour', 'Assistance and residence', [
      ...each('reflection', wordsOf('reflection').words, (reflection) => ({
        ours: 'reflection_zone',
        at: { reflection }
      })),
      line(
        'permit',
        { fr: 'carte d’un an délivrée', en: 'one-year permit issued' },
        { ours: 'residence_zone', at: { residence: 'permit' } }
      ),
      line(
        'renewed',
        { fr: 'carte renouvelée', en: 'permit renewed' },
        { ours: 'residence_zone', at: { residence: 'renewed' } }
      ),
      line(
        'permits',
        { fr: 'titres délivrés, toutes voies (DSED)', en: 'permits issued, all routes (DSED)' },
        { beside: 'dsed', measure: 'permits' }
      ),
      line(
        'housed',
        {
          fr: 'accueillies ou acceptées par le dispositif Ac.Sé',
          en: 'housed or accepted by the Ac.Sé scheme'
        },
        { ours: 'territory_outcome', at: { outcome: 'acse' } }
      ),
      line(
        'minors',
        { fr: 'en protection de l’enfance', en: 'in child protection' },
        { ours: 'territory_outcome', at: { outcome: 'minors' } }
      ),
      line(
        'returns',
        { fr: 'retours volontaires', en: 'voluntary returns' },
        { ours: 'closure_outcome', at: { closure: 'closed_returned' } }
      ),
      line(
        'asylum',
        { fr: 'protection internationale accordée', en: 'international protection granted' },
        missing(
          'L’asile n’est compté nulle part dans le mécanisme : à demander à l’OFPRA.',
          'Asylum is counted nowhere in the mechanism: to be asked of OFPRA.'
        )
      )
    ]),
    section('Réparation', 'Redress', [
      line(
        'claimed',
        { fr: 'indemnisation demandée', en: 'compensation claimed' },
        { ours: 'complaint_compensation', at: { compensation: 'claimed' } }
      ),
      line(
        'paid',
        { fr: 'indemnisation versée', en: 'compensation paid' },
        { ours: 'complaint_compensation', at: { compensation: 'paid' } }
      ),
      line(
        'awards',
        { fr: 'indemnisations accordées (CIVI)', en: 'compensation awarded (CIVI)' },
        { beside: 'civi', measure: 'awards' }
      ),
      line(
        'confiscated',
        { fr: 'avoirs confisqués (AGRASC)', en: 'assets confiscated (AGRASC)' },
        { beside: 'agrasc', measure: 'confiscated' }
      ),
      line(
        'inspections',
        { fr: 'procès-verbaux de l’inspection du travail', en: 'labour inspection reports' },
        { beside: 'dgt', measure: 'inspections' }
      )
    ]),
    offenders
  ]
}
