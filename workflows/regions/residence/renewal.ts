import { rowsOf } from '../../act/command.ts'
import { closed, date } from '../../vocabulary/fields.ts'
import { answered, held, on, cardFields, regular, regularFrom, yearly, better } from './words.ts'
import { stayEnds } from './ending.ts'

const renewalWindow = {
  fr: 'En ligne, entre cent vingt et soixante jours avant la fin du titre ; sinon dans les deux derniers mois.',
  en: 'Online, between a hundred and twenty and sixty days before the permit ends; otherwise in the last two months.'
}

const row = rowsOf('residence', { transition: 'T308', basis: ['CESEDA.R431-5'], evenWhenClosed: true })

/** The permit goes on, or ends for want of another. */
export const renewal = {
  'permit.renew_ask': row({
    from: regular,
    label: { fr: 'Demander le renouvellement', en: 'Ask for renewal' },
    done: { fr: 'Renouvellement demandé', en: 'Renewal asked for' },
    input: closed({
      on: date({
        label: { fr: 'Demande déposée le', en: 'Application lodged on' },
        hint: renewalWindow,
        dataClass: 'E'
      })
    }),
    // To ask is never forbidden: whether the permit goes on is for the prefecture to say.
    warns: ['procedureStillOpen', 'programmeStillRuns'],
    opens: [{ code: 'D-SILENCE', startsOn: 'on', restarts: true }],
    answersWhile: 'renewalNotAsked',
    apply: (facts, { on }) => ({
      lapsed: answered(facts, ['D-SILENCE']),
      renewalAsked: true,
      permitAskedOn: on
    })
  }),
  'permit.renew': row({
    records: true,
    keeps: better,
    from: yearly,
    to: 'cst_renewed',
    label: { fr: 'Renouveler le titre', en: 'Renew the permit' },
    done: { fr: 'Titre renouvelé', en: 'Permit renewed' },
    input: closed(cardFields('Renouvelé le', 'Renewed on')),
    checks: ['endsAfterStart'],
    guards: ['procedureOpen'],
    basis: ['CESEDA.L425-1', 'CESEDA.R431-5', 'CESEDA.L433-5', 'CESEDA.L436-8'],
    opens: [
      { code: 'D-CST', startsOn: 'issuedOn', unlessGiven: 'validUntil' },
      { code: 'D-CARD', endsOn: 'validUntil' }
    ],
    duty: 'renewalAwaited',
    apply: (facts, { issuedOn }) => ({
      lapsed: answered(facts, ['D-SILENCE']),
      routePrepared: false,
      renewalAsked: false,
      permitAskedOn: null,
      permitOverOn: null,
      ...regularFrom(facts, issuedOn)
    })
  }),
  'permit.lapsed': row({
    from: held,
    to: 'irregular',
    label: { fr: 'Constater que le titre a expiré', en: 'Record that the permit has expired' },
    done: { fr: 'Titre expiré sans suite', en: 'Permit expired without another' },
    input: closed({ on: on('Expiré le', 'Expired on') }),
    guards: ['permitOver'],
    basis: ['CESEDA.L411-2', 'CESEDA.R431-5'],
    requires: ['permitOver'],
    // Nobody asked for another in time: until somebody writes it down, the case stands late on their desks.
    duty: true,
    apply: (facts, { on }) => ({
      ...stayEnds(facts, on),
      renewalAsked: false
    })
  })
}
