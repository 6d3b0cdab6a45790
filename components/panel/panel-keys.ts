/** The panel's keyboard, one table: `Ctrl` is the command key on a Mac. */
export const panelKeys = [
  { id: 'insert', keys: 'Ctrl+Enter' },
  { id: 'insertWhere', keys: 'Ctrl+Shift+Enter' },
  { id: 'nextClaim', keys: 'F8' },
  { id: 'previousClaim', keys: 'Shift+F8' },
  { id: 'evidence', keys: 'Ctrl+.' },
  { id: 'changeField', keys: 'Ctrl+/' },
  { id: 'allActions', keys: 'Ctrl+K' },
  { id: 'back', keys: 'Esc' },
] as const;

/** After Ctrl K, one letter. The order is the menu's. */
export const actionLetters = [
  { id: 'draftAgain', letter: 'r' },
  { id: 'previousVersion', letter: ',' },
  { id: 'nextVersion', letter: '.' },
  { id: 'viewRequest', letter: 'p' },
  { id: 'need', letter: 'n' },
  { id: 'sources', letter: 's' },
  { id: 'articles', letter: '/' },
  { id: 'cannedReply', letter: ';' },
  { id: 'link', letter: 'l' },
  { id: 'handOff', letter: 'h' },
  { id: 'missingArticle', letter: 'm' },
  { id: 'copy', letter: 'c' },
  { id: 'undoInsertion', letter: 'u' },
  { id: 'workspace', letter: 'w' },
  { id: 'keys', letter: '?' },
  { id: 'discard', letter: 'd' },
] as const;

/** In the settle sheet, while it has the focus. */
export const settleKeys = [
  { id: 'offer', keys: 'Enter' },
  { id: 'remove', keys: 'X' },
  { id: 'keep', keys: 'K' },
  { id: 'articleWrong', keys: 'G' },
  { id: 'openArticle', keys: 'O' },
  { id: 'nextClaim', keys: 'F8' },
  { id: 'back', keys: 'Esc' },
] as const;

export type PanelKeyId = (typeof panelKeys)[number]['id'];
export type ActionId = (typeof actionLetters)[number]['id'];

export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/** Which of the panel's keys was pressed. `Ctrl Shift .` and the like are other people's keys. */
export function panelKeyOf(press: KeyPress, mac: boolean): PanelKeyId | null {
  if (press.altKey || (mac ? press.ctrlKey : press.metaKey)) return null;
  const command = mac ? press.metaKey : press.ctrlKey;
  const key = press.key === 'Escape' ? 'Esc' : press.key.length === 1 ? press.key.toUpperCase() : press.key;
  // On layouts where `/` or `.` need Shift, the sign is what counts.
  const isSign = key === '/' || key === '.';
  const pressed = [command && 'Ctrl', press.shiftKey && !isSign && 'Shift', key].filter(Boolean).join('+');
  return panelKeys.find((each) => each.keys === pressed)?.id ?? null;
}
