type Rgb = [number, number, number];

/** Simulation matrices in linear RGB for complete dichromacy (Machado, Oliveira and Fernandes, 2009). */
const MATRICES = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const;

/** WCAG 2.2 contrast of two colours. */
export function contrast(a: string, b: string): number {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

/** `share` of one colour over another, as the browser mixes them. */
export function mixed(over: string, under: string, share: number): string {
  const channel = (hex: string, at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  const mix = (at: number) => Math.round(channel(over, at) * share + channel(under, at) * (1 - share));
  return `#${[1, 3, 5].map(at => mix(at).toString(16).padStart(2, '0')).join('')}`;
}

/** CIE76 distance of two colours as somebody without one kind of cone sees them. */
export function distanceSeenWithout(kind: keyof typeof MATRICES, a: string, b: string): number {
  const [x, y] = [lab(seen(kind, linear(a))), lab(seen(kind, linear(b)))];
  return Math.hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2]);
}

function linear(hex: string): Rgb {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

function luminance(hex: string): number {
  const [r, g, b] = linear(hex);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function seen(kind: keyof typeof MATRICES, [r, g, b]: Rgb): Rgb {
  const clamp = (value: number) => Math.min(1, Math.max(0, value));
  const [x, y, z] = MATRICES[kind].map(([i, j, k]) => clamp(i * r + j * g + k * b));
  return [x ?? 0, y ?? 0, z ?? 0];
}

function lab([r, g, b]: Rgb): Rgb {
  const f = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}
