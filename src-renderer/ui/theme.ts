import { ActionIcon, Alert, Button, createTheme, Menu, Modal, NativeSelect, PasswordInput, Select, Textarea, TextInput, Tooltip, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

/** Celadon, the glaze of old Vietnamese ceramics: the product's one accent. */
const celadon: MantineColorsTuple = ['#edf6f3', '#d8ebe5', '#b1d8cd', '#86c2b3', '#5aaa98', '#379280', '#207c6a', '#146757', '#0e5346', '#093d34'];
const brick: MantineColorsTuple = ['#fdf1ef', '#f9ddd8', '#f0b9b0', '#e79486', '#de7465', '#cf5341', '#bb3d2c', '#a23123', '#84281c', '#651d14'];
const turmeric: MantineColorsTuple = ['#fdf6e6', '#f9e8c2', '#f2d38c', '#e9ba55', '#dfa42d', '#c88a15', '#a66f0c', '#85580a', '#684508', '#4c3206'];
const slate: MantineColorsTuple = ['#eff4f9', '#dbe6f1', '#b8cde2', '#90b2d1', '#6a95bf', '#4a79a8', '#386390', '#2d5075', '#233f5c', '#1a2f45'];
const gray: MantineColorsTuple = ['#f7f8f6', '#eef1ee', '#e2e7e3', '#ced5d0', '#adb7b1', '#87938c', '#65716b', '#49544f', '#313a36', '#1d2421'];
const dark: MantineColorsTuple = ['#dfe5e2', '#b6c0bb', '#94a09a', '#6c7872', '#47534e', '#35413c', '#28332f', '#1c2522', '#151c1a', '#0e1412'];

/** Notices wear the page's own washes, not the palette's stronger ones. */
const toneOfColor: Readonly<Record<string, string>> = { brick: 'stop', turmeric: 'warn', slate: 'info' };

/** One spacing scale (4·8·12·16·24) and one type scale (12·13·14·16·20) for every screen. */
export const theme = createTheme({
  colors: { celadon, brick, turmeric, slate, gray, dark, red: brick, yellow: turmeric, blue: slate, green: celadon },
  primaryColor: 'celadon',
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  luminanceThreshold: 0.4,
  fontFamily: "'Be Vietnam Pro', 'Segoe UI', system-ui, sans-serif",
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.35' },
  spacing: { xs: '0.25rem', sm: '0.5rem', md: '0.75rem', lg: '1rem', xl: '1.5rem' },
  radius: { xs: '3px', sm: '5px', md: '7px', lg: '10px', xl: '14px' },
  defaultRadius: 'md',
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.25rem', lineHeight: '1.35' },
      h2: { fontSize: '1rem', lineHeight: '1.4' },
      h3: { fontSize: '0.875rem', lineHeight: '1.45' },
    },
  },
  focusRing: 'auto',
  cursorType: 'pointer',
  components: {
    Alert: Alert.extend({
      vars: (_theme, { color }) => {
        const tone = toneOfColor[color ?? ''] ?? 'info';
        return { root: { '--alert-bg': `var(--${tone}-wash)`, '--alert-color': `var(--${tone}-ink)`, '--alert-bd': `1px solid var(--${tone}-line)` } };
      },
    }),
    TextInput: TextInput.extend({ defaultProps: { size: 'sm' } }),
    Textarea: Textarea.extend({ defaultProps: { size: 'sm', autosize: true, minRows: 2, maxRows: 8 } }),
    PasswordInput: PasswordInput.extend({ defaultProps: { size: 'sm' } }),
    Select: Select.extend({ defaultProps: { size: 'sm', comboboxProps: { transitionProps: { duration: 0 } } } }),
    NativeSelect: NativeSelect.extend({ defaultProps: { size: 'sm' } }),
    Button: Button.extend({ defaultProps: { size: 'sm' } }),
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray' } }),
    Modal: Modal.extend({ defaultProps: { centered: true, transitionProps: { duration: 120 }, overlayProps: { backgroundOpacity: 0.35 } } }),
    Menu: Menu.extend({ defaultProps: { transitionProps: { duration: 80 }, shadow: 'md' } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 350, multiline: true, maw: 320 } }),
  },
});

/** Mantine's own colours follow the page's (`base.css`), in both schemes. */
export const pageVariables: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--ground)', '--mantine-color-text': 'var(--ink)', '--mantine-color-dimmed': 'var(--ink-faint)', '--mantine-color-default': 'var(--surface)', '--mantine-color-default-hover': 'var(--surface-hover)',
    '--mantine-color-default-color': 'var(--ink)', '--mantine-color-default-border': 'var(--line-strong)', '--mantine-color-error': 'var(--error)', '--mantine-color-placeholder': 'var(--placeholder)', '--mantine-color-anchor': 'var(--accent-ink)',
  };
  const light = (color: string, wash: string, ink: string) => ({ [`--mantine-color-${color}-light`]: wash, [`--mantine-color-${color}-light-hover`]: `color-mix(in srgb, ${wash}, ${ink} 12%)`, [`--mantine-color-${color}-light-color`]: ink });
  const washed = { ...shared, ...light('celadon', 'var(--accent-wash)', 'var(--accent-ink)'), ...light('brick', 'var(--stop-wash)', 'var(--stop-ink)'), ...light('turmeric', 'var(--warn-wash)', 'var(--warn-ink)') };
  return { variables: {}, light: washed, dark: washed };
};
