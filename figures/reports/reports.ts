import { associations } from './associations.ts'
import { eurostat } from './eurostat.ts'
import { glotip } from './glotip.ts'
import { greta } from './greta.ts'
import type { ReportId } from './ids.ts'
import type { Report } from './report.ts'
import { sdg } from './sdg.ts'

export const reports: Readonly<Record<ReportId, Report>> = { associations, eurostat, greta, glotip, sdg }
