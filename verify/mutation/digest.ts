import { createHash } from 'node:crypto'

/** Twelve signs of what a text says: the same wherever it stands. */
export const digestOfText = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 12)
