import type { KeyboardEvent, MouseEvent } from 'react'
import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core'

/** Ten shades, from the lightest to the darkest. */
const shades = (ten: string) => ten.split(' ') as unknown as MantineColorsTuple

// Warm neutrals; index 6 is the dimmed text of the light theme.
const gray = shades('#faf9f7 #f5f3f0 #ece9e4 #e0dcd6 #cdc8c0 #a8a299 #68635b #57524b #3a3733 #211f1c')

// Mantine reads: 0 text, 2 dimmed, 4 border, 5 hover, 6 raised surface, 7 body.
const dark = shades('#eae7e2 #cdc9c2 #a8a39a #948f86 #3b3834 #34322e #242220 #1b1a18 #161514 #100f0e')

const teal = shades('#eef7f6 #dcefed #b3dcd8 #6cc3bb #43a69e #268c84 #177a73 #0f625c #0b514c #083f3b')
const red = shades('#fdf1f0 #fbe2e0 #f6c4c0 #f5a39c #f58b82 #e0564c #c4362d #b3261e #961e17 #6f1611')
const amber = shades('#fef7e8 #fdf0d9 #fae0b0 #f6cc80 #f0b052 #d98f22 #b06c08 #8f5200 #7a4600 #5c3500')

export const fontFamily =
  "'Inter Variable', system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Hiragino Sans', 'Noto Sans CJK JP', 'Noto Sans JP', 'Yu Gothic UI', 'PingFang SC', 'Microsoft YaHei', 'Apple SD Gothic Neo', 'Malgun Gothic', 'Noto Naskh Arabic UI', 'Geeza Pro', Tahoma, sans-serif"

const rem = (px: number) => `${px / 16}rem`

/** What is typed replaces what was chosen, and Enter never sends the form while options are open. */
const replaceable = {
  onClick: ({ currentTarget }: MouseEvent<HTMLInputElement>) => currentTarget.readOnly || currentTarget.select(),
  onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter' && event.currentTarget.ariaExpanded === 'true') event.preventDefault()
  },
}

export const theme = createTheme({
  colors: { gray, dark, teal, red, amber },
  primaryColor: 'teal',
  primaryShade: { light: 7, dark: 6 },
  white: '#ffffff',
  black: '#211f1c',
  fontFamily,
  fontFamilyMonospace: "ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace",
  fontSizes: { xs: rem(12), sm: rem(13), md: rem(14), lg: rem(16), xl: rem(20) },
  lineHeights: { xs: '1.35', sm: '1.4', md: '1.45', lg: '1.4', xl: '1.3' },
  spacing: { xs: rem(8), sm: rem(12), md: rem(16), lg: rem(24), xl: rem(32) },
  radius: { xs: rem(3), sm: rem(4), md: rem(6), lg: rem(8), xl: rem(16) },
  defaultRadius: 'md',
  headings: {
    fontFamily,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: rem(18), lineHeight: '1.35', fontWeight: '600' },
      h2: { fontSize: rem(14), lineHeight: '1.45', fontWeight: '600' },
      h3: { fontSize: rem(13), lineHeight: '1.45', fontWeight: '600' },
      h4: { fontSize: rem(13), lineHeight: '1.45', fontWeight: '600' },
    },
  },
  shadows: {
    xs: 'none',
    sm: 'none',
    md: 'var(--shadow-popover)',
    lg: 'var(--shadow-popover)',
    xl: 'var(--shadow-popover)',
  },
  cursorType: 'pointer',
  respectReducedMotion: true,
  activeClassName: '',
  components: {
    Button: { defaultProps: { size: 'sm' } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 'md' } },
    Tooltip: { defaultProps: { openDelay: 400, transitionProps: { duration: 120 }, withinPortal: true } },
    Menu: {
      defaultProps: {
        withInitialFocusPlaceholder: false,
        transitionProps: { duration: 120, transition: 'fade' },
        shadow: 'md',
        offset: 4,
      },
    },
    Popover: { defaultProps: { transitionProps: { duration: 120, transition: 'fade' }, shadow: 'md', offset: 4 } },
    Combobox: {
      defaultProps: {
        transitionProps: { duration: 120, transition: 'fade' },
        shadow: 'md',
        offset: 4,
        position: 'bottom-start',
      },
    },
    Modal: {
      defaultProps: {
        transitionProps: { duration: 140, transition: 'fade' },
        overlayProps: { backgroundOpacity: 1, color: 'var(--overlay)' },
        shadow: 'lg',
        radius: 'lg',
      },
    },
    Select: { defaultProps: { checkIconPosition: 'right', selectFirstOptionOnChange: true, ...replaceable } },
    MultiSelect: { defaultProps: { checkIconPosition: 'right', selectFirstOptionOnChange: true } },
    ModalOverlay: { defaultProps: { backgroundOpacity: 1, color: 'var(--overlay)' } },
    DrawerOverlay: { defaultProps: { backgroundOpacity: 1, color: 'var(--overlay-light)' } },
    Drawer: {
      defaultProps: {
        transitionProps: { duration: 160 },
        overlayProps: { backgroundOpacity: 1, color: 'var(--overlay-light)' },
        shadow: 'none',
      },
    },
  },
})

export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-text': gray[9],
    '--mantine-color-body': '#ffffff',
    '--mantine-color-dimmed': gray[6],
    '--mantine-color-placeholder': '#767067',
    '--mantine-color-anchor': teal[7],
    '--mantine-color-error': red[7],
    '--mantine-color-default-border': gray[3],
    '--mantine-color-default-hover': gray[1],
    '--mantine-color-default-color': gray[9],
    '--mantine-color-disabled': gray[1],
    '--mantine-color-disabled-color': '#8a847b',
    '--mantine-color-disabled-border': gray[2],
    '--mantine-color-gray-text': gray[7],
    '--mantine-color-gray-light-color': gray[8],
    '--mantine-color-red-filled': red[7],
    '--mantine-color-red-filled-hover': red[8],
    '--mantine-color-red-text': red[7],
    '--mantine-color-amber-text': amber[7],
  },
  dark: {
    '--mantine-color-text': dark[0],
    '--mantine-color-body': dark[7],
    '--mantine-color-dimmed': dark[2],
    '--mantine-color-placeholder': dark[3],
    '--mantine-color-anchor': teal[3],
    '--mantine-color-error': red[4],
    '--mantine-color-default': dark[6],
    '--mantine-color-default-border': dark[4],
    '--mantine-color-default-hover': dark[5],
    '--mantine-color-default-color': dark[0],
    '--mantine-color-disabled': dark[6],
    '--mantine-color-disabled-color': '#7d786f',
    '--mantine-color-disabled-border': dark[4],
    '--mantine-color-gray-text': dark[1],
    '--mantine-color-gray-light': dark[5],
    '--mantine-color-gray-light-hover': dark[4],
    '--mantine-color-gray-light-color': dark[0],
    '--mantine-color-gray-outline': dark[2],
    '--mantine-color-red-filled': red[6],
    '--mantine-color-red-filled-hover': red[7],
    '--mantine-color-red-text': red[4],
    '--mantine-color-red-light': '#43211e',
    '--mantine-color-red-light-hover': '#532723',
    '--mantine-color-red-light-color': red[2],
    '--mantine-color-teal-filled': teal[6],
    '--mantine-color-teal-filled-hover': teal[7],
    '--mantine-color-teal-text': teal[3],
    '--mantine-color-teal-light': '#16332f',
    '--mantine-color-teal-light-hover': '#1b3f3a',
    '--mantine-color-teal-light-color': teal[2],
    '--mantine-color-amber-text': amber[4],
    '--mantine-color-amber-light': '#3d2e14',
    '--mantine-color-amber-light-color': amber[3],
  },
})
