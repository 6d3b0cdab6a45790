/** How agents' interfaces call an internal note and a public reply, lower case, in the languages we met. */
const internalWords = [
  'internal note',
  'internal comment',
  'private note',
  'interne notiz',
  'interne anmerkung',
  'note interne',
  'nota interna',
  'observação interna',
  'interne notitie',
  'intern anteckning',
  'intern note',
  'wewnętrzna',
  '社内メモ',
  '内部メモ',
  '内部备注',
];

const publicWords = [
  'reply',
  'email',
  'e-mail',
  'chat',
  'messag',
  'mensag',
  'nachricht',
  'antwort',
  'répon',
  'respuesta',
  'respost',
  'rispost',
  'antwoord',
  'whatsapp',
  'sms',
  'facebook',
  'instagram',
  'contact form',
  '返信',
  'メール',
  'メッセ',
  'チャット',
];

/** Reads a label that the helpdesk shows; `null` when it tells neither. */
export function modeOfLabel(label: string): 'public' | 'internal' | null {
  const words = label.toLowerCase();
  if (internalWords.some((word) => words.includes(word))) return 'internal';
  return publicWords.some((word) => words.includes(word)) ? 'public' : null;
}
