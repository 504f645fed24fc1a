import { createHash } from 'node:crypto'

/**
 * The words of an article without what copies of it do not share: Unicode is composed (NFC), apostrophes and inverted
 * commas are those of a keyboard, dashes are hyphens, and white space and the marks of Markdown are left out. Letters,
 * figures, accents, case and punctuation stay.
 */
export const normal = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/[‘’ʼ]/g, "'")
    .replaceAll(/[“”„«»]/g, '"')
    .replaceAll(/[‐‑–—−]/g, '-')
    .replaceAll(/[\s\u200b*_#>|\\]/g, '')

/** What the register keeps of a text that was read whole. */
export const digestOf = (text: string): string => createHash('sha256').update(normal(text)).digest('hex')
