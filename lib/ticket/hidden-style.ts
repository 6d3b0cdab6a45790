/** Sizes below this are no letters any more, in CSS pixels. */
const legiblePx = 3;
/** A box this far outside its page is not meant to be seen, in CSS pixels. */
const farOutsidePx = 200;

/** What one `style` attribute or rule says, names in lower case; what CSS escapes is read as the browser reads it. */
export function readDeclarations(style: string): Map<string, string> {
  const plain = style
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\\([0-9a-f]{1,6})\s?|\\(.)/gi, (_, code: string | undefined, letter: string) =>
      code ? String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff)) : letter,
    );
  const found = new Map<string, string>();
  for (const declaration of plain.split(';')) {
    const at = declaration.indexOf(':');
    if (at < 0) continue;
    const value = declaration.slice(at + 1).replace(/!\s*important/i, '');
    found.set(declaration.slice(0, at).trim().toLowerCase(), value.trim().toLowerCase());
  }
  return found;
}

/** Whether an element with these declarations shows nothing, whatever stands around it. */
export function hidesText(declared: ReadonlyMap<string, string>): boolean {
  const is = (name: string, pattern: RegExp) => pattern.test(declared.get(name) ?? '');
  const px = (name: string) => pixels(declared.get(name));
  if (is('display', /^none/) || is('visibility', /^(?:hidden|collapse)/) || is('mso-hide', /^all/))
    return true;
  if (is('opacity', /^(?:0?\.0\d*|0)(?:%|$)/) || is('transform', /scale\(\s*0?\.?0*\s*[,)]/)) return true;
  const size =
    px('font-size') ??
    pixels(/(?:^|\s)([\d.]+(?:px|pt|em|rem|%)?)(?:\/|\s|$)/.exec(declared.get('font') ?? '')?.[1]);
  if (size !== null && size < legiblePx) return true;
  if (is('color', /^(?:transparent|rgba?\([^)]*[,/]\s*0(?:\.0+)?%?\s*\)|#[0-9a-f]{3}0|#[0-9a-f]{6}00)$/))
    return true;
  const isOutOfFlow = is('position', /^(?:absolute|fixed)/);
  const isFar = (name: string) => (px(name) ?? 0) <= -farOutsidePx;
  if (isFar('text-indent') || (isOutOfFlow && ['left', 'top', 'right', 'bottom'].some(isFar))) return true;
  if (['margin-left', 'margin-top'].some((name) => (px(name) ?? 0) <= -farOutsidePx * 4)) return true;
  if (
    is('clip', /rect\((?:\s*(?:0|1)(?:px)?[\s,]*){4}\)/) ||
    is('clip-path', /inset\(\s*(?:100|50)%|circle\(\s*0/)
  )
    return true;
  const isCut = is('overflow', /hidden|clip/) || is('overflow-y', /hidden|clip/);
  return (
    isCut &&
    ['height', 'max-height', 'width', 'max-width', 'line-height'].some((name) => (px(name) ?? 9) <= 1)
  );
}

/** CSS length as pixels; `null` for what is none or depends on the page. */
function pixels(length: string | undefined): number | null {
  const match = /^(-?[\d.]+)(px|pt|em|rem|%|vw|vh|ex|ch|)$/.exec(length ?? '');
  if (!match) return null;
  const value = Number(match[1]);
  const unit: Record<string, number> = { pt: 4 / 3, em: 16, rem: 16, '%': 0.16, vw: 10, vh: 8, ex: 8, ch: 8 };
  return value * (unit[match[2]!] ?? 1);
}

/** Red, green, blue from 0 to 255; `null` for what is no plain colour. */
export function readColour(value: string | undefined): readonly [number, number, number] | null {
  const text = (value ?? '').trim().toLowerCase();
  const named = names[text];
  if (named) return named;
  const hex = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/.exec(text)?.[1];
  if (hex) {
    const wide = hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex;
    return [0, 2, 4].map((at) => Number.parseInt(wide.slice(at, at + 2), 16)) as unknown as [
      number,
      number,
      number,
    ];
  }
  const parts = /^rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)/.exec(text);
  return parts ? [Number(parts[1]), Number(parts[2]), Number(parts[3])] : null;
}

const names: Record<string, readonly [number, number, number]> = {
  white: [255, 255, 255],
  snow: [255, 250, 250],
  ivory: [255, 255, 240],
  whitesmoke: [245, 245, 245],
  ghostwhite: [248, 248, 255],
  black: [0, 0, 0],
};

/**
 * Whether letters cannot be told from what is behind them: contrast below 1.12 by WCAG 2.2 relative luminance, where 1 is
 * no difference at all. The faintest grey that people set small print in has 1.6.
 */
export function isSameColour(a: readonly number[], b: readonly number[]): boolean {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light! + 0.05) / (dark! + 0.05) < 1.12;
}

function luminance(colour: readonly number[]): number {
  const [red, green, blue] = colour.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
