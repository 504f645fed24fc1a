import type { LawMutant } from '../../mistake.ts'

const found = 'tests/workflows/deadlines/running/found.test.ts'
const holes = 'tests/workflows/deadlines/counted/holes.test.ts'
const plain = 'tests/workflows/deadlines/running/plain.test.ts'
const rules = 'tests/workflows/deadlines/counted/rules.test.ts'
const readings = 'workflows/deadlines/counted/readings.ts'
const worlds = 'workflows/deadlines/counted/worlds.ts'

/** Of which decision an act is, and what the law and the form leave open. */
export const countedWorldsMutants: readonly LawMutant[] = [
  {
    why: 'An act of before a decision would be of it.',
    file: worlds,
    text: 'return act.among.includes(code) && notice <= on',
    instead: 'return act.among.includes(code)',
    seen: rules,
    named: 'of before the decision is of none'
  },
  {
    why: 'What is said of one decision would be taken to be of any (CJA R421-1).',
    file: worlds,
    text: '  if (own.length > 0) return own\n',
    instead: '',
    seen: found,
    named:
      'what was asked after the end that was known, and in time by what is written down since (decree 2020-1717, art. 43)'
  },
  {
    why: 'What is said of a decision that it cannot be of would be taken to be of another (CJA R421-1).',
    file: worlds,
    text: 'if (isOther || apt.length === 0) return [null]',
    instead: 'if (apt.length === 0) return [null]',
    seen: rules,
    named: 'said of one that was notified later, it is of none'
  },
  {
    why: 'An answer would be to what was never asked, beside a request that waits for it.',
    file: worlds,
    text: 'return those.length === 0 || those.some((one) => one.startsWith(own))',
    instead: "return those.length >= 0 || own === ''",
    seen: holes,
    named: 'is what is asked of nobody, where the other was over that day (CJA R421-1)'
  },
  {
    why: 'An answer after the time was over would move the safe day, by a request that may have been of another.',
    file: worlds,
    text: '(end === null || act.on <= end) &&\n',
    instead: '',
    seen: plain,
    named:
      'aid kept open by a reconsideration of which a day after the first end is written down as well (CRPA L411-2)'
  },
  {
    why: 'An answer could not be of a decision that never came on file, though its question may be.',
    file: worlds,
    text: '? [[act.group, [...new Set([...own.get(act.group)!, null])]]]',
    instead: '? []',
    seen: rules,
    named: 'may be of a decision that never came on file, where its question may'
  },
  {
    why: 'One request would be answered twice, and nothing be left to the other.',
    file: worlds,
    text: 'return at < 0 ? asked : asked.toSpliced(at, 1)',
    instead: 'return asked',
    seen: rules,
    named: 'is to one request, and a second answer may be of another decision'
  },
  {
    why: 'What the row and its notice leave in doubt would keep nothing open in law.',
    file: readings,
    text: 'only(isLonger || cuts).flatMap',
    instead: '[false].flatMap',
    seen: rules,
    named: 'was asked for in time within what the notice adds (CJA R421-7)'
  },
  {
    why: 'Aid decided would end in law without its fifteen days, or the lawyer’s designation (decree 2020-1717, art. 43).',
    file: readings,
    text: "only(some((act) => act.does === 'answers' && (act.later > 0 || act.lawyerOn !== null))).flatMap",
    instead: '[false].flatMap',
    seen: found,
    named:
      'what was asked after the end that was known, and in time by what is written down since (decree 2020-1717, art. 43)'
  },
  {
    why: 'Aid decided would give the end in law no fifteen days where nothing else is open (decree 2020-1717, art. 43).',
    file: readings,
    text: "only(some(({ does }) => does === 'answers')).flatMap((implied)",
    instead: '[false].flatMap((implied)',
    seen: found,
    named: 'a request after an answer of which nobody wrote down the question moves no safe day (CRPA L411-2)'
  },
  {
    why: 'A recourse kept open by another request alone would count for certain (CRPA L411-2).',
    file: readings,
    text: 'only(requests.length > 1 && requests.some(isStrict)).flatMap((strict)',
    instead: '[false].flatMap((strict)',
    seen: plain,
    named:
      'an appeal to the superior made after the first two months, though a reconsideration waits (CRPA L411-2)'
  },
  {
    why: 'A second request for aid, of after the first decision, would never count in law (decree 2020-1717, art. 43, 3°).',
    file: readings,
    text: "                    ofAid.some((other) => other.does === 'answers' && other.on <= one.on)",
    instead: "                    ofAid.some((other) => other.does === 'answers' && other.on < '')",
    seen: rules,
    named: 'to a second request of aid may count in law, and moves no safe day (decree 2020-1717, art. 43)'
  },
  {
    why: 'What cuts one obligation would leave the others of the person whole (CESEDA R921-1).',
    file: readings,
    text: 'decisions.filter(isCuttable).length > 1 ||',
    instead: 'decisions.length < 0 ||',
    seen: holes,
    named:
      'is bound by a detention that is said of another obligation, though its day was moved since (CESEDA R921-1)'
  },
  {
    why: 'Two requests, each said of its own decision, would be one that was written twice (CJA R421-1).',
    file: readings,
    text: '  !isSaidOfAnother(one, other) &&\n',
    instead: '',
    seen: rules,
    named: 'two requests, each said of its own, are not one written twice'
  },
  {
    why: 'Two house arrests, each known by its day, would be one that was written down twice (CESEDA R921-1).',
    file: readings,
    text: 'one.to === other.to && one.by === null && other.by === null',
    instead: 'one.to === other.to',
    seen: rules,
    named: 'by house arrest does so once: the second, known by its own day, gives no seven days again'
  },
  {
    why: 'A question that came between two answers would not tell them apart: one that is corrected and two would be taken alike (CRPA L411-2).',
    file: readings,
    text: 'act.on > (one.on < other.on ? one.on : other.on)',
    instead: "act.on > ''",
    seen: holes,
    named: 'counts from an answer that is corrected, and ends in law by the other (CJA R421-1)'
  },
  {
    why: 'A return ban that is alone on file would not be of the person whom a detention cuts (CESEDA L614-4).',
    file: readings,
    text: ' || decisions.some((one) => isBeside(one, acts))',
    instead: '',
    seen: rules,
    named: 'by detention bounds a return ban that is alone on file'
  }
]
