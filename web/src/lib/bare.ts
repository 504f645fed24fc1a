/** Words as one types them in haste: no accent, no capital, no space around. */
export const bare = (words: string) => words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
