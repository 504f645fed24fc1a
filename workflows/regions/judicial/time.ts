import type { Opening } from '../../act/command.ts'
import { date, optional } from '../../vocabulary/fields.ts'

// When the acts ended, and how old she was, decide how long justice and the fund can still be asked: whoever learns it may
// write it down, with or without a complaint.

export const actsDated = {
  lastFactsOn: optional(
    date({
      label: { fr: 'Derniers faits le', en: 'Last acts on' },
      hint: {
        fr: 'La prescription et le délai de la CIVI courent de ce jour.',
        en: 'Limitation and the time to claim to the CIVI run from this day.'
      },
      dataClass: 'F'
    })
  ),
  majorityOn: optional(
    date({
      label: {
        fr: 'Si la personne était mineure lors des faits : ses dix-huit ans, le',
        en: 'If they were a minor at the time: eighteen years old on'
      },
      hint: {
        fr: 'Ces délais ne courent pas avant ce jour.',
        en: 'These time limits do not run before that day.'
      },
      dataClass: 'B'
    })
  )
}

const ofFacts = { startsOn: 'lastFactsOn', unlessGiven: 'majorityOn', restarts: true } as const
const ofMajority = { startsOn: 'majorityOn', given: 'lastFactsOn', restarts: true } as const

/** The clocks that run from the acts. A later and better date counts anew. For a minor, majority opens its own. */
export const actsCounted = [
  { code: 'D-LIMIT', when: ['adult', 'offenceNamed'], ...ofFacts },
  { code: 'D-LIMIT-CRIME', when: ['adult', 'crimeNamed'], ...ofFacts },
  { code: 'D-LIMIT-MINOR', when: ['adult', 'offenceNamed'], ...ofMajority },
  { code: 'D-LIMIT-CRIME-MINOR', when: ['adult', 'crimeOnMinorNamed'], ...ofMajority },
  {
    code: 'D-CIVI-OFFENCE',
    when: ['compensationOpen', 'compensationNotClaimed'],
    startsOn: 'lastFactsOn',
    notBefore: 'majorityOn',
    restarts: true
  }
] as const satisfies readonly Opening[]

/** What a fact learnt is, without the days that only clocks need. */
export const undated = <I extends { lastFactsOn?: string; majorityOn?: string }>(input: I) => {
  const { lastFactsOn: _on, majorityOn: _majority, ...rest } = input
  return rest
}
