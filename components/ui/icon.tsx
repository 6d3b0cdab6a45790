import type { LucideIcon } from 'lucide-react';

export interface IconProps {
  glyph: LucideIcon;
  /** 16 beside text, 14 inside compact controls, 12 in meta lines. */
  size?: 12 | 14 | 16;
  className?: string | undefined;
}

/** Repeats a word, never replaces it: always hidden from assistive technology. */
export function Icon({ glyph: Glyph, size = 16, className }: IconProps) {
  return <Glyph aria-hidden="true" focusable="false" size={size} strokeWidth={1.75} className={className} />;
}
