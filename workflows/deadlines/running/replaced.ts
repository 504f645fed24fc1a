import type { CommandType } from '../../case/commands.ts'
import type { Facts, PermitAsked } from '../../facts/facts.ts'
import { yearly, type HeldPermit } from '../../vocabulary/states.ts'

/** Each permit that may be given, as it is asked for and as it is held. */
const gives: Partial<Record<CommandType, { permit: PermitAsked; held: readonly HeldPermit[] }>> = {
  'permit.issue': { permit: 'l425_1', held: yearly },
  'unworthy_housing.issue': { permit: 'l425_11', held: ['l425_11'] },
  'discretion.issue': { permit: 'discretion', held: ['humanitarian_discretion'] },
  'coming_of_age.issue': { permit: 'coming_of_age', held: [] }
}

/**
 * Whether an act gives the permit that the last decision refused or withdrew. Of one that nobody named it is not known, and the time
 * against that decision goes on.
 */
export const givesWhatWasRefused = (
  command: CommandType,
  { permitRefused, withdrawnPermit }: Pick<Facts, 'permitRefused' | 'withdrawnPermit'>
): boolean => {
  const given = gives[command]
  if (given === undefined) return false
  return given.permit === permitRefused || given.held.some((state) => state === withdrawnPermit)
}
