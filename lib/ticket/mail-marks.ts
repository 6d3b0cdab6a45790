/**
 * How mail programs mark what they add to a message, in the languages that support desks meet. Kept apart from the
 * code that uses it: a new language is a new line here.
 */

/** "On <date>, <name> wrote:" as a pair: how the line starts, and the verb that it ends with. */
const attributions: readonly RegExp[] = [
  /^On\b.{6,200}\bwrote:$/i,
  /^Am\b.{6,200}\bschrieb\b.{0,120}:$/i,
  /^(?:Le|Le\s)\b.{6,200}\ba écrit\s?:$/i,
  /^El\b.{6,200}\bescribió:$/i,
  /^Il\b.{6,200}\bha scritto:$/i,
  /^(?:Em|A)\b.{6,200}\bescreveu:$/i,
  /^Op\b.{6,200}\bschreef\b.{0,120}:$/i,
  /^(?:Den|På)\b.{6,200}\b(?:skrev|skrev följande|skrev følgende)\b.{0,120}:$/i,
  /^.{6,200}\bkirjoitti\b.{0,80}:$/i,
  /^(?:W dniu|Dnia|.{2,40})\b.{0,200}\bnapisał(?:\(a\)|a)?:$/i,
  /^(?:Dne|.{2,40})\b.{0,200}\bnapsal(?:\(a\)|a)?:$/i,
  /^.{6,200}\byazdı:$/i,
  /^.{6,200}(?:написал\(?а?\)?|пишет):$/i,
  /^20\d\d年.{4,200}(?:<[^>]+>)?[:：]$/,
  /^.{6,200}(?:さんは書きました|のメール|写道)[:：]$/,
  /^20\d\d[-/.]\d{1,2}[-/.]\d{1,2}.{2,120}<[^>]+@[^>]+>:$/,
];

const originals: readonly RegExp[] = [
  /^-{2,}\s*(?:Original Message|Original-?nachricht|Ursprüngliche Nachricht|Message d'origine|Mensaje original|Messaggio originale|Mensagem original|Oorspronkelijk bericht|Ursprungligt meddelande|Oprindelig meddelelse|Opprinnelig melding|Wiadomość oryginalna|元のメッセージ)\s*-{2,}$/i,
  /^_{20,}$/,
  /^##-.*-##$/,
];

const headerNames =
  'From|Sent|To|Cc|Subject|Date|Von|Gesendet|An|Betreff|Datum|De|Envoyé|À|Objet|Date|Enviado|Para|Asunto|Fecha|Da|Inviato|A|Oggetto|Data|Enviada em|Assunto|Van|Verzonden|Aan|Onderwerp|Från|Skickat|Till|Ämne|Fra|Sendt|Til|Emne|Lähettäjä|Lähetetty|Vastaanottaja|Aihe|Od|Wysłano|Do|Temat|差出人|送信日時|宛先|件名';
const header = new RegExp(`^\\*?(?:${headerNames})\\s?[:：]\\*?\\s*\\S`, 'i');

const signatures: readonly RegExp[] = [
  /^--\s?$/,
  /^(?:Sent from my|Get Outlook for|Sent from Outlook|Sent with Proton)\b/i,
  /^(?:Von meinem .{2,40} gesendet|Gesendet von meinem|Gesendet mit der)\b/i,
  /^(?:Envoyé de mon|Envoyé depuis|Télécharger Outlook)/i,
  /^(?:Enviado desde mi|Enviado do meu|Enviado desde|Inviato da|Verstuurd vanaf|Verzonden vanaf)/i,
  /^(?:Skickat från min|Sendt fra min|Lähetetty|Wysłane z|Odesláno z)/i,
  /^iPhoneから送信$/,
];

const closings =
  /^(?:(?:kind|best|warm|many)?\s*(?:regards|wishes|thanks)|thanks(?: again| a lot)?|thank you|cheers|sincerely|yours(?: \w+)?|(?:mit )?(?:freundlichen?|besten?|lieben?|vielen?|herzlichen?|viele|schöne) (?:grüßen?|gruß|grüsse|gruss|dank)|lg|mfg|cordialement|bien à vous|merci|saludos(?: cordiales)?|un saludo|atentamente|gracias|cordiali saluti|saluti|grazie|atenciosamente|cumprimentos|obrigad[oa]|met vriendelijke groet(?:en)?|groet(?:en|jes)?|bedankt|(?:med )?vänliga? hälsning(?:ar)?|mvh|hälsningar|venlig hilsen|vennlig hilsen|hilsen|terveisin|pozdrawiam|z poważaniem)[,.!]*$/i;

export function isAttribution(line: string): boolean {
  // Each names a time or an address; "On Monday I wrote:" is somebody's sentence.
  return /\d|@/.test(line) && attributions.some((pattern) => pattern.test(line.trim()));
}

/** A ruler that says "the old message starts here". Forwarded messages are not meant: they are what was sent. */
export function isOriginalMark(line: string): boolean {
  return originals.some((pattern) => pattern.test(line.trim()));
}

/** `From: …` and its like, as Outlook repeats them above an old message. */
export function isHeaderLine(line: string): boolean {
  return header.test(line.trim());
}

export function isSignatureMark(line: string): boolean {
  return signatures.some((pattern) => pattern.test(line.trim()));
}

export function isClosingLine(line: string): boolean {
  return closings.test(line.trim());
}
