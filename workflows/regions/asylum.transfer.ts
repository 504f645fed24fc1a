import { addDays } from '../calendar/calendar.ts'
import { statuteClocks } from '../deadlines/clocks/statute.ts'
import { rowsOf, type Doubting } from '../act/command.ts'
import { agreed, choice, closed, date, optional } from '../vocabulary/fields.ts'
import { carriedOut, transferJudged } from './asylum.transfer.judged.ts'
import { contestedFields } from './residence/contested.ts'
import { ofHours, ofNotice, shortNoticeFields } from './residence/notice.ts'

const row = rowsOf('asylum', { transition: 'T317' })

const day = (fr: string, en: string) => date({ label: { fr, en }, dataClass: 'I' })

const startsOn = 'notifiedOn'
/** Days in which the longest of its times to appeal runs. */
const atMost = statuteClocks['D-APPEAL-TRANSFER-7D'].duration.n

const registered = (is: 'before' | 'since') => ({ whenInput: { field: 'registered', is } })
/** Of a claim registered before, the criteria alone remain those of 2013 (art. 84, par. 2): the week counts by the notice. */
const aWeekAtLeast: readonly Doubting[] = [{ doubt: 'unionWeek', from: startsOn }]

const ofJudgment = { field: 'against', is: 'judgment' } as const
/**
 * A transfer to the State that examines the claim. It tells of asylum, and so does all that is said of it: whoever reads the stay
 * alone is told at the receipt that reflection bars every removal, a transfer included, whether there is one or not.
 */
export const transfer = {
  'transfer.notified': row({
    coerces: 'begins',
    label: { fr: 'Enregistrer une décision de transfert', en: 'Record a transfer decision' },
    done: { fr: 'Décision de transfert notifiée', en: 'Transfer decision notified' },
    input: closed({
      decisionOn: day('Décision du', 'Decision of'),
      notifiedOn: date({
        label: { fr: 'Notifiée le', en: 'Notified on' },
        hint: {
          fr: 'Pendant le délai de réflexion, la décision peut être prise et n’est pas exécutée (CJUE, C-66/21). Elle ne l’est jamais avant quinze jours (quarante-huit heures en cas d’assignation à résidence ou de rétention), ni avant le jugement si le tribunal est saisi (L572-2). Depuis le 1er juillet 2026, demandez le sursis dans la même requête et le même délai : sans cela, le recours ne suspend pas (2024/1351, art. 43, par. 3).',
          en: 'During the reflection period the decision may be taken and is not carried out (CJEU, C-66/21). It never is before fifteen days (forty-eight hours under house arrest or in detention), nor before the judgment where the court is seized (L572-2). Since 1 July 2026 ask for suspension in the same claim and within the same time: without it the appeal does not suspend (2024/1351, art. 43, par. 3).'
        },
        dataClass: 'I'
      }),
      appealWithin: choice(
        {
          seven_days: { fr: 'sept jours', en: 'seven days' },
          forty_eight_hours: {
            fr: 'quarante-huit heures : en rétention, ou notifiée avec un refus d’entrée',
            en: 'forty-eight hours: in detention, or notified with a refusal of entry'
          }
        },
        { label: { fr: 'Délai de recours indiqué', en: 'Time to appeal as stated' }, dataClass: 'I' }
      ),
      ...shortNoticeFields('I'),
      registered: optional(
        choice(
          {
            before: {
              fr: 'avant le 1er juillet 2026 : critères du règlement n° 604/2013',
              en: 'before 1 July 2026: criteria of Regulation no. 604/2013'
            },
            since: {
              fr: 'depuis : règlement 2024/1351',
              en: 'since then: Regulation 2024/1351'
            }
          },
          {
            label: {
              fr: 'Quand la demande d’asile a été enregistrée',
              en: 'When the asylum claim was registered'
            },
            hint: {
              fr: 'Le règlement n° 604/2013 est abrogé au 1er juillet 2026 (2024/1351, art. 83) ; ses critères, et eux seuls, restent ceux d’une demande enregistrée avant (art. 84, par. 2).',
              en: 'Regulation no. 604/2013 is repealed from 1 July 2026 (2024/1351, art. 83); its criteria, and they alone, remain those of a claim registered before (art. 84, par. 2).'
            },
            dataClass: 'I'
          }
        )
      ),
      acceptedOn: optional(
        date({
          label: { fr: 'Accord de l’autre État du', en: 'Other State’s agreement of' },
          hint: {
            fr: 'Le délai pour exécuter le transfert court de ce jour ; la réflexion ne l’arrête pas. Un recours l’interrompt : il court alors en entier du jugement (2024/1351, art. 46, par. 1).',
            en: 'The time to carry out the transfer runs from this day; reflection does not stop it. An appeal interrupts it: it then runs whole from the judgment (2024/1351, art. 46, par. 1).'
          },
          dataClass: 'I'
        })
      )
    }),
    basis: [
      'CESEDA.L572-1',
      'CESEDA.L572-2',
      'CESEDA.L572-4',
      'CJUE.C-66-21',
      'EU.2004-81.6',
      'EU.2024-1351.43',
      'EU.2024-1351.83',
      'EU.2024-1351.84',
      'EU.2024-1351.85',
      'CJA.R421-5'
    ],
    opens: [
      {
        code: 'D-APPEAL-TRANSFER-7D',
        startsOn,
        whenInput: { field: 'appealWithin', is: 'seven_days' },
        ...ofNotice
      },
      {
        code: 'D-APPEAL-TRANSFER-48H',
        startsOn,
        whenInput: { field: 'appealWithin', is: 'forty_eight_hours' },
        ...ofHours,
        doubts: [...ofHours.doubts, ...aWeekAtLeast]
      },
      { code: 'D-TRANSFER', startsOn: 'acceptedOn', restarts: true, ...registered('since') },
      { code: 'D-TRANSFER', startsOn: 'acceptedOn', restarts: true, unlessGiven: 'registered' },
      { code: 'D-TRANSFER-2013', startsOn: 'acceptedOn', restarts: true, ...registered('before') }
    ],
    records: true,
    warns: ['removalNotBarred'],
    thread: { of: 'transfer', day: 'notifiedOn' },
    apply: () => ({ transferStands: true }),
    // Beside a later end, which may be of another: while it may be appealed against, it stands.
    recalls: (_facts, { notifiedOn }, { by: { today } }) =>
      today !== undefined && addDays(notifiedOn, atMost) >= today ? { transferStands: true } : {}
  }),
  'transfer.appeal': row({
    label: {
      fr: 'Enregistrer le recours contre le transfert',
      en: 'Record the appeal against the transfer'
    },
    done: {
      fr: 'Transfert porté devant le tribunal administratif, ou le Conseil d’État',
      en: 'Transfer brought before the administrative court, or the Conseil d’État'
    },
    input: closed({
      on: day('Déposé le', 'Filed on'),
      ...contestedFields('I', { ruled: false }),
      wishes: agreed({ label: { fr: 'La personne le souhaite', en: 'The person wishes it' }, dataClass: 'I' })
    }),
    guards: ['transferStands'],
    basis: [
      ...(['CESEDA.L572-2', 'CESEDA.L572-4', 'CJA.R821-1'] as const),
      ...(['EU.2024-1351.46', 'CE.420708', 'CE.421276'] as const)
    ],
    records: true,
    // An appeal on points of law interrupts them no more.
    recounts: [{ ...carriedOut, on: 'on', unlessInput: ofJudgment, doubt: 'transferAppealed' }],
    evenWhenClosed: true
  }),
  ...transferJudged,
  'transfer.ended': row({
    label: { fr: 'Enregistrer la fin du transfert', en: 'Record how the transfer ended' },
    done: { fr: 'Décision de transfert terminée', en: 'Transfer decision ended' },
    input: closed({
      on: day('Le', 'On'),
      outcome: choice(
        {
          annulled: { fr: 'annulée par le tribunal', en: 'annulled by the court' },
          withdrawn: { fr: 'abrogée ou retirée', en: 'withdrawn' },
          time_over: {
            fr: 'délai de transfert passé : la demande est examinée en France',
            en: 'time to transfer over: the claim is examined in France'
          },
          carried_out: { fr: 'exécutée', en: 'carried out' }
        },
        { label: { fr: 'Issue', en: 'Outcome' }, dataClass: 'I' }
      )
    }),
    guards: ['transferStands'],
    basis: ['CESEDA.L572-1', 'EU.2024-1351.46', 'EU.604-2013.29', 'CJUE.C-338-21'],
    records: true,
    warns: ['removalNotBarred'],
    thread: { of: 'transfer', day: 'on' },
    apply: () => ({ transferStands: false })
  })
}
