import { createTheme, type MantineColorsTuple, type MantineThemeOverride } from '@mantine/core'

type Shades = MantineColorsTuple

const teal: Shades = [
  '#eaf6f5',
  '#d3ebe9',
  '#a8d7d3',
  '#79c1bc',
  '#4faaa4',
  '#2f938d',
  '#1b7c77',
  '#0f6662',
  '#0b5451',
  '#07403e',
]
const amber: Shades = [
  '#fdf5e3',
  '#faeac4',
  '#f4d58a',
  '#ecbf55',
  '#dfa62c',
  '#c98d12',
  '#a8730a',
  '#7d5406',
  '#644305',
  '#4a3103',
]
const brick: Shades = [
  '#fbefec',
  '#f6dcd5',
  '#ebb9ac',
  '#dd9280',
  '#cc6c55',
  '#b54f37',
  '#9c3d27',
  '#83301d',
  '#692516',
  '#4d1a0f',
]
const gray: Shades = [
  '#faf9f6',
  '#f3f1ec',
  '#e9e6df',
  '#dbd7ce',
  '#c4bfb4',
  '#8c877c',
  '#625e56',
  '#4c4943',
  '#33312d',
  '#1f1e1b',
]
const dark: Shades = [
  '#dfe3e2',
  '#c2c8c7',
  '#a9b1b0',
  '#7c8584',
  '#4a5251',
  '#343b3a',
  '#262c2b',
  '#1b2020',
  '#151919',
  '#0f1212',
]

/** Deep teal acts, amber is due, brick is overdue or dangerous; never one of them without a word or a shape. */
export const colours = { teal, amber, brick, gray, dark }

const fonts = "'Noto Sans', 'Noto Sans Bengali', system-ui, sans-serif"

/** Read twice: by the provider at run time, and while building, for the style sheet of its variables. */
export const theme: MantineThemeOverride = createTheme({
  colors: colours,
  primaryColor: 'teal',
  primaryShade: { light: 7, dark: 6 },
  white: '#ffffff',
  black: '#1f1e1b',
  fontFamily: fonts,
  fontFamilyMonospace: fonts,
  headings: {
    fontFamily: fonts,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: 'var(--size-h1)', lineHeight: '1.3' },
      h2: { fontSize: 'var(--size-h2)', lineHeight: '1.35' },
      h3: { fontSize: 'var(--size-h3)', lineHeight: '1.4' },
    },
  },
  fontSizes: {
    xs: 'var(--size-xs)',
    sm: 'var(--size-sm)',
    md: 'var(--size-md)',
    lg: 'var(--size-lg)',
    xl: 'var(--size-xl)',
  },
  lineHeights: { xs: '1.45', sm: '1.5', md: '1.5', lg: '1.5', xl: '1.5' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  defaultRadius: 'sm',
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
  cursorType: 'pointer',
  respectReducedMotion: true,
})
