import { rowsOf } from '../../act/command.ts'
import { choice, choices, closed, id, optional, orAddressee } from '../../vocabulary/fields.ts'
import { on } from './fields.ts'
import { refusals } from '../../referral/kinds/refusals.ts'
import { placed } from './justice.ts'
import { beforeJudge, unprotected } from '../../vocabulary/states.ts'
import { guardianMissions, guardianReasons } from '../../vocabulary/words.minor.ts'

const row = rowsOf('minor', { transition: 'T605' })
const { overloaded, other_territory } = refusals

/** Who speaks for the child where her parents do not. */
export const guardianship = {
  'guardian.name': row({
    records: true,
    keeps: unprotected,
    from: [...beforeJudge, 'opp_issued', 'je_seized', 'measure_ordered', ...placed, 'runaway'],
    label: { fr: 'Désigner l’administrateur ad hoc', en: 'Name the ad hoc guardian' },
    done: { fr: 'Administrateur ad hoc désigné', en: 'Ad hoc guardian named' },
    input: closed({
      on,
      // Among them is the asylum application.
      missions: choices(guardianMissions, { label: { fr: 'Pour', en: 'For' }, dataClass: 'I' }),
      reason: choice(guardianReasons, {
        label: { fr: 'Pourquoi un administrateur ad hoc', en: 'Why an ad hoc guardian' },
        dataClass: 'F'
      }),
      recipientId: optional(
        id({ label: { fr: 'Qui est désigné', en: 'Who is named' }, lookup: 'recipients' })
      ),
      address: orAddressee
    }),
    guards: ['minorOrDoubt', 'guardianMissing'],
    basis: ['CPP.706-50', 'CC.388-2', 'CPC.1210-1', 'CESEDA.L521-9'],
    effects: [{ type: 'openReferral', kind: 'ad_hoc_guardian' }],
    duty: true,
    apply: () => ({ guardianNamed: true })
  }),
  'guardian.refused': row({
    from: [...beforeJudge, 'opp_issued', 'je_seized', 'measure_ordered', ...placed, 'runaway'],
    label: { fr: 'Désignation à refaire', en: 'Guardian to be named again' },
    done: { fr: 'Désignation refusée, à refaire', en: 'Guardian declined, to be named again' },
    input: closed({
      reason: choice(
        { overloaded: overloaded.label, other_territory: other_territory.label },
        { label: { fr: 'Motif', en: 'Reason' } }
      )
    }),
    guards: ['guardianNamed'],
    basis: ['CPP.706-50'],
    opens: [{ code: 'MNIO-GUARDIAN' }],
    offered: false,
    apply: () => ({ guardianNamed: false })
  })
}
