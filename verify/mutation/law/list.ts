import { appealMutants } from './appeals.ts'
import { compensationMutants } from './compensation.ts'
import { datesMutants } from './dates.ts'
import { givesMutants } from './gives.ts'
import { justiceMutants } from './justice.ts'
import { escapesMutants } from './escapes.ts'
import type { LawMutant } from './law-mutant.ts'
import { lifeMutants } from './life.ts'
import { limitationMutants } from './limitation.ts'
import { localMutants } from './local.ts'
import { recordsMutants } from './records.ts'
import { textsMutants } from './texts.ts'

/** Every old reading of the law that a test must see come back. */
export const lawMutants: readonly LawMutant[] = [
  ...datesMutants,
  ...justiceMutants,
  ...appealMutants,
  ...limitationMutants,
  ...compensationMutants,
  ...lifeMutants,
  ...textsMutants,
  ...localMutants,
  ...recordsMutants,
  ...escapesMutants,
  ...givesMutants
]
