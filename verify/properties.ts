import { classOfField } from '../workflows/split.ts'
import { openness } from '../workflows/advance.ts'
import { commandRow, commandTypes, regionTables, type CommandType } from '../workflows/commands.ts'
import { deadlineRegister, type DeadlineCode, type DeadlineRow } from '../workflows/deadlines.ts'
import { isMinor } from '../workflows/facts.ts'
import { notesOf } from '../workflows/fields.ts'
import type { Situation } from '../workflows/guards.ts'
import { legalBases } from '../workflows/law.ts'
import { opensL42511, opensL4251 } from '../workflows/offences.ts'
import { kindRow, kinds } from '../workflows/referral.kinds.ts'
import { consentScopes, type ConsentScope } from '../workflows/vocabulary.ts'
import { capacitiesHeld, firedBySystem, grants } from '../policies/grants.ts'
import { seesWhole, sight, type sightOf } from '../policies/data-classes.ts'
import { roles, type Role } from '../policies/actor.ts'
import { isLive, type Dossier, type Step } from './dossier.ts'

/** One step of a composed case that was taken; a property says what is wrong with it, or null. */
export type Taken = { before: Dossier; step: Step; after: Dossier }
export type Property = {
  id: string
  says: string
  step?: (taken: Taken) => string | null
  tables?: () => string | null
}

const every = Object.keys(consentScopes) as ConsentScope[]
const opensClock = (code: DeadlineCode, { before, after }: Taken) =>
  !before.clocks[code] && !!after.clocks[code]
const command = ({ step }: Taken) => (step.type === 'act' ? step.command : null)
const residence = (dossier: Dossier) => dossier.situation.regions.residence
const became = (
  region: 'residence' | 'housing' | 'closure' | 'identification',
  state: string,
  taken: Taken
) => taken.before.situation.regions[region] !== state && taken.after.situation.regions[region] === state

/** Whether an act opens alike in both situations. */
const alike = (one: Situation, other: Situation, type: CommandType) =>
  openness(one, type).open === openness(other, type).open

const actsOf = (...regions: string[]) =>
  commandTypes.filter((type) => regions.includes(commandRow(type).region ?? ''))
const helpActs = actsOf('housing', 'care')
const mayFire = (type: CommandType): Role[] =>
  (Object.keys(roles) as Role[]).filter((role) =>
    grants[role].some(({ may }) => (may as readonly string[]).includes(type))
  )

const differs = (before: Situation, changed: Situation, types: readonly CommandType[]) =>
  types.find((type) => !alike(before, changed, type)) ?? null

/** The invariants of the mechanism (domain table 8.4). */
export const invariants: Property[] = [
  {
    id: 'I-01',
    says: 'help depends neither on the procedure nor on formal identification',
    step: ({ after: { situation } }) => {
      const { regions, facts } = situation
      const found = ['none', 'trial', 'dismissed'].flatMap((judicial) => {
        const confirmed = ['presumed', 'formally_identified'].map((identification) => ({
          regions: { ...regions, judicial, identification },
          facts: { ...facts, procedureOpen: judicial === 'trial' }
        }))
        if (regions.identification !== 'presumed') return []
        return confirmed
          .map((changed) => differs(situation, changed, helpActs))
          .filter((type) => type !== null)
      })
      return found[0] ?? null
    }
  },
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
      const { offences } = taken.after.situation.facts
      const asked = command(taken) === 'permit.apply' || became('residence', 'cst_valid', taken)
      if (asked && !opensL4251(offences)) return 'L425-1'
      return became('residence', 'l425_11', taken) && !opensL42511(offences) ? 'L425-11' : null
    }
  },
  {
    id: 'I-06',
    says: 'facts abroad close the permit of L425-1 and nothing else',
    step: ({ after: { situation } }) => {
      const at = (factsAbroad: boolean) => ({ ...situation, facts: { ...situation.facts, factsAbroad } })
      if (openness(at(true), 'permit.apply').open) return 'permit.apply'
      return differs(at(false), at(true), actsOf('identification', 'housing', 'care'))
    }
  },
  {
    id: 'I-07',
    says: 'no consent is asked of a minor',
    step: ({ after: { situation } }) => {
      if (!isMinor(situation.facts)) return null
      const at = (consents: ConsentScope[]) => ({ ...situation, facts: { ...situation.facts, consents } })
      const types = actsOf('identification', 'minor', 'housing', 'care')
      return differs(at([]), at(every), types)
    }
  },
  {
    id: 'I-08',
    says: 'no request to Ac.Sé is live for a minor',
    step: ({ after }) =>
      isMinor(after.situation.facts) &&
      after.referrals.some(
        (referral) => ['acse', 'acse_place'].includes(referral.kind) && isLive(referral)
      ) &&
      after.stay === null
        ? 'a live acse referral'
        : null
  },
  {
    id: 'I-09',
    says: 'an asylum place is asked only for a woman with an asylum link, never French or of the Union',
    step: (taken) => {
      const opened = taken.after.referrals.length > taken.before.referrals.length
      if (!opened || taken.after.referrals.at(-1)?.kind !== 'dna') return null
      const { facts, regions } = taken.after.situation
      const linked = facts.asylumLink || ['asylum_pending', 'protected'].includes(regions.residence)
      const foreign = !['french', 'eu'].includes(facts.nationality)
      return linked && foreign && facts.sex === 'female' ? null : 'not eligible'
    }
  },
  {
    id: 'I-10',
    says: 'nobody stops being a presumed victim by time or by a negative of the police',
    step: (taken) => {
      const { before, after } = taken
      if (before.situation.facts.presumed && !after.situation.facts.presumed) return 'presumption lost'
      if (taken.step.type !== 'clock') return null
      return became('closure', 'closed_not_victim', taken) ||
        became('identification', 'insufficient_elements', taken)
        ? 'by the clock'
        : null
    },
    tables: () =>
      regionTables.identification.commands['formal.no'].to === 'not_confirmed' ? null : 'formal.no'
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
    says: 'the prefecture sees of justice a coarse word; neither it nor the prosecutor sees asylum',
    tables: () => {
      const facts = { consents: every, ageGroup: 'adult' as const }
      const { coarse, classes } = sight.prefecture as ReturnType<typeof sightOf>
      if (!coarse.includes('F') || seesWhole('F', 'prefecture', facts)) return 'prefecture sees F'
      if (classes.includes('G') || classes.includes('I') || classes.includes('J'))
        return 'prefecture sees G, I or J'
      return (sight.prosecutor.classes as readonly string[]).includes('I') ? 'prosecutor sees I' : null
    }
  },
  {
    id: 'I-14',
    says: 'what goes to the prosecution goes to that of the acts, or of where a minor was found',
    tables: () => (kindRow('prosecutor').route === 'factsPlace' ? null : kindRow('prosecutor').route)
  },
  {
    id: 'I-15',
    says: 'renewal follows an open procedure, and its end is said at once',
    step: (taken) => {
      const { situation } = taken.after
      if (!situation.facts.procedureOpen && openness(situation, 'permit.renew').open) return 'renewable'
      const ended = taken.before.situation.facts.procedureOpen && !situation.facts.procedureOpen
      const rests = ['cst_valid', 'cst_renewed'].includes(residence(taken.before))
      const convicted = situation.facts.finalOn !== null
      return ended && rests && !convicted && taken.step.type === 'act' && !taken.after.clocks['MNIO-ROUTE']
        ? 'nobody is warned'
        : null
    },
    tables: () => (deadlineRegister['D-CST'].alerts.some((days) => days >= 180) ? null : 'D-CST')
  },
  {
    id: 'I-16',
    says: 'a minor’s time to claim compensation stands still',
    step: ({ after }) =>
      isMinor(after.situation.facts) &&
      (['D-CIVI-OFFENCE', 'D-CIVI-DECISION'] as const).some((code) => after.clocks[code] === 'running')
        ? 'running'
        : null
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
        const kept = consent === 'C' && taken.after.stay !== null
        return gone.includes(consent) && isLive(referral) && !kept
      })
      return wrong?.kind ?? null
    }
  },
  {
    id: 'I-18',
    says: 'closing stops no clock of the law',
    step: (taken) => {
      const closed = !taken.before.situation.regions.closure.startsWith('closed_')
      if (!closed || !taken.after.situation.regions.closure.startsWith('closed_')) return null
      const lost = (Object.keys(taken.before.clocks) as DeadlineCode[]).find(
        (code) => deadlineRegister[code].status === 'statute' && !taken.after.clocks[code]
      )
      return lost ?? null
    }
  },
  {
    id: 'I-19',
    says: 'every act rests on a dated reference',
    tables: () =>
      commandTypes.find(
        (type) =>
          commandRow(type).basis.length === 0 ||
          commandRow(type).basis.some((code) => legalBases[code].source === '' || !legalBases[code].status)
      ) ?? null
  },
  {
    id: 'I-20',
    says: 'nothing of an offence she was made to commit is kept',
    tables: () => {
      const named = commandTypes.flatMap((type) =>
        Object.entries(commandRow(type).input.properties)
          .filter(([field]) => classOfField(commandRow(type).input, field) === 'J')
          .filter(([, schema]) => {
            const { type: kind, format } = schema as { type?: string; format?: string }
            return kind === 'string' && format !== 'date' && !notesOf(schema)?.choices
          })
          .map(([field]) => `${type}.${field}`)
      )
      return named[0] ?? null
    }
  }
]

const holdsDeadReferral = ({ stay, referrals }: Dossier) =>
  stay !== null && !['accepted', 'ended'].includes(referrals[stay.by]!.state)

/** What must be true of the whole machinery, whatever it is about. */
export const structure: Property[] = [
  {
    id: 'S-1',
    says: 'no place is held by a referral that was not accepted',
    step: ({ after }) => (holdsDeadReferral(after) ? 'a closed referral holds a place' : null)
  },
  {
    id: 'S-2',
    says: 'every act is granted to someone or done by the clock',
    tables: () =>
      commandTypes.find(
        (type) =>
          type !== 'case.flag' &&
          mayFire(type).length === 0 &&
          !(firedBySystem as readonly string[]).includes(type)
      ) ?? null
  },
  {
    id: 'S-3',
    says: 'every clock that acts has its act',
    tables: () =>
      (Object.entries(deadlineRegister) as [string, DeadlineRow][]).find(
        ([, { fires }]) => fires && fires !== 'expire' && !commandTypes.includes(fires as CommandType)
      )?.[0] ?? null
  },
  {
    id: 'S-4',
    says: 'every recipient speaks for its capacity through some role',
    tables: () =>
      Object.values(kinds).find(
        ({ capacity }) =>
          !(Object.keys(roles) as Role[]).some((role) => capacitiesHeld(role).includes(capacity))
      )?.label.fr ?? null
  }
]

export const properties = [...invariants, ...structure]
