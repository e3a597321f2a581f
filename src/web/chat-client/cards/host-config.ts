import { HostConfig } from 'adaptivecards';

/**
 * The cards' measures and colours. Colours are the page's own variables, so that light and dark follow the page
 * without drawing the cards again; sizes follow the text size that the person set in their browser.
 */
export function hostConfig(): HostConfig {
  const config = new HostConfig({
    supportsInteractivity: true,
    spacing: { small: 4, default: 8, medium: 16, large: 24, extraLarge: 32, padding: 16 },
    separator: { lineThickness: 1, lineColor: 'var(--line)' },
    ...typography(),
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
    factSet: { title: { weight: 'bolder', wrap: true, maxWidth: 160 }, value: { wrap: true }, spacing: 16 },
    textBlock: { headingLevel: 2 },
  });
  // The library forgets this setting when it is given above. Only what is optional is marked, in its label.
  config.inputs.label.requiredInputs.suffix = '';
  return config;
}

function typography() {
  const root = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
  const sizes = ([small, normal, medium, large, extraLarge]: readonly [
    number,
    number,
    number,
    number,
    number,
  ]) => {
    const rem = (size: number) => Math.round(size * root);
    return {
      small: rem(small),
      default: rem(normal),
      medium: rem(medium),
      large: rem(large),
      extraLarge: rem(extraLarge),
    };
  };
  const font = {
    fontFamily: 'inherit',
    fontSizes: sizes([0.875, 1, 1.125, 1.25, 1.5]),
    fontWeights: { lighter: 400, default: 400, bolder: 600 },
  };
  return {
    lineHeights: sizes([1.3125, 1.5, 1.625, 1.75, 2]),
    fontTypes: { default: font, monospace: { ...font, fontFamily: 'ui-monospace, monospace' } },
  };
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
