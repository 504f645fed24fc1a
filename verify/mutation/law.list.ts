import { againstMutants } from './law/against.ts'
import { appealMutants } from './law/appeals.ts'
import { civiMutants } from './law/civi.ts'
import { compensationMutants } from './law/compensation.ts'
import { countedAgainMutants } from './law/counted/again.ts'
import { countedLifeMutants } from './law/counted/life.ts'
import { countedToldMutants } from './law/counted/told.ts'
import { countedWorldsMutants } from './law/counted/worlds.ts'
import { courtsMutants } from './law/courts.ts'
import { datesMutants } from './law/dates.ts'
import { foundMutants } from './law/found.ts'
import { furtherMutants } from './law/further.ts'
import { judgmentsMutants } from './law/judgments.ts'
import { justiceMutants } from './law/justice.ts'
import { escapesMutants } from './law/escapes.ts'
import type { LawMutant } from './mistake.ts'
import { lifeMutants } from './law/life.ts'
import { limitationMutants } from './law/limitation.ts'
import { localMutants } from './law/local.ts'
import { noticesMutants, orderMutants } from './law/notices.ts'
import { recordsMutants } from './law/records.ts'
import { rereadMutants } from './law/reread.ts'
import { residenceMutants } from './law/residence.ts'
import { slipsMutants } from './law/slips.ts'
import { stillMutants } from './law/still.ts'
import { shortNoticeMutants } from './law/short-notice.ts'
import { givesMutants, textsMutants } from './law/texts.ts'
import { twiceMutants } from './law/twice.ts'
import { whichMutants } from './law/which.ts'

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
  ...slipsMutants,
  ...orderMutants,
  ...foundMutants,
  ...countedAgainMutants,
  ...countedLifeMutants,
  ...countedWorldsMutants,
  ...countedToldMutants
]
