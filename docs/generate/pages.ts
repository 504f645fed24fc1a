import { acts } from './acts.ts'
import { diagrams } from './diagrams.ts'
import { emergency } from './emergency.ts'
import { forms } from './forms.ts'
import { law } from './law.ts'
import { matrix } from './matrix.ts'
import { peers } from './peers.ts'
import { processing } from './processing/processing.ts'
import { recipients } from './recipients.ts'
import { deadlines } from './registers.ts'
import { visibility } from './visibility.ts'

/** Every document that is computed, by the name of its file in `docs/`. */
export const pages: Record<string, () => string> = {
  'acts.md': acts,
  'deadlines.md': deadlines,
  'diagrams.md': diagrams,
  'donnees/registre-tables.md': processing,
  'emergency.md': emergency,
  'forms.md': forms,
  'law.md': law,
  'matrix.md': matrix,
  'peers.md': peers,
  'recipients.md': recipients,
  'visibility.md': visibility
}
