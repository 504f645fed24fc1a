import type { LawMutant } from '../../mistake.ts'

const found = 'tests/workflows/deadlines/running/found.test.ts'
const holes = 'tests/workflows/deadlines/counted/holes.test.ts'
const plain = 'tests/workflows/deadlines/running/plain.test.ts'
const rules = 'tests/workflows/deadlines/counted/rules.test.ts'
const life = 'workflows/deadlines/counted/life.ts'

/** How a time to appeal is lived from its acts, by the article beside each rule. */
export const countedLifeMutants: readonly LawMutant[] = [
  {
    why: 'Silence would reject a recourse after four months, and the time to go to the court end two months later than it does (CRPA L411-7).',
    file: life,
    text: 'addMonths(asked, 2),',
    instead: 'addMonths(asked, 4),',
    seen: plain,
    named:
      'a rejection after silence had rejected, by the earlier of two days that were written for one request (CJA R421-2)'
  },
  {
    why: 'Silence would reject a request for aid, or for reasons, as it does a recourse: the time that it keeps open would end (decree 2020-1717, art. 43).',
    file: life,
    text: "kindOf(what) !== 'recourse' || !silent",
    instead: '!silent',
    seen: rules,
    named: 'is rejected by silence where it is a recourse, and never where it is aid (CRPA L411-7)'
  },
  {
    why: 'What is asked for beside an appeal, after the time was over, could not be for that appeal (decree 2020-1717, art. 43).',
    file: life,
    text: '  (decision.over ||\n    isIn',
    instead: '  (isIn',
    seen: rules,
    named: 'may be what is said beside an appeal, whose time is over'
  },
  {
    why: 'What came before a decision was notified would be upon its time (CJA R421-1).',
    file: life,
    text: '  decision.notice <= day &&\n',
    instead: '',
    seen: rules,
    named: 'cuts nothing that was not notified by then, though it is of the person'
  },
  {
    why: 'A detention of which a person is told once the month was over would move the safe day to its forty-eight hours (CESEDA R921-1).',
    file: life,
    text: 'const isCut = stands(state, on, decision, reading)',
    instead: 'const isCut = decision.notice !== null',
    seen: rules,
    named: 'cuts nothing that was over by then, and is the end in law of what was told since'
  },
  {
    why: 'The shorter time would run from the notice of the decision, and not from the information (CESEDA R921-1).',
    file: life,
    text: "const term: Term = { code, from: on, hour, since: 'cut', later: 0 }",
    instead: "const term: Term = { code, from: decision.notice, hour, since: 'cut', later: 0 }",
    seen: holes,
    named:
      'is bound by a detention that is said of another obligation, though its day was moved since (CESEDA R921-1)'
  },
  {
    why: 'Aid asked for once the time was over would keep it open (decree 2020-1717, art. 43).',
    file: life,
    text: 'if (!stands(state, on, decision, reading)) return { ...state, late: true }',
    instead:
      'if (!stands(state, on, decision, reading)) return { ...state, late: true, waits: { ...state.waits, [what]: on } }',
    seen: found,
    named:
      'what was asked after the end that was known, and in time by what is written down since (decree 2020-1717, art. 43)'
  },
  {
    why: 'A request written again would wait from its later day alone: silence that had rejected the first would not have (CRPA L411-7).',
    file: life,
    text: '[what]: state.waits[what] ?? on }',
    instead: '[what]: on }',
    seen: rules,
    named:
      'is by the first of the days on which it was asked for, each said of a day of this decision (CRPA L411-7)'
  },
  {
    why: 'Aid asked for in seven days, which allow no extension, would keep them open (CESEDA R921-3).',
    file: life,
    text: '  if (!isLengthened(state, act)) return state\n  if (!stands',
    instead: '  if (!stands',
    seen: found,
    named: 'a month that may not have been cut (CESEDA R921-1; decree 2020-1717, art. 43)'
  },
  {
    why: 'Aid decided would give seven days again, which allow no extension (CESEDA R921-3).',
    file: life,
    text: '  if (!isLengthened(state, act)) return answeredOnceCut(state, act, decision, reading)\n',
    instead: '',
    seen: rules,
    named: 'gives nothing to seven days, which allow no extension (CESEDA R921-3)'
  },
  {
    why: 'An answer of an earlier day would take the later end that another had given (CJA R421-1).',
    file: life,
    text: 'later(latest(term, act, reading, ends), state.law, ends)',
    instead: 'latest(term, act, reading, ends)',
    seen: rules,
    named:
      'takes nothing from the later end that another gave: the lawyer’s designation (decree 2020-1717, art. 43)'
  },
  {
    why: 'An answer that is said of a decision would give it nothing, as nobody said so of the question (decree 2020-1717, art. 43).',
    file: life,
    text: 'asked === undefined && reading.sure && isFirst',
    instead: 'asked === undefined && reading.sure && !act',
    seen: rules,
    named: 'said of one decision is to what was asked of nobody knows which'
  },
  {
    why: 'An answer to what was asked for too late would give the end in law again, though its day is told (CRPA L411-2).',
    file: life,
    text: 'isIn(asked, ends(law, reading.longer))))',
    instead: 'isIn(asked, { on: null })))',
    seen: rules,
    named: 'to what was asked for too late gives nothing, in law either'
  },
  {
    why: 'The lawyer’s designation, where later, would not be the start of the time in law (decree 2020-1717, art. 43).',
    file: life,
    text: 'if (lawyerOn === null || lawyerOn <= on) return after',
    instead: "if (lawyerOn !== '') return after",
    seen: rules,
    named:
      'takes nothing from the later end that another gave: the lawyer’s designation (decree 2020-1717, art. 43)'
  },
  {
    why: 'A rejection that was given after two months would never count in law, though no silence counts without acknowledgment (CRPA L112-6).',
    file: life,
    text: 'law: reading.silent ? later(silent, state.law, ends) : law }',
    instead: 'law: later(silent, state.law, ends) }',
    seen: rules,
    named:
      'ends in law by an answer after two months, as silence counts where it was acknowledged alone (CRPA L112-6)'
  },
  {
    why: 'A detention would leave a return ban or a transfer its seven days in full (CESEDA L614-4).',
    file: life,
    text: "to === 'hours' && code.endsWith('-7D') ? leavings[0][2] : null",
    instead: 'null',
    seen: found,
    named: 'what cuts the time of one obligation may cut another of the same person (CESEDA R921-1)'
  }
]
