import { boot } from './start-data';

const en = {
  inbox: 'Inbox',
  search: 'Search tickets',
  reply: 'Reply',
  internalNote: 'Internal note',
  channel: 'Channel',
  send: 'Send',
  sendClose: 'Send & Close',
  clickToReply: 'Click here to reply',
  writeReply: 'Write a reply to the customer',
  writeNote: 'Write an internal note',
  note: 'Note',
  showMore: 'Show the whole message',
  openStatus: 'Open',
  closedStatus: 'Closed',
  assignee: 'Assignee',
  tags: 'Tags',
  orders: 'Orders',
  noOrders: 'No order data',
  viewing: 'is viewing this ticket',
  editing: 'is writing a reply',
  loading: 'Loading',
  missing: 'This ticket does not exist.',
  broken: 'Something went wrong.',
  chooseTicket: 'Choose a ticket from the list',
  macros: 'Search macros',
};

type Words = typeof en;

const all: Record<'en' | 'de' | 'pt' | 'ja', Words> = {
  en,
  de: {
    ...en,
    inbox: 'Posteingang',
    search: 'Tickets suchen',
    reply: 'Antwort',
    internalNote: 'Interne Notiz',
    channel: 'Kanal',
    send: 'Senden',
    sendClose: 'Senden & Schließen',
    clickToReply: 'Hier klicken, um zu antworten',
    writeReply: 'Antwort an den Kunden schreiben',
    writeNote: 'Interne Notiz schreiben',
    openStatus: 'Offen',
    closedStatus: 'Geschlossen',
    orders: 'Bestellungen',
    loading: 'Wird geladen',
  },
  pt: {
    ...en,
    inbox: 'Caixa de entrada',
    search: 'Pesquisar tickets',
    reply: 'Resposta',
    internalNote: 'Nota interna',
    channel: 'Canal',
    send: 'Enviar',
    sendClose: 'Enviar e fechar',
    clickToReply: 'Clique aqui para responder',
    writeReply: 'Escreva uma resposta ao cliente',
    writeNote: 'Escreva uma nota interna',
    openStatus: 'Aberto',
    closedStatus: 'Fechado',
    orders: 'Pedidos',
    loading: 'A carregar',
  },
  ja: {
    ...en,
    inbox: '受信トレイ',
    search: 'チケットを検索',
    reply: '返信',
    internalNote: '内部メモ',
    channel: 'チャネル',
    send: '送信',
    sendClose: '送信してクローズ',
    clickToReply: 'クリックして返信',
    writeReply: 'お客様への返信を入力',
    writeNote: '内部メモを入力',
    openStatus: 'オープン',
    closedStatus: 'クローズ',
    orders: '注文',
    loading: '読み込み中',
  },
};

export const words: Words = all[boot.options.locale];

export function when(iso: string): string {
  return new Date(iso).toLocaleString(boot.options.locale, {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
}
