import { HostConfig } from 'adaptivecards';

/**
 * The cards' measures and colours. Colours are the page's own variables, so that light and dark follow the page
 * without drawing the cards again; sizes follow the text size that the person set in their browser.
 */
export function hostConfig(): HostConfig {
  const root = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
  const rem = (size: number) => Math.round(size * root);
  const font = {
    fontFamily: 'inherit',
    fontSizes: {
      small: rem(0.875),
      default: rem(1),
      medium: rem(1.125),
      large: rem(1.25),
      extraLarge: rem(1.5),
    },
    fontWeights: { lighter: 400, default: 400, bolder: 600 },
  };
  const lines = {
    small: rem(1.3125),
    default: rem(1.5),
    medium: rem(1.625),
    large: rem(1.75),
    extraLarge: rem(2),
  };
  const config = new HostConfig({
    supportsInteractivity: true,
    spacing: { small: 4, default: 8, medium: 16, large: 24, extraLarge: 32, padding: 16 },
    separator: { lineThickness: 1, lineColor: 'var(--line)' },
    lineHeights: lines,
    fontTypes: { default: font, monospace: { ...font, fontFamily: 'ui-monospace, monospace' } },
    imageSizes: { small: 32, medium: 64, large: 128 },
    containerStyles: {
      default: colours('var(--surface)'),
      emphasis: colours('var(--quiet)'),
      accent: colours('var(--tint)'),
      good: colours('var(--good-tint)'),
      attention: colours('var(--attention-tint)'),
      warning: colours('var(--warning-tint)'),
    },
    inputs: {
      label: {
        inputSpacing: 'default',
        requiredInputs: { weight: 'bolder', size: 'default' },
        optionalInputs: { weight: 'bolder', size: 'default' },
      },
      errorMessage: { color: 'attention', weight: 'default', size: 'default' },
    },
    actions: {
      maxActions: 20,
      spacing: 'medium',
      buttonSpacing: 8,
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
      showCard: { actionMode: 'inline', inlineTopMargin: 8 },
    },
    factSet: {
      title: { weight: 'bolder', wrap: true, maxWidth: 160 },
      value: { wrap: true },
      spacing: 16,
    },
    textBlock: { headingLevel: 2 },
  });
  // The library forgets this setting when it is given above. Only what is optional is marked, in its label.
  config.inputs.label.requiredInputs.suffix = '';
  return config;
}

function colours(backgroundColor: string) {
  const both = (strong: string, subtle = strong) => ({ default: strong, subtle });
  return {
    backgroundColor,
    borderColor: 'var(--line)',
    foregroundColors: {
      default: both('var(--ink)', 'var(--soft)'),
      dark: both('var(--ink)', 'var(--soft)'),
      light: both('var(--soft)'),
      accent: both('var(--accent)'),
      good: both('var(--good)'),
      warning: both('var(--warning)'),
      attention: both('var(--attention)'),
    },
  };
}
