import type { Snippet } from 'svelte'
import type { Field } from './schema.ts'

/** One field of an act that is asked in its own way, by name. */
export type OwnFields = Record<
  string,
  Snippet<[{ field: Field; values: readonly string[]; error: string | undefined }]>
>
