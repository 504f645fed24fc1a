import { isExpected } from '../../workflows/case/advance.ts'
import { commandRow } from '../../workflows/case/commands.ts'
import { deadlineRegister } from '../../workflows/deadlines/deadlines.ts'
import { opensL42511, opensL4251 } from '../../workflows/law/opened-by-offence.ts'
import {
  type Property,
  opensClock,
  command,
  residence,
  became,
  actsOf,
  mayFire,
  differs
} from './property.ts'

/** The invariants of reflection and the permits. */
export const rights: Property[] = [
  {
    id: 'I-02',
    says: 'reflection runs from the day the receipt is handed over and from no other',
    step: (taken) =>
      opensClock('D-REFLEX', taken) && command(taken) !== 'receipt.handed' ? 'D-REFLEX opened' : null,
    tables: () =>
      commandRow('receipt.handed').opens.find(({ code }) => code === 'D-REFLEX')?.startsOn === 'handedOn'
        ? null
        : 'D-REFLEX does not start on handedOn'
  },
  {
    id: 'I-03',
    says: 'while reflection runs, removal is barred',
    step: ({ after }) =>
      residence(after) === 'reflection_running' && !after.situation.facts.removalBar ? 'no removal bar' : null
  },
  {
    id: 'I-04',
    says: 'only the prefecture interrupts reflection, for two reasons',
    step: (taken) =>
      became('residence', 'reflection_interrupted', taken) && command(taken) !== 'reflection.interrupt'
        ? 'interrupted otherwise'
        : null,
    tables: () => {
      const { input } = commandRow('reflection.interrupt')
      const reasons = (input.properties['reason'] as { enum?: string[] } | undefined)?.enum ?? []
      const who = mayFire('reflection.interrupt')
      return who.join() === 'prefecture' && reasons.length === 2 ? null : `${who.join()} ${reasons.join()}`
    }
  },
  {
    id: 'I-05',
    says: 'each permit is opened by its own offences',
    step: (taken) => {
      const { offences, offencesOn } = taken.after.situation.facts
      // What the person complains of is theirs to say: an application waits for a complaint, a permit for its offence.
      if (command(taken)?.startsWith('permit.apply') && offences.length === 0) return 'complaint'
      if (became('residence', 'cst_valid', taken) && !opensL4251(offences, offencesOn)) return 'L425-1'
      return became('residence', 'l425_11', taken) && !opensL42511(offences, offencesOn) ? 'L425-11' : null
    }
  },
  {
    id: 'I-06',
    says: 'facts abroad close nothing: neither the permit of L425-1, nor identification, housing or care',
    standing: (situation) => {
      const at = (factsAbroad: boolean) => ({ ...situation, facts: { ...situation.facts, factsAbroad } })
      return differs(at(false), at(true), [
        'permit.apply',
        'permit.apply_beside',
        ...actsOf('identification', 'housing', 'care')
      ])
    }
  },
  {
    id: 'I-15',
    says: 'renewal follows an open procedure, and its end is said at once where no other way is prepared',
    step: (taken) => {
      const { situation } = taken.after
      if (!situation.facts.procedureOpen && isExpected(situation, 'permit.renew')) return 'renewable'
      const ended = taken.before.situation.facts.procedureOpen && !situation.facts.procedureOpen
      const rests = ['cst_valid', 'cst_renewed'].includes(residence(taken.before))
      const { finalOn, routePrepared } = situation.facts
      const silent = taken.step.type === 'act' && !taken.after.clocks['MNIO-ROUTE']
      return ended && rests && finalOn === null && !routePrepared && silent ? 'nobody is warned' : null
    },
    tables: () => (deadlineRegister['D-CST'].alerts.some((days) => days >= 180) ? null : 'D-CST')
  }
]
