import { rowsOf } from '../../act/command.ts'
import { agreed, choice, closed, date, optional, id } from '../../vocabulary/fields.ts'
import { inAll } from '../../guards/programme.ts'
import { lengths } from '../../law/lengths.ts'
import { spelled } from '../../deadlines/spelled.ts'
import { afterRejection, rejectionFields } from './judgment.ts'
import { endedAgainst, noticeFields, ofTwoMonths } from './notice.ts'
import { firstGoesOn, issued } from './issuing.ts'
import { applied, on, socialAppealForm, withoutPermit, better, yearly } from './words.ts'

const period = spelled(lengths.exitProgramme.length)
const atLeast = spelled(lengths.provisionalPermit.length)

const orgId = optional(
  id({
    label: { fr: 'Association agréée qui accompagne', en: 'Approved association that supports' },
    hint: {
      fr: 'Si son agrément n’est pas connu, la demande part quand même et l’historique le dit.',
      en: 'Where its approval is not known, the request leaves all the same, and the story says so.'
    },
    lookup: 'associations'
  })
)

const row = rowsOf('residence', { transition: 'T309' })

/** The programme out of prostitution: any nationality; the provisional permit only for whoever needs one. */
export const programme = {
  'exit.request': row({
    label: { fr: 'Saisir la commission du parcours de sortie', en: 'Refer to the exit-programme commission' },
    done: { fr: 'Commission du parcours de sortie saisie', en: 'Exit-programme commission asked' },
    input: closed({
      wishes: agreed({
        label: { fr: 'La personne souhaite ce parcours', en: 'The person wishes this programme' },
        dataClass: 'E'
      }),
      orgId
    }),
    guards: ['sexuallyExploited', 'programmeNotRunning'],
    warns: ['adultForProgramme'],
    consent: 'E',
    requires: ['approved'],
    basis: ['CASF.L121-9', 'CASF.R121-12-6', 'CASF.R121-12-11', 'INSTR2022'],
    effects: [{ type: 'openReferral', kind: 'exit_programme' }],
    apply: () => ({ exitProgramme: 'asked' })
  }),
  'psp.decision': row({
    records: true,
    thread: { of: 'psp', day: 'decidedOn' },
    label: { fr: 'Autoriser le parcours de sortie', en: 'Authorise the exit programme' },
    done: {
      fr: `Parcours de sortie autorisé pour ${period.fr}`,
      en: `Exit programme authorised for ${period.en}`
    },
    input: closed({
      heardOn: on('Avis de la commission du', 'Opinion of the commission of'),
      decidedOn: on('Décision du préfet du', 'Prefect’s decision of'),
      orgId
    }),
    guards: ['programmeAsked'],
    requires: ['approved'],
    basis: ['CASF.L121-9', 'CASF.R121-12-6', 'CASF.R121-12-11', 'INSTR2022'],
    opens: [{ code: 'D-PSP', startsOn: 'decidedOn' }],
    duty: 'adult',
    apply: () => ({ exitProgramme: 'running', programmePeriods: 1 })
  }),
  'psp.refuse': row({
    records: true,
    thread: { of: 'psp', day: 'notifiedOn' },
    label: { fr: 'Refuser le parcours de sortie', en: 'Refuse the exit programme' },
    done: { fr: 'Parcours de sortie refusé', en: 'Exit programme refused' },
    input: closed({
      reason: choice(
        {
          public_order: { fr: 'menace à l’ordre public', en: 'threat to public order' },
          not_engaged: { fr: 'engagement insuffisant à ce jour', en: 'not engaged enough so far' },
          no_association: {
            fr: 'aucune association agréée disponible',
            en: 'no approved association available'
          },
          other: { fr: 'autre motif', en: 'another reason' }
        },
        { label: { fr: 'Motif', en: 'Reason' }, dataClass: 'E' }
      ),
      notifiedOn: on('Notifié le', 'Notified on'),
      ...noticeFields
    }),
    guards: ['programmeAsked'],
    basis: ['CASF.L121-9', 'CJA.R421-1', 'CJA.R421-5', 'CJA.R421-7'],
    opens: [{ code: 'D-APPEAL-PSP', startsOn: 'notifiedOn', ...ofTwoMonths }],
    // A programme that runs is not ended by the refusal of another.
    apply: ({ exitProgramme }) => (exitProgramme === 'running' ? {} : { exitProgramme: 'refused' })
  }),
  'psp.appeal': row({
    records: true,
    label: {
      fr: 'Enregistrer le recours sur le parcours de sortie',
      en: 'Record the exit-programme appeal'
    },
    done: {
      fr: 'Parcours de sortie porté devant le tribunal, ou la juridiction supérieure',
      en: 'Exit programme brought before the court, or the one above it'
    },
    input: socialAppealForm,
    guards: ['programmeRefused'],
    basis: ['CASF.L121-9', 'CJA.R421-1'],
    evenWhenClosed: true,
    apply: ({ exitProgramme }) =>
      exitProgramme === 'none' || exitProgramme === 'refused' ? { exitProgramme: 'none' } : {}
  }),
  // A second refusal may have come since: its own time goes on.
  'psp.judged': row({
    records: true,
    label: {
      fr: 'Enregistrer le rejet du recours sur le parcours de sortie',
      en: 'Record that the exit-programme appeal is rejected'
    },
    done: { fr: 'Recours sur le parcours de sortie rejeté', en: 'Exit-programme appeal rejected' },
    input: closed(rejectionFields('E')),
    basis: [
      ...(['CASF.L121-9', 'CJA.R811-1', 'CJA.R811-2'] as const),
      ...(['CJA.R811-5', 'CJA.R821-1', 'CJA.R821-2'] as const)
    ],
    evenWhenClosed: true,
    opens: afterRejection('D-APPEAL-PSP-AGAIN')
  }),
  'psp.renew': row({
    records: true,
    thread: { of: 'psp', day: 'decidedOn' },
    label: { fr: `Renouveler le parcours pour ${period.fr}`, en: `Renew the programme for ${period.en}` },
    done: { fr: 'Parcours de sortie renouvelé', en: 'Exit programme renewed' },
    input: closed({
      decidedOn: date({
        label: { fr: 'Décision du', en: 'Decision of' },
        hint: {
          fr: `Pas plus de ${inAll.fr} en tout, d’après un rapport du Sénat.`,
          en: `No more than ${inAll.en} in all, by a report to the Senate.`
        },
        dataClass: 'E'
      })
    }),
    guards: ['programmeRunning'],
    warns: ['programmeRenewable'],
    basis: ['CASF.L121-9', 'SENAT.PSP', 'CASF.R121-12-11'],
    evenWhenClosed: true,
    opens: [{ code: 'D-PSP', startsOn: 'decidedOn' }],
    apply: ({ programmePeriods }) => ({ exitProgramme: 'running', programmePeriods: programmePeriods + 1 })
  }),
  'psp.end': row({
    records: true,
    thread: { of: 'psp', day: 'on' },
    label: { fr: 'Terminer le parcours de sortie', en: 'End the exit programme' },
    done: { fr: 'Parcours de sortie terminé', en: 'Exit programme ended' },
    input: closed({
      on: on('Le', 'On'),
      reason: choice(
        {
          completed: { fr: 'parcours accompli', en: 'programme completed' },
          by_person: { fr: 'à la demande de la personne', en: 'at the person’s request' },
          no_longer_met: {
            fr: 'les conditions ne sont plus réunies',
            en: 'the conditions are no longer met'
          }
        },
        { label: { fr: 'Pourquoi le parcours prend fin', en: 'Why the programme ends' }, dataClass: 'E' }
      ),
      notifiedOn: optional(on('Décision notifiée à la personne le', 'Person notified of the decision on')),
      ...noticeFields
    }),
    guards: ['programmeRunning'],
    basis: ['CASF.L121-9', 'CJA.R421-1', 'CJA.R421-5', 'CJA.R421-7'],
    evenWhenClosed: true,
    opens: endedAgainst('D-APPEAL-PSP', 'reason', ['no_longer_met']),
    apply: ({ exitProgramme }) => (exitProgramme === 'asked' ? {} : { exitProgramme: 'ended' })
  }),
  'psp.permit': row({
    records: true,
    keeps: [...yearly, 'l425_11', 'humanitarian_discretion', ...better],
    from: [...withoutPermit, ...applied, 'regular_other', 'aps_psp', 'appeal'],
    to: 'aps_psp',
    checks: ['provisionalLength'],
    label: { fr: 'Délivrer l’autorisation provisoire', en: 'Issue the provisional permit' },
    done: { fr: 'Autorisation provisoire de séjour délivrée', en: 'Provisional permit issued' },
    input: closed({
      ceased: agreed({
        label: {
          fr: 'La personne a cessé l’activité de prostitution',
          en: 'The person has ceased prostitution'
        },
        hint: { fr: 'Une déclaration suffit.', en: 'A declaration is enough.' },
        dataClass: 'E'
      }),
      issuedOn: on('Délivrée le', 'Issued on'),
      validUntil: date({
        label: { fr: 'Valable jusqu’au', en: 'Valid until' },
        hint: {
          fr: `Pour ${atLeast.fr} au moins, renouvelée pendant tout le parcours. L’autorisation permet de travailler.`,
          en: `For at least ${atLeast.en}, renewed for the whole programme. It allows work.`
        },
        dataClass: 'E',
        ahead: true
      })
    }),
    guards: ['thirdCountry', 'programmeRunning'],
    basis: ['CESEDA.L425-4', 'CASF.L121-9'],
    opens: [{ code: 'D-APS', endsOn: 'validUntil' }, firstGoesOn],
    apply: issued('aps_psp', null)
  })
}
