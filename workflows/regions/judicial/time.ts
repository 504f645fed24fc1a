import type { Opening } from '../../act/command.ts'
import { date, optional, yes } from '../../vocabulary/fields.ts'

// When the acts ended, how old she was and whether she was alone decide how long justice and the fund can still be asked: whoever learns it may
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
  ),
  severalVictims: optional(
    yes({
      label: { fr: 'D’autres personnes ont subi les mêmes faits', en: 'Others suffered the same acts' },
      hint: {
        fr: 'Certains délits deviennent alors des crimes (CP 225-15), et se prescrivent plus tard.',
        en: 'Some offences are then crimes (CP 225-15), and can be prosecuted longer.'
      },
      dataClass: 'F'
    })
  )
}

const fromFacts = { startsOn: 'lastFactsOn', restarts: true } as const
const fromMajority = { startsOn: 'majorityOn', given: 'lastFactsOn', restarts: true } as const
const onAdult = { ...fromFacts, unlessGiven: 'majorityOn' } as const
const onMinor = { ...fromFacts, given: 'majorityOn' } as const
const several = { whenInput: { field: 'severalVictims', is: true } } as const

/**
 * Limitation. Done to a minor, an offence or a crime of the list of CPP 706-47 waits for majority (CPP 7 and 8), and whatever
 * else was done to them runs from the acts. Of a child its time from majority is opened by eighteen itself.
 */
const limited = [
  { code: 'D-LIMIT', when: ['adult', 'offenceNamed'], ...onAdult },
  { code: 'D-LIMIT', when: ['adult', 'unlistedOnMinor'], ...onMinor },
  { code: 'D-LIMIT', when: ['minorOrDoubt', 'unlistedOnMinor'], ...fromFacts },
  { code: 'D-LIMIT-CRIME', when: ['adult', 'crimeNamed'], ...onAdult },
  { code: 'D-LIMIT-CRIME', when: ['adult', 'crimeOnSeveralNamed'], ...onAdult, ...several },
  { code: 'D-LIMIT-CRIME', when: ['adult', 'unlistedCrimeOnMinor'], ...onMinor },
  { code: 'D-LIMIT-CRIME', when: ['minorOrDoubt', 'unlistedCrimeOnMinor'], ...fromFacts },
  { code: 'D-LIMIT-CRIME', when: ['adult', 'crimeOnSeveralWithMinorsNamed'], ...onMinor, ...several },
  {
    code: 'D-LIMIT-CRIME',
    when: ['minorOrDoubt', 'crimeOnSeveralWithMinorsNamed'],
    ...fromFacts,
    ...several
  },
  { code: 'D-LIMIT-MINOR', when: ['adult', 'listedOnMinor'], ...fromMajority },
  { code: 'D-LIMIT-CRIME-MINOR', when: ['adult', 'listedCrimeOnMinor'], ...fromMajority }
] as const satisfies readonly Opening[]

/** The three years to claim to the CIVI (CPP 706-5). */
export const offenceCounted = {
  code: 'D-CIVI-OFFENCE',
  when: 'compensationNotClaimed',
  startsOn: 'lastFactsOn',
  notBefore: 'majorityOn',
  restarts: true
} as const satisfies Opening

/** The clocks that run from the acts. A later and better date counts anew. For a minor, majority opens its own. */
export const actsCounted = [...limited, offenceCounted] as const satisfies readonly Opening[]

/** What interrupts limitation (CPP 9-2): each that runs starts anew, of its own length, from that day if it is later. */
export const interruptsLimitation = (startsOn: string) =>
  (['D-LIMIT', 'D-LIMIT-CRIME', 'D-LIMIT-MINOR', 'D-LIMIT-CRIME-MINOR'] as const).map(
    (code) => ({ code, startsOn, interrupts: true }) as const satisfies Opening
  )

/** What a fact learnt is, without the days that only clocks need. */
export const undated = <I extends { lastFactsOn?: string; majorityOn?: string; severalVictims?: boolean }>(
  input: I
) => {
  const { lastFactsOn: _on, majorityOn: _majority, severalVictims: _several, ...rest } = input
  return rest
}
