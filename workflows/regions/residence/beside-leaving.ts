import { rowsOf } from '../../act/command.ts'
import { choice, closed, date } from '../../vocabulary/fields.ts'
import { carriedOutNotice, cutsByArrest } from './contested.ts'
import { informedFields, noticeFields, ofHours, ofNotice, ofTwoMonths, shortNoticeFields } from './notice.ts'
import { broughtForm, judgedBasis, judgedForm, onceRejected } from './short-notice.ts'
import { on } from './words.ts'

const row = rowsOf('residence', { transition: 'T316', records: true })

const startsOn = 'notifiedOn'
const stated = (is: string) => ({ startsOn, whenInput: { field: 'appealWithin', is } })
const within = { fr: 'Délai de recours indiqué', en: 'Time to appeal as stated' }

/** Said to everybody and asked of nobody: an answer would tell of asylum. */
const withoutAppeal = {
  fr: 'D’une assignation décidée en application de L751-2, le tribunal juge sans appel (R922-26) : le pourvoi se forme devant le Conseil d’État, en deux mois (CJA R821-1). Le mois d’appel est compté ici dans tous les cas, comme date sûre.',
  en: 'On a house arrest under L751-2 the court rules without appeal (R922-26): two months to the Conseil d’État (CJA R821-1). The month to appeal is counted here in every case, as the safe date.'
}

/** What is decided beside an obligation to leave or after it, and contested by itself although that one is final. */
export const besideLeaving = {
  'house_arrest.notified': row({
    coerces: 'begins',
    label: { fr: 'Enregistrer une assignation à résidence', en: 'Record a house arrest' },
    done: { fr: 'Assignation à résidence notifiée', en: 'House arrest notified' },
    input: closed({
      decisionOn: on('Décision du', 'Decision of'),
      notifiedOn: date({
        label: { fr: 'Notifiée le', en: 'Notified on' },
        hint: {
          fr: 'Prononcée ou renouvelée, elle se conteste en sept jours, même si l’obligation de quitter ne peut plus l’être (L732-8). Elle réduit aussi à sept jours le mois qui court contre cette obligation, mais du jour où l’autorité en informe la personne (R921-1) : dites plus bas si elle l’a fait.',
          en: 'Decided or renewed, it is contested within seven days even where the obligation to leave no longer can be (L732-8). It also cuts to seven days the month that runs against that obligation, but from the day on which the authority tells the person so (R921-1): say below whether it did.'
        },
        dataClass: 'E'
      }),
      appealWithin: choice(
        {
          seven_days: {
            fr: 'sept jours : éloignement à exécuter (L731-1, 1° à 5°)',
            en: 'seven days: removal to be carried out (L731-1, 1° to 5°)'
          },
          two_months: {
            fr: 'deux mois : autre assignation, si la notification le dit',
            en: 'two months: another house arrest, where the notice says so'
          }
        },
        {
          label: within,
          hint: {
            fr: 'L732-8 ne donne les sept jours qu’aux assignations de L731-1, 1° à 5°. Pour les autres (L731-3), aucun texte spécial n’a été lu : le délai commun est de deux mois (CJA R421-1). Dans le doute, sept jours.',
            en: 'L732-8 gives seven days to the house arrests of L731-1, 1° to 5°, alone. Of the others (L731-3) no special text was read: the common time is two months (CJA R421-1). In doubt, seven days.'
          },
          dataClass: 'E'
        }
      ),
      ...informedFields,
      noticeOn: carriedOutNotice('E'),
      ...noticeFields
    }),
    basis: [
      ...(['CESEDA.L732-8', 'CESEDA.L921-1', 'CESEDA.R921-3', 'CESEDA.L731-1', 'CESEDA.L731-3'] as const),
      ...(['CESEDA.R921-1', 'CJA.R421-1', 'CJA.R421-5', 'CJA.R421-7'] as const)
    ],
    upon: cutsByArrest,
    opens: [
      { code: 'D-ARREST-7D', ...stated('seven_days'), ...ofNotice },
      { code: 'D-ARREST-TA', ...stated('two_months'), ...ofTwoMonths }
    ]
  }),
  'house_arrest.contested': row({
    label: {
      fr: 'Enregistrer le recours contre l’assignation à résidence',
      en: 'Record the appeal against the house arrest'
    },
    done: {
      fr: 'Assignation à résidence contestée devant le tribunal, ou la juridiction supérieure',
      en: 'House arrest brought before the court, or the one above it'
    },
    input: broughtForm('E'),
    basis: ['CESEDA.L732-8', 'CESEDA.L921-1', 'CJA.R421-1'],
    evenWhenClosed: true
  }),
  'house_arrest.judged': row({
    label: {
      fr: 'Enregistrer le jugement sur l’assignation à résidence',
      en: 'Record the judgment on the house arrest'
    },
    done: { fr: 'Jugement sur l’assignation à résidence', en: 'Judgment on the house arrest' },
    input: judgedForm('E', withoutAppeal),
    guards: ['leaveStands'],
    basis: ['CESEDA.L732-8', 'CESEDA.R922-26', ...judgedBasis],
    opens: onceRejected({ judgment: 'D-ARREST-CAA', ruling: 'D-ARREST-CE' }),
    evenWhenClosed: true
  }),
  'return_ban.notified': row({
    coerces: 'begins',
    label: {
      fr: 'Enregistrer une interdiction de retour édictée après l’obligation de quitter',
      en: 'Record a return ban decided after the obligation to leave'
    },
    done: { fr: 'Interdiction de retour notifiée', en: 'Return ban notified' },
    input: closed({
      decisionOn: on('Décision du', 'Decision of'),
      notifiedOn: date({
        label: { fr: 'Notifiée le', en: 'Notified on' },
        hint: {
          fr: 'Celle qui est notifiée avec l’obligation de quitter se conteste avec elle (L614-1). Des circonstances humanitaires peuvent l’écarter (L612-7) : dites ce que la personne a subi.',
          en: 'One that is notified with the obligation to leave is contested with it (L614-1). Humanitarian circumstances may rule it out (L612-7): say what the person has suffered.'
        },
        dataClass: 'E'
      }),
      appealWithin: choice(
        {
          seven_days: { fr: 'sept jours', en: 'seven days' },
          forty_eight_hours: { fr: 'quarante-huit heures : rétention', en: 'forty-eight hours: detention' }
        },
        { label: within, dataClass: 'E' }
      ),
      ...shortNoticeFields('E')
    }),
    basis: [
      ...(['CESEDA.L614-4', 'CESEDA.L612-7', 'CESEDA.L921-1', 'CESEDA.L921-2', 'CESEDA.R921-3'] as const),
      ...(['CESEDA.L612-9', 'CJA.R421-5'] as const)
    ],
    opens: [
      { code: 'D-BAN-7D', ...stated('seven_days'), ...ofNotice },
      { code: 'D-BAN-48H', ...stated('forty_eight_hours'), ...ofHours }
    ]
  }),
  'return_ban.contested': row({
    label: {
      fr: 'Enregistrer le recours contre l’interdiction de retour',
      en: 'Record the appeal against the return ban'
    },
    done: {
      fr: 'Interdiction de retour contestée devant le tribunal, ou la juridiction supérieure',
      en: 'Return ban brought before the court, or the one above it'
    },
    input: broughtForm('E'),
    basis: ['CESEDA.L614-4', 'CESEDA.L921-1', 'CESEDA.L921-2'],
    evenWhenClosed: true
  }),
  'return_ban.judged': row({
    label: {
      fr: 'Enregistrer le jugement sur l’interdiction de retour',
      en: 'Record the judgment on the return ban'
    },
    done: { fr: 'Jugement sur l’interdiction de retour', en: 'Judgment on the return ban' },
    input: judgedForm('E'),
    guards: ['leaveStands'],
    basis: ['CESEDA.L614-4', ...judgedBasis],
    opens: onceRejected({ judgment: 'D-BAN-CAA', ruling: 'D-BAN-CE' }),
    evenWhenClosed: true
  })
} as const
