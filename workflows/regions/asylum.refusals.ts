import { rowsOf, type Opening } from '../act/command.ts'
import { agreed, choice, closed, date } from '../vocabulary/fields.ts'
import { aidCounted, aidFields, lastDay, ofStatedDay } from './asylum.times.ts'
import { contestedNotice } from './residence/contested.ts'
import { ofAsylumNotice, ofNotice, remediesStated } from './residence/notice.ts'
import { broughtFields } from './residence/short-notice.ts'

const row = rowsOf('asylum', { transition: 'T310', records: true })

const day = (fr: string, en: string) => date({ label: { fr, en }, dataClass: 'I' })

/** One body gives each of these decisions: the day of the notice says against which. */
const brought = closed({ ...broughtFields('I'), noticeOn: contestedNotice('I') })

const toAsylumCourt: readonly Opening[] = [
  { code: 'D-APPEAL-CNDA', startsOn: 'notifiedOn', unlessGiven: 'lastDay', ...ofAsylumNotice },
  { code: 'D-APPEAL-CNDA-STATED', endsOn: 'lastDay', notice: 'notifiedOn', doubts: ofStatedDay }
]

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
    opens: toAsylumCourt,
    apply: () => ({ asylumLink: true })
  }),
  // OFPRA ends what it gave: it is no rejection of a claim, and the protection stands until that is final.
  'asylum.protection_ended': row({
    from: ['protected'],
    label: {
      fr: 'Enregistrer que l’OFPRA met fin à la protection',
      en: 'Record that OFPRA ends the protection'
    },
    done: {
      fr: 'Fin de la protection notifiée, recours possible',
      en: 'End of protection notified, open to appeal'
    },
    input: closed({
      what: choice(
        {
          refugee: { fr: 'statut de réfugié (L511-8)', en: 'refugee status (L511-8)' },
          subsidiary: { fr: 'protection subsidiaire (L512-3)', en: 'subsidiary protection (L512-3)' }
        },
        { label: { fr: 'Protection', en: 'Protection' }, dataClass: 'I' }
      ),
      notifiedOn: date({
        label: { fr: 'Notifiée le', en: 'Notified on' },
        hint: {
          fr: 'La décision est écrite, motivée, et dit les voies et délais (L562-3) ; la personne a pu présenter ses observations avant. Un mois pour saisir la Cour nationale du droit d’asile (L532-1).',
          en: 'The decision is in writing, with reasons, and states ways and times of appeal (L562-3); the person could comment before. A month to go to the National Court of Asylum (L532-1).'
        },
        dataClass: 'I'
      }),
      lastDay,
      remediesStated: remediesStated('I')
    }),
    checks: ['lastDayInMonth'],
    basis: [
      ...(['CESEDA.L511-8', 'CESEDA.L512-3', 'CESEDA.L562-3', 'CESEDA.L532-1', 'CESEDA.R532-8'] as const),
      ...(['CESEDA.R532-10', 'EU.2024-1348.67'] as const)
    ],
    opens: toAsylumCourt
  }),
  'asylum.protection_lost': row({
    keeps: ['pending'],
    from: ['protected'],
    to: 'refused',
    label: {
      fr: 'Enregistrer que la fin de la protection est définitive',
      en: 'Record that the end of the protection is final'
    },
    done: { fr: 'Fin de la protection définitive', en: 'End of the protection final' },
    input: closed({
      finalOn: date({
        label: { fr: 'Définitive le', en: 'Final on' },
        hint: {
          fr: 'La carte de résident de réfugié est alors retirée, sauf séjour régulier d’au moins cinq ans ; la préfecture statue sur un autre titre (L424-6).',
          en: 'The resident card of a refugee is then withdrawn, save after five years of regular stay; the prefecture rules on another permit (L424-6).'
        },
        dataClass: 'I'
      })
    }),
    basis: ['CESEDA.L424-6', 'CESEDA.L511-8', 'CESEDA.L512-3'],
    apply: () => ({ asylumRouteDue: true })
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
  'asylum.aid_asked': row({
    from: ['pending', 'protected', 'refused'],
    label: {
      fr: 'Enregistrer l’aide juridictionnelle demandée (asile, transfert)',
      en: 'Record that legal aid was asked for (asylum, transfer)'
    },
    done: {
      fr: 'Aide juridictionnelle demandée (asile, transfert)',
      en: 'Legal aid asked for: asylum, transfer'
    },
    input: closed({
      on: day('Demandée le', 'Asked for on'),
      ...aidFields,
      wishes: agreed({ label: { fr: 'La personne le souhaite', en: 'The person wishes it' }, dataClass: 'I' })
    }),
    basis: ['CESEDA.L532-1', 'L1991-647.9-4', 'D2020-1717.43', 'D2020-1717.44', 'CE.426203', 'CESEDA.R921-3'],
    recounts: aidCounted,
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
