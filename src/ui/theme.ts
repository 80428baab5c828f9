import { createTheme } from '@mantine/core'

/**
 * The theme of the kit. Its CSS variables are not made at run time: they stand in `theme.css`, so that a page carries
 * no style element and the content security policy needs none.
 */
export const theme = createTheme({
  primaryColor: 'pine',
  primaryShade: 7,
  colors: {
    pine: [
      '#eef4f1',
      '#dbe8e2',
      '#b9d2c7',
      '#93baa9',
      '#6fa18c',
      '#4c8871',
      '#317059',
      '#1d5a47',
      '#164838',
      '#0f372a',
    ],
    clay: [
      '#f9f0ec',
      '#f1ddd5',
      '#e3bcad',
      '#d39a85',
      '#c37b61',
      '#b46045',
      '#a85439',
      '#9c4a2f',
      '#803b25',
      '#642e1c',
    ],
  },
  defaultRadius: 3,
  fontFamily: "'Be Vietnam Pro', system-ui, sans-serif",
})
