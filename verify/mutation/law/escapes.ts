import type { LawMutant } from '../mistake.ts'

const escapes = 'tests/workflows/law/escapes.test.ts'
const records = 'tests/workflows/law/records.test.ts'

/** Refusals of the mechanism and of practice, dressed as law. */
export const escapesMutants: readonly LawMutant[] = [
  {
    why: 'An excerpt of R121-12-3 that bears no date would refuse a demand that L121-9 opens.',
    file: 'policies/requirements/table.ts',
    text: 'filter((id) => !restsOnUnread(id) && !(isRecord(type)',
    instead: 'filter((id) => !(isRecord(type)',
    seen: 'tests/server/cases/residence.test.ts',
    named: 'whose approval nobody knows'
  },
  {
    why: 'The refusal of an association without approval would name another article than it quotes, one that was read (R121-12-6).',
    file: 'policies/requirements/rests.ts',
    text: "approved: ['CASF.R121-12-3'],",
    instead: "approved: ['CASF.R121-12-6'],",
    seen: 'tests/workflows/law/three-rules.test.ts',
    named: 'rests on what its own words quote'
  },
  {
    why: 'A decision of the cell, said to rest on R425-1, would be awaited before the thirty days are offered.',
    file: 'workflows/regions/residence/reflection.ts',
    text: "    guards: ['thirdCountry'],\n    warns: ['presumed', 'nationalityKnown', 'noPeriodBefore'],",
    instead:
      "    guards: ['thirdCountry', 'reflectionDue'],\n    warns: ['presumed', 'nationalityKnown', 'noPeriodBefore'],",
    seen: escapes,
    named: 'reflection.offer'
  },
  {
    why: 'A first opinion of the cell would be awaited by Ac.Sé, the act naming the mechanism before the decree.',
    file: 'workflows/regions/housing/housing.ts',
    text: "    guards: ['adultForAcse', 'localDanger'],",
    instead: "    guards: ['adultForAcse', 'localDanger', 'positiveProposed'],",
    seen: escapes,
    named: 'acse.request'
  },
  {
    why: 'The exit programme would be closed by age, of which its article says nothing (CASF L121-9).',
    file: 'workflows/regions/residence/programme.ts',
    text: "guards: ['sexuallyExploited', 'programmeNotRunning'],\n    warns: ['adultForProgramme'],",
    instead: "guards: ['sexuallyExploited', 'programmeNotRunning', 'adultForProgramme'],",
    seen: escapes,
    named: 'toute personne victime'
  },
  {
    why: 'Practice of a network would close Ac.Sé to a child in the name of a decree that does not speak of it (R425-10).',
    file: 'workflows/guards/guards.ts',
    text: "by other acts (I-08).\n    rests: 'file',",
    instead: "by other acts (I-08).\n    rests: ['CESEDA.R425-10'],",
    seen: escapes,
    named: 'acse.request'
  },
  {
    why: 'Labour inspectors could not be told of trafficking that is not at work (CTRAV L8112-2).',
    file: 'workflows/regions/judicial/compensation.ts',
    text: "    warns: ['labourForms'],",
    instead: "    guards: ['labourForms'],",
    seen: escapes,
    named: 'labour inspectors are told'
  },
  {
    why: 'An obligation to leave decided during reflection could not be written down, and its time would pass unseen.',
    file: 'workflows/case/records.ts',
    text: "(code === 'unsaid' && field === 'validUntil')",
    instead: "code === 'removal_barred' || (code === 'unsaid' && field === 'validUntil')",
    seen: records,
    named: ': no form of it is refused for what the file knows'
  },
  {
    why: 'A receipt handed over before the file knew of an offer could not be written down.',
    file: 'policies/requirements/table.ts',
    text: "const notOfRecords: readonly RequirementId[] = [...saidOfRecords, 'agreed', 'notAsked']",
    instead: "const notOfRecords: readonly RequirementId[] = ['inOrder', 'agreed', 'notAsked']",
    seen: records,
    named: ': no form of it is refused for what the file knows'
  }
]
