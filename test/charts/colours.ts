/** A colour in the light that it sends, red, green and blue from 0 to 1. */
type Light = readonly [number, number, number];

/** Of a colour as `#d2988f` (IEC 61966-2-1, sRGB). */
export function lightOf(colour: string): Light {
  const part = (at: number) => {
    const c = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
}

/**
 * How a colour is seen by people who lack one kind of cone: Machado, Oliveira and Fernandes, "A Physiologically-based Model for
 * Simulation of Color Vision Deficiency", IEEE Transactions on Visualization and Computer Graphics 15 (2009), severity 1.0.
 */
const cones = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const;
export const eyes = ['usual', 'protan', 'deutan', 'tritan'] as const;
export type Eyes = (typeof eyes)[number];

export function seenBy(who: Eyes, [r, g, b]: Light): Light {
  const [red, green, blue] = cones[who].map(([x, y, z]) => Math.min(1, Math.max(0, x * r + y * g + z * b)));
  return [red ?? 0, green ?? 0, blue ?? 0];
}

/** Relative luminance, 0 to 1: what is left of a colour in grey (WCAG 2.2). */
const luminance = ([r, g, b]: Light): number => 0.2126 * r + 0.7152 * g + 0.0722 * b;

/** From 1 (the same in grey) to 21 (WCAG 2.2, contrast ratio). */
export function contrast(one: Light, other: Light): number {
  const [dark = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

/** How far apart two colours look: CIE 1976 L*a*b* distance, of which 2.3 is just noticeable side by side. */
export function distance(one: Light, other: Light): number {
  const [a, b] = [labOf(one), labOf(other)];
  return Math.hypot(...a.map((value, i) => value - (b[i] ?? 0)));
}

/** From sRGB's light by CIE XYZ, with the white of D65. */
function labOf([r, g, b]: Light): readonly number[] {
  const x = (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505;
  const y = luminance([r, g, b]);
  const z = (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089;
  const f = (t: number) => (t > 216 / 24_389 ? Math.cbrt(t) : ((24_389 / 27) * t + 16) / 116);
  return [116 * f(y) - 16, 500 * (f(x) - f(y)), 200 * (f(y) - f(z))];
}
