/** Takes greeting and closing off a canned reply; the reply around it has its own. Paragraphs stay as they are. */
export function bodyOfCanned(text: string, agentName: string | null): string {
  const paragraphs = text
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
  const first = paragraphs[0];
  if (first !== undefined) {
    const [line, ...rest] = first.split('\n');
    if (isGreeting(line!)) {
      if (rest.join('').trim() === '') paragraphs.shift();
      else paragraphs[0] = rest.join('\n').trim();
    }
  }
  while (paragraphs.length > 1 && isClosing(paragraphs.at(-1)!, agentName)) paragraphs.pop();
  const last = paragraphs.at(-1);
  if (last !== undefined && agentName !== null && last.endsWith(`\n${agentName}`)) {
    const lines = last.split('\n').slice(0, -1);
    if (isClosing(lines.at(-1)!, agentName)) lines.pop();
    paragraphs[paragraphs.length - 1] = lines.join('\n');
  }
  return paragraphs.filter((paragraph) => paragraph !== '').join('\n\n');
}

const greeting =
  /^(?:hi|hello|hey|dear|good (?:morning|afternoon|day)|hallo|guten tag|liebe[rs]?|sehr geehrte\w*|bonjour|ch[eè]re?|madame|hola|estimad[oa]s?|buen[oa]s|olá|ola|prezad[oa]|car[oa]|ciao|buongiorno|gentile|beste|geachte|dzień dobry|hej|hei|dobrý den|merhaba)(?!\p{L})[^.!?]{0,50}[,:!.]?$/iu;
const closing =
  /^(?:(?:kind|best|warm|many)\s+(?:regards|wishes)|regards|sincerely|yours|cheers|thanks|thank you|(?:mit |)(?:freundlichen?|viele|beste|liebe|herzliche) grü(?:ß|ss)en?|cordialement|bien à vous|(?:un |atentamente|saludos|un cordial )saludo|saludos|atentamente|(?:com os )?(?:melhores )?cumprimentos|atenciosamente|abraços?|obrigad[oa]|cordiali saluti|saluti|met vriendelijke groet\w*|z poważaniem|pozdrawiam|(?:med )?vänliga hälsningar|venlig hilsen|vennlig hilsen|ystävällisin terveisin|s pozdravem|saygılarımla)[\s\S]{0,60}$/iu;

function isGreeting(line: string): boolean {
  return greeting.test(line.trim());
}

function isClosing(paragraph: string, agentName: string | null): boolean {
  const text = paragraph.trim();
  return text === agentName || (closing.test(text) && !/[.?!]\s+\p{L}/u.test(text));
}
