/** How light each page is: as the device says, unless the reader chose. */
export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

export const themeIn = (said: unknown): Theme => themes.find((one) => one === said) ?? 'system'

/** On which screens the dark values stand; paper has none. */
export const darkScreens: Record<Theme, string> = {
  system: 'screen and (prefers-color-scheme: dark)',
  light: 'not all',
  dark: 'screen'
}
