import { released, thresholds } from '../../figures/mask/mask.ts'
import { deviationsOf, usualNoise } from '../../figures/noise/deviations.ts'
import { commandRow, commandTypes } from '../../workflows/case/commands.ts'
import { keepingCodes } from '../../workflows/deadlines/patience.ts'
import { deadlineRegister, type DeadlineCode, type DeadlineRow } from '../../workflows/deadlines/deadlines.ts'
import { isMinor, prosecutedIn } from '../../workflows/facts/facts.ts'
import { notesOf } from '../../workflows/vocabulary/fields.ts'
import { legalBases } from '../../workflows/law/register.ts'
import { isClosed } from '../../workflows/vocabulary/states.ts'
import { kindRow, kinds } from '../../workflows/referral/kinds/kinds.ts'
import { seesWhole, sight } from '../../policies/data-classes.ts'
import { actClass } from '../../policies/disclosure.ts'
import { isLive } from '../dossier.ts'
import { type Property, actsOf, every, command } from './property.ts'

/** The invariants of who is told, where it goes and what outlives it. */
export const secrecy: Property[] = [
  {
    id: 'I-11',
    says: 'no published count stands for fewer than eleven persons, and nothing between nought and ten is shown',
    tables: () => {
      const deviations = deviationsOf(usualNoise)
      const tried = Array.from({ length: 41 }, (_, count) => count).flatMap((count) =>
        Array.from({ length: 64 }, (_, part) => ({ count, key: part * 2 ** 26 }))
      )
      const wrong = tried.find(({ count, key }) => {
        const counted = {
          id: 'I-11',
          dimensions: [],
          counts: Int32Array.of(count),
          keys: Uint32Array.of(key)
        }
        const [shown] = released(counted, { deviations, threshold: thresholds.public }).shown
        return shown !== null && (shown! < 11 || count < 11)
      })
      return wrong ? JSON.stringify(wrong) : null
    }
  },
  {
    id: 'I-12',
    says: 'where a shelter is never stands in an act’s open input nor in what is shown before acceptance',
    tables: () => {
      const shown = Object.values(kinds).flatMap(({ preview }) => preview as readonly string[])
      if (shown.some((fact) => /address|place|lieu/i.test(fact) && fact !== 'factsTerritory'))
        return 'preview'
      const named = commandTypes.flatMap((type) => Object.entries(commandRow(type).input.properties))
      // The address of a recipient is where a link is mailed; it is never written down with the act.
      return (
        named.find(([field, schema]) => /address/i.test(field) && !notesOf(schema)?.addressee)?.[0] ?? null
      )
    }
  },
  {
    id: 'I-13',
    says: 'the prefecture sees of justice and of a child’s protection a coarse word; neither it nor the prosecutor sees asylum',
    tables: () => {
      const facts = { consents: every, ageGroup: 'adult' as const }
      const { coarse, classes } = sight.prefecture
      if (!coarse.includes('F') || seesWhole('F', 'prefecture', facts)) return 'prefecture sees F'
      if (classes.includes('G') || classes.includes('I') || classes.includes('J'))
        return 'prefecture sees G, I or J'
      const child = { consents: every, ageGroup: 'minor' as const, missing: true }
      const ofChild = actsOf('minor').find((type) => seesWhole(actClass(type), 'prefecture', child))
      if (ofChild) return `prefecture sees ${ofChild}`
      return (sight.prosecutor.classes as readonly string[]).includes('I') ? 'prosecutor sees I' : null
    }
  },
  {
    id: 'I-14',
    says: 'what goes to the prosecution goes to that of the acts, or of where a minor was found',
    tables: () => (kindRow('prosecutor').route === 'factsPlace' ? null : kindRow('prosecutor').route),
    standing: ({ facts }) => {
      const place = prosecutedIn(facts)
      const told = [facts.factsTerritory, ...(isMinor(facts) ? [facts.foundIn] : [])]
      return place === null || told.includes(place) ? null : place
    }
  },
  {
    id: 'I-17',
    says: 'a withdrawn consent ends what rests on it, and nothing that the law has sent',
    step: (taken) => {
      if (command(taken) !== 'consent.withdraw' || isMinor(taken.after.situation.facts)) return null
      const { consents } = taken.after.situation.facts
      const gone = taken.before.situation.facts.consents.filter((scope) => !consents.includes(scope))
      const wrong = taken.after.referrals.find((referral, index) => {
        const { consent } = kindRow(referral.kind)
        const was = taken.before.referrals[index]!
        if (consent === null) return isLive(was) && !isLive(referral)
        const { held, bed } = taken.after
        const kept = [...Object.values(held), bed].some(
          (stay) => stay && kindRow(taken.after.referrals[stay.by]!.kind).consent === consent
        )
        return gone.includes(consent) && isLive(referral) && !kept
      })
      return wrong?.kind ?? null
    }
  },
  {
    id: 'I-18',
    says: 'closing stops no clock of the law, and nothing is archived or erased while one runs, but for limitation',
    step: (taken) => {
      const { step, before } = taken
      if (step.type === 'clock' && (deadlineRegister[step.code] as DeadlineRow).patient)
        return keepingCodes.find((code) => before.clocks[code]) ?? null
      const closed = !isClosed(taken.before.situation.regions.closure)
      if (!closed || !isClosed(taken.after.situation.regions.closure)) return null
      const lost = (Object.keys(taken.before.clocks) as DeadlineCode[]).find(
        (code) => deadlineRegister[code].status === 'statute' && !taken.after.clocks[code]
      )
      return lost ?? null
    }
  },
  {
    id: 'I-19',
    says: 'every act rests on a reference that has a source and a weight',
    tables: () =>
      commandTypes.find(
        (type) =>
          commandRow(type).basis.length === 0 ||
          commandRow(type).basis.some((code) => legalBases[code].source.fr === '' || !legalBases[code].status)
      ) ?? null
  }
]
