import { rowsOf } from '../act/command.ts'
import { agreed, choice, closed, date } from '../vocabulary/fields.ts'
import { lastDay, ofStatedDay } from './asylum.times.ts'
import { ofAsylumNotice, ofNotice, remediesStated } from './residence/notice.ts'

const row = rowsOf('asylum', { transition: 'T310', records: true })

const day = (fr: string, en: string) => date({ label: { fr, en }, dataClass: 'I' })

/** What the person brings before a court of their own will; neither number nor court is kept. */
const brought = closed({
  on: day('Déposé le', 'Filed on'),
  wishes: agreed({ label: { fr: 'La personne le souhaite', en: 'The person wishes it' }, dataClass: 'I' })
})

/** What is refused before the claim is finally decided: a month, or a week, to go to a court. */
export const refusals = {
  'asylum.rejected': row({
    from: ['pending'],
    label: { fr: 'Enregistrer un rejet de l’OFPRA', en: 'Record a rejection by OFPRA' },
    done: { fr: 'Rejet de l’OFPRA notifié', en: 'Rejection by OFPRA notified' },
    input: closed({
      notifiedOn: date({
        label: { fr: 'Notifié le', en: 'Notified on' },
        hint: {
          fr: 'La Cour nationale du droit d’asile est saisie dans le mois (L532-1) : le recours doit arriver à la cour avant la fin du mois (R532-8). L’aide juridictionnelle se demande dans un délai à elle, non lu ici : demandez-la dès la notification.',
          en: 'The National Court of Asylum is seized within the month (L532-1): the appeal must reach the court before the month ends (R532-8). Legal aid has a time limit of its own, not read here: ask for it at once.'
        },
        dataClass: 'I'
      }),
      lastDay,
      remediesStated: remediesStated('I')
    }),
    checks: ['lastDayInMonth'],
    basis: ['CESEDA.L532-1', 'CESEDA.R532-8', 'CESEDA.R532-10', 'CESEDA.L542-1', 'EU.2024-1348.67'],
    opens: [
      { code: 'D-APPEAL-CNDA', startsOn: 'notifiedOn', unlessGiven: 'lastDay', ...ofAsylumNotice },
      {
        ...{ code: 'D-APPEAL-CNDA-STATED', endsOn: 'lastDay' },
        doubts: ofStatedDay
      }
    ],
    apply: () => ({ asylumLink: true })
  }),
  'asylum.appealed': row({
    from: ['pending', 'protected'],
    label: { fr: 'Enregistrer le recours devant la CNDA', en: 'Record the appeal to the asylum court' },
    done: {
      fr: 'Cour nationale du droit d’asile saisie',
      en: 'Brought before the National Court of Asylum'
    },
    input: brought,
    basis: ['CESEDA.L532-1', 'CESEDA.R532-6', 'CESEDA.R532-8', 'CESEDA.L542-1'],
    evenWhenClosed: true
  }),
  // What aid gives before this court has a text of its own, not read here: its request leaves the end in law in doubt.
  'asylum.aid_asked': row({
    from: ['pending', 'protected'],
    label: {
      fr: 'Enregistrer l’aide juridictionnelle demandée pour la CNDA',
      en: 'Record that legal aid was asked for before the asylum court'
    },
    done: { fr: 'Aide juridictionnelle demandée pour la CNDA', en: 'Legal aid asked for: asylum court' },
    input: closed({
      on: day('Demandée le', 'Asked for on'),
      wishes: agreed({ label: { fr: 'La personne le souhaite', en: 'The person wishes it' }, dataClass: 'I' })
    }),
    basis: ['CESEDA.L532-1', 'L1991-647.9-4'],
    recounts: (['D-APPEAL-CNDA', 'D-APPEAL-CNDA-STATED'] as const).map((code) => ({
      ...{ codes: [code], on: 'on', whenInput: [], doubt: 'asylumAid' as const }
    })),
    evenWhenClosed: true
  }),
  'reception.refused': row({
    label: {
      fr: 'Enregistrer un refus ou une fin des conditions d’accueil',
      en: 'Record that reception conditions are refused or ended'
    },
    done: {
      fr: 'Conditions matérielles d’accueil refusées ou terminées',
      en: 'Reception conditions refused or ended'
    },
    input: closed({
      what: choice(
        {
          refused: { fr: 'refusées, en tout ou partie', en: 'refused, wholly or in part' },
          ended: { fr: 'terminées, en tout ou partie', en: 'ended, wholly or in part' }
        },
        {
          label: { fr: 'Hébergement et allocation', en: 'Housing and allowance' },
          hint: {
            fr: 'La décision est écrite, motivée, et prend en compte la vulnérabilité ; une fin attend les observations écrites de la personne, quinze jours (D551-18).',
            en: 'The decision is written, gives its reasons and takes account of vulnerability; an end waits fifteen days for written observations (D551-18).'
          },
          dataClass: 'I'
        }
      ),
      notifiedOn: date({
        label: { fr: 'Notifié le', en: 'Notified on' },
        hint: {
          fr: 'Sept jours (L555-1, L921-1). La directive 2024/1346 s’applique depuis le 12 juin 2026 et n’a pas été lue : si la notification dit moins, suivez-la.',
          en: 'Seven days (L555-1, L921-1). Directive 2024/1346 applies since 12 June 2026 and was not read: where the notice says less, follow it.'
        },
        dataClass: 'I'
      }),
      remediesStated: remediesStated('I')
    }),
    basis: [
      'CESEDA.L555-1',
      'EU.2024-1346.29',
      'CESEDA.L551-15',
      'CESEDA.L551-16',
      'CESEDA.D551-18',
      'CJA.R421-5'
    ],
    opens: [{ code: 'D-APPEAL-CMA-7D', startsOn: 'notifiedOn', ...ofNotice }],
    apply: () => ({ asylumLink: true })
  }),
  'reception.appealed': row({
    label: {
      fr: 'Enregistrer le recours sur les conditions d’accueil',
      en: 'Record the appeal about reception conditions'
    },
    done: {
      fr: 'Tribunal administratif saisi pour les conditions d’accueil',
      en: 'Reception conditions brought before the administrative court'
    },
    input: brought,
    basis: ['CESEDA.L555-1', 'CESEDA.L921-1'],
    evenWhenClosed: true
  })
}
