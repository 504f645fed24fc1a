import type { Facts } from '../facts.ts'
import { agreed, choice, closed, date, optional } from '../fields.ts'
import { toldSince } from './residence.discreet.ts'
import { applied, row, yearly } from './residence.words.ts'

/** Dates and status only: what the person tells the asylum office is never here, and the prefecture sees nothing of it. */
const day = (fr: string, en: string) => date({ label: { fr, en }, dataClass: 'I' })

/**
 * Asylum may be sought beside what is offered, running, asked for, held or before a judge, which it does not touch: whoever
 * may not know of it goes on with that, and must find it where they left it.
 */
const beside = [
  ...applied,
  ...yearly,
  'aps_psp',
  'l425_11',
  'humanitarian_discretion',
  'regular_other',
  'reflection_offered',
  'reflection_running',
  'refused_permit',
  'appeal'
] as const
const instead = ['unknown', 'irregular', 'reflection_ended', 'reflection_interrupted', 'refused'] as const

/** Where a decision may find the person; protection takes the place of each of these. */
const wherever = ['asylum_pending', ...instead, ...beside] as const

const lodged = {
  transition: 'T310',
  input: closed({
    attestedOn: day('Attestation du', 'Certificate of'),
    wishes: agreed({ label: { fr: 'La personne le souhaite', en: 'The person wishes it' }, dataClass: 'I' })
  }),
  guards: ['thirdCountry', 'asylumNotPending'],
  basis: ['CESEDA.L431-2', 'CESEDA.L521-9', 'CESEDA.L522-1'],
  closes: ['MNIO-ROUTE-FOLLOW'],
  sees: 'I'
} as const

export const asylum = {
  'asylum.lodged': row({
    ...lodged,
    from: instead,
    to: 'asylum_pending',
    label: { fr: 'Enregistrer une demande d’asile', en: 'Record an asylum application' },
    done: { fr: 'Demande d’asile enregistrée', en: 'Asylum application recorded' },
    learns: (facts, _input, _by, from) => ({
      asylum: 'pending',
      asylumLink: true,
      stay: 'asylum',
      ...toldSince(facts, from)
    })
  }),
  'asylum.lodged_beside': row({
    ...lodged,
    from: beside,
    to: 'same',
    label: { fr: 'Enregistrer aussi une demande d’asile', en: 'Record an asylum application as well' },
    done: {
      fr: 'Demande d’asile enregistrée, le reste du séjour est inchangé',
      en: 'Asylum application recorded, the rest of the stay is unchanged'
    },
    learns: () => ({ asylum: 'pending', asylumLink: true })
  }),
  'asylum.invited': row({
    transition: 'T310',
    from: wherever,
    to: 'same',
    label: {
      fr: 'Enregistrer l’invitation à demander un autre titre',
      en: 'Record the invitation to ask for another permit'
    },
    done: { fr: 'Invitée à demander aussi un autre titre', en: 'Invited to ask for another permit as well' },
    input: closed({
      invitedOn: date({
        label: { fr: 'Invitation du préfet remise le', en: 'Prefect’s invitation given on' },
        hint: {
          fr: 'Deux mois pour demander un autre titre ; ensuite, seulement si les circonstances sont nouvelles.',
          en: 'Two months to ask for another permit; later, only for new circumstances.'
        },
        dataClass: 'I'
      })
    }),
    guards: ['asylumUnderWay'],
    basis: ['CESEDA.L431-2', 'CESEDA.D431-7'],
    sees: 'I',
    opens: [{ code: 'D-ASILE-SEJOUR', startsOn: 'invitedOn' }],
    learns: ({ lapsed }) => ({ lapsed: lapsed.filter((code) => code !== 'D-ASILE-SEJOUR') })
  }),
  'asylum.decision': row({
    transition: 'T310',
    from: wherever,
    to: 'same',
    label: { fr: 'Enregistrer la décision d’asile', en: 'Record the asylum decision' },
    done: { fr: 'Décision d’asile enregistrée', en: 'Asylum decision recorded' },
    input: closed({
      decision: choice(
        {
          protected: { fr: 'protection accordée', en: 'protection granted' },
          refused: { fr: 'demande rejetée définitivement', en: 'application finally rejected' }
        },
        { label: { fr: 'Décision', en: 'Decision' }, dataClass: 'I' }
      ),
      decisionOn: day('Décision du', 'Decision of'),
      endOfHousingOn: optional(
        date({
          label: { fr: 'Fin de prise en charge annoncée au', en: 'End of housing announced for' },
          dataClass: 'I',
          ahead: true
        })
      )
    }),
    guards: ['asylumUnderWay'],
    basis: ['CESEDA.L531-10', 'CESEDA.L552-8'],
    sees: 'I',
    opens: [{ code: 'MNIO-REHOUSE', when: 'rehouseAfterAsylum', startsOn: 'decisionOn' }],
    learns: (facts, { decision }) => ({
      asylum: decision,
      rehousing: facts.asylumPlace === 'slept',
      asylumLink: true,
      ...(decision === 'protected' && { stay: 'regular' as const }),
      ...(decision === 'refused' && facts.stay === 'asylum' && { stay: 'irregular' as const }),
      ...(decision === 'refused' && { routePrepared: false })
    })
  })
}

type Known = Pick<Facts, 'asylum'>
const protection = { to: 'protected', when: ({ asylum: stands }: Known) => stands === 'protected' } as const
const rejection = { to: 'refused', when: ({ asylum: stands }: Known) => stands === 'refused' } as const

/** Facts move the region: a rejection ends the stay of whoever had nothing else; protection takes the place of any permit. */
export const asylumSettles = {
  ...(Object.fromEntries(wherever.map((state) => [state, [protection]])) as Record<
    (typeof wherever)[number],
    [typeof protection]
  >),
  asylum_pending: [protection, rejection]
}
