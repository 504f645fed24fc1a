import { rowsOf } from '../../act/command.ts'
import { closed, date, optional } from '../../vocabulary/fields.ts'
import { otherSilence, sentBackBeside } from './beside.ts'
import { contestedNotice } from './contested.ts'
import { higherCourt, judgmentBasis, judgmentFields } from './judgment.ts'
import {
  appealFields,
  appealForm,
  applied,
  on,
  reflecting,
  regular,
  rightsOpened,
  standing,
  yearly
} from './words.ts'

const row = rowsOf('residence', { transition: 'T314', evenWhenClosed: true })

/** What the administrative court is asked, and says. */
export const appeals = {
  'ta.filed': row({
    records: true,
    keeps: [...applied, ...standing, ...reflecting],
    from: ['refused_permit'],
    to: 'appeal',
    label: { fr: 'Enregistrer le recours', en: 'Record the appeal' },
    done: {
      fr: 'Tribunal administratif saisi, ou la juridiction supérieure',
      en: 'Brought before the administrative court, or the one above it'
    },
    input: appealForm,
    basis: ['CJA.R421-1', 'CESEDA.L911-1']
  }),
  'reflection.appeal': row({
    records: true,
    keeps: [...applied, ...standing, ...reflecting],
    from: ['reflection_interrupted'],
    to: 'appeal',
    label: {
      fr: 'Enregistrer le recours contre l’interruption',
      en: 'Record the appeal against the interruption'
    },
    done: {
      fr: 'Tribunal administratif saisi de l’interruption',
      en: 'Interruption brought before the administrative court'
    },
    input: closed({ ...appealFields, noticeOn: contestedNotice('E') }),
    basis: ['CJA.R421-1', 'CESEDA.R425-2'],
    apply: () => ({ withdrawnPermit: null, permitRefused: null })
  }),
  'ta.granted': row({
    records: true,
    keeps: [...applied, ...standing, ...reflecting],
    from: ['appeal'],
    to: 'cst_applied',
    label: {
      fr: 'Noter que le refus est annulé : réexamen',
      en: 'Record that the refusal is annulled: to be examined again'
    },
    done: { fr: 'Refus annulé, demande à réexaminer', en: 'Refusal annulled, application to examine again' },
    input: closed({
      decisionOn: on('Jugement du', 'Judgment of'),
      within: on('Injonction à compter du', 'Order runs from')
    }),
    basis: ['CJA.R421-1', 'CESEDA.R432-2'],
    opens: [
      { code: 'D-SILENCE', startsOn: 'within', when: 'beingExamined' },
      { ...otherSilence, startsOn: 'within', unless: 'beingExamined' }
    ],
    // Sent back while reflection runs or another permit is held, it is before the prefecture beside them (R432-2).
    // A receipt handed over since answers no application; a permit given since may.
    recalls: (facts, { within }, { older, from }) =>
      [...reflecting, ...(older ? [] : [...regular, 'cr10'])].some((state) => state === from.residence)
        ? sentBackBeside(facts, within)
        : {},
    warns: ['refusedPermitKnown'],
    // What the court sends back is what was refused (R432-2 counts again on it). With no word at all it would be taken for one
    // made beside a permit alone, and settle back as refused: of a case that never knew which, the kind is still to be said.
    apply: ({ permitAsked, permitRefused }, { within }) => ({
      permitAsked: permitAsked ?? permitRefused ?? 'unsaid',
      permitAskedOn: within
    })
  }),
  'ta.restored': row({
    records: true,
    keeps: standing,
    from: ['appeal'],
    to: 'cst_valid',
    label: {
      fr: 'Noter que le retrait est annulé : le titre vaut à nouveau',
      en: 'Record that the withdrawal is annulled: the permit is valid again'
    },
    done: { fr: 'Retrait annulé, titre valable à nouveau', en: 'Withdrawal annulled, permit valid again' },
    input: closed({
      decisionOn: on('Jugement du', 'Judgment of'),
      issuedOn: on('Titre délivré le', 'Permit issued on'),
      validUntil: optional(
        date({
          label: { fr: 'Valable jusqu’au', en: 'Valid until' },
          hint: {
            fr: 'À indiquer pour une autorisation provisoire, qui porte sa date de fin ; facultatif pour une carte.',
            en: 'To be said of a provisional permit, which bears its own end; optional of a card.'
          },
          dataClass: 'E',
          ahead: true
        })
      )
    }),
    guards: ['permitWasWithdrawn', 'withdrawnPermitHasItsOffence'],
    checks: ['endSaid', 'endsAfterStart'],
    basis: ['CJA.R421-1', 'CESEDA.L432-2'],
    opens: [
      {
        ...{ code: 'D-CST', startsOn: 'issuedOn', unlessGiven: 'validUntil' },
        unless: 'provisionalWithdrawn'
      },
      { code: 'D-CARD', endsOn: 'validUntil', unless: 'provisionalWithdrawn' },
      { code: 'D-APS', endsOn: 'validUntil', when: 'provisionalWithdrawn' }
    ],
    // Annulled, the withdrawal never was.
    apply: ({ withdrawnPermit, territory }) => ({
      stay: 'regular',
      regularUntil: null,
      permitOverOn: null,
      routePrepared: false,
      rights: yearly.some((state) => state === withdrawnPermit) ? rightsOpened(territory) : ['work']
    })
  }),
  'ta.rejected': row({
    records: true,
    // Of an appeal that the file did not know, the judgment may be on an obligation to leave alone: it says nothing of a permit.
    keeps: [...applied, ...standing, ...reflecting, 'unknown', 'irregular'],
    from: ['appeal'],
    to: 'refused_permit',
    label: { fr: 'Noter que le recours est rejeté', en: 'Record that the appeal is rejected' },
    done: { fr: 'Recours rejeté', en: 'Appeal rejected' },
    input: closed({ decisionOn: on('Jugement du', 'Judgment of'), ...judgmentFields }),
    basis: ['CJA.R421-1', ...judgmentBasis],
    opens: higherCourt({
      ...{ permit: 'D-APPEAL-CAA', removal: 'D-APPEAL-CAA-OQTF', ruling: 'D-APPEAL-CE' }
    }),
    apply: () => ({ routePrepared: false })
  })
}
