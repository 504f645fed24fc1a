import { againstMutants } from './against.ts'
import { appealMutants } from './appeals.ts'
import { civiMutants } from './civi.ts'
import { compensationMutants } from './compensation.ts'
import { courtsMutants } from './courts.ts'
import { datesMutants } from './dates.ts'
import { furtherMutants } from './further.ts'
import { givesMutants } from './gives.ts'
import { judgmentsMutants } from './judgments.ts'
import { justiceMutants } from './justice.ts'
import { escapesMutants } from './escapes.ts'
import type { LawMutant } from '../mistake.ts'
import { lifeMutants } from './life.ts'
import { limitationMutants } from './limitation.ts'
import { localMutants } from './local.ts'
import { noticesMutants } from './notices.ts'
import { recordsMutants } from './records.ts'
import { rereadMutants } from './reread.ts'
import { residenceMutants } from './residence.ts'
import { slipsMutants } from './slips.ts'
import { stillMutants } from './still.ts'
import { shortNoticeMutants } from './short-notice.ts'
import { textsMutants } from './texts.ts'
import { twiceMutants } from './twice.ts'
import { whichMutants } from './which.ts'

/** Every old reading of the law that a test must see come back. */
export const lawMutants: readonly LawMutant[] = [
  ...datesMutants,
  ...justiceMutants,
  ...appealMutants,
  ...limitationMutants,
  ...compensationMutants,
  ...civiMutants,
  ...furtherMutants,
  ...lifeMutants,
  ...textsMutants,
  ...localMutants,
  ...recordsMutants,
  ...residenceMutants,
  ...escapesMutants,
  ...givesMutants,
  ...courtsMutants,
  ...noticesMutants,
  ...judgmentsMutants,
  ...stillMutants,
  ...shortNoticeMutants,
  ...againstMutants,
  ...rereadMutants,
  ...twiceMutants,
  ...whichMutants,
  ...slipsMutants
]
