/** Words that read like a command to the software. Shown to the agent; safety does not rest on them. */
export interface InstructionSpan {
  start: number;
  end: number;
  /** Nobody writes so to a person: left out of the prompt as well. The others are only shown. */
  isPlain: boolean;
}

const rules =
  'instructions?|prompts?|guidelines?|directives?|rules|anweisung(?:en)?|vorgaben|regeln|instructions|consignes|r[èe]gles|instrucciones|indicaciones|reglas|instru[çc][õo]es|regras|istruzioni|regole|instructies|regels|instrukcj[eię]|polece[ńn]|инструкци[ийюя]+|правила';
const former =
  'previous|prior|above|earlier|preceding|former|system|original|your|initial|vorherigen?|vorigen?|bisherigen?|obigen?|deine|ihre|fr[üu]heren?|pr[ée]c[ée]dentes?|ant[ée]rieures?|vos|tes|anteriores|previas|tus|sus|suas|precedenti|tue|vorige|eerdere|bovenstaande|jouw|poprzedni\\p{L}*|wcze[śs]niejsz\\p{L}*|предыдущ\\p{L}*|прежн\\p{L}*';
const forget =
  'ignor\\p{L}*|disregard\\p{L}*|forget|override|bypass|vergiss|vergessen|missachte\\p{L}*|oublie[zrs]?|olvid\\p{L}*|esque[çc]\\p{L}*|dimentic\\p{L}*|negeer|vergeet|zignoruj|pomi[ńn]|игнорируй\\p{L}*|забудь\\p{L}*';
const word = (pattern: string) => new RegExp(`(?<!\\p{L})(?:${pattern})(?!\\p{L})`, 'iu');

/** Addressed to nothing but a model: roles, chat templates, its rules, its prompt, its tools, what its answer must hold. */
const plain: readonly RegExp[] = [
  word(`(?:${forget})\\s+(?:\\p{L}+\\s+){0,3}?(?:${former})\\s+(?:\\p{L}+\\s+){0,2}?(?:${rules})`),
  word(`(?:${forget})\\s+(?:\\p{L}+\\s+){0,3}?(?:${rules})\\s+(?:${former})`),
  /(?:忽略|无视|忘记|無視)[^。！？\n]{0,12}(?:指令|指示|提示|规则|規則)|(?:以前|上記|これまで)の(?:指示|命令|ルール)を?[^。\n]{0,6}(?:無視|忘れ)|(?:이전|위의)[^.\n]{0,8}(?:지시|명령|지침)[^.\n]{0,6}무시/u,
  /<\|(?:im_start|im_end|system|user|assistant|endoftext|eot_id|start_header_id)[^>]*\|?>|\[\/?INST\]|<<\/?SYS>>|^\s{0,3}#{2,4}\s*(?:system|instructions?|assistant|response)\s*:?\s*$/imu,
  /(?:^|[\n.!?])\s*(?:assistant|ai assistant|chatbot|language model|llm)\s*[:,]\s*\S/iu,
  /(?:^|[\n.!?>])\s*(?:system|developer|admin)(?:\s+(?:message|override|prompt|note))?\s*:\s*(?:you|the assistant|ignore|approve|grant|issue|refund|reveal|override|from now|new|always|never|say|tell|print|output|respond|reply|add|send|do not|don't)\b/iu,
  word(
    '(?:new|updated|neue|nouvelles|nuevas|novas|nuove|nieuwe)\\s+(?:system\\s+)?(?:instructions?|anweisung(?:en)?|instrucciones|instru[çc][õo]es|istruzioni|instructies)\\s*:',
  ),
  /(?:END|ENDE|FIN|FINE|FIM) (?:OF|DER|DES|DE|DEI|DOS) (?:THE )?(?:\p{Lu}+ )?(?:DATA|TICKET|CONTEXT|CONVERSATION|INPUT|PASSAGES|DATEN|DONN[ÉE]ES|DATOS|DADOS|DATI)(?!\p{L})|=== ?END/u,
  word(
    '(?:reveal|print|repeat|show|paste|output|display|leak|copy|tell me|what (?:is|are)|wiederhole|zeige?|affiche[rz]?|r[ée]p[èe]te[rz]?|muestra|repite|mostre|repita|mostra|ripeti|toon|herhaal)\\s+(?:\\p{L}+\\s+){0,4}?(?:system\\s*prompt|systemprompt|(?:initial|hidden|secret|developer)\\s+(?:prompt|instructions?)|(?:text|words|everything|prompt|instructions?)\\s+above(?:\\s+this)?|prompt\\s+(?:du\\s+)?syst[èe]me|prompt\\s+del?\\s+sistema|prompt\\s+do\\s+sistema)',
  ),
  word('(?:dan mode|developer mode|jailbreak(?:ed)?|do anything now|unrestricted (?:ai|mode|assistant))'),
  word(
    '(?:at|to) the (?:end|beginning|start|bottom) of (?:the|your) (?:reply|answer|response|draft|message),?\\s+(?:add|append|include|insert|put|write)|(?:add|append|include|insert|put)\\s+[^.\\n]{0,80}(?:at|to) the (?:end|beginning|start|bottom) of (?:the|your) (?:reply|answer|response|draft)',
  ),
  word('(?:call|use|invoke|execute|run) the (?:tool|function)\\s+[`"\']?\\w+'),
  /!\[[^\]\n]*\]\([^)\n]*\)/u,
  word('(?:llm|model|api|ai) endpoint[^.\\n]{0,40}(?:moved|changed|switch|is now)'),
  word(
    '(?:as|since) you are an? (?:ai|language model|llm|assistant|chatbot)|you are now (?:an?|the|in|dan)\\s+\\p{L}+|note to (?:the )?(?:ai|llm|assistant|model|chatbot|bot)|(?:ai|llm|language model|chatbot) (?:reading|processing) this',
  ),
];

/** Worth a look, and often meant for a person: shown, never left out. */
const maybe: readonly RegExp[] = [
  word(
    '(?:ignore|override|bypass|disregard|ignoriere\\p{L}*|ignore[rz]|ignora\\p{L}*|negeer)\\s+(?:the|your|this|all|any|store|company|die|eure|ihre|votre|la|le|las|su|sua|a|het|de)?\\s*(?:\\p{L}+\\s+)?(?:polic(?:y|ies)|safety|restrictions?|richtlinien?|politique|pol[íi]tica|politica|beleid)',
  ),
  word('(?:test|debug|maintenance|admin|god) mode'),
  word(
    'from now on,?\\s+(?:you|always|never)|you must (?:always|only|now)\\s+(?:respond|reply|answer|say|output)|respond only with|answer (?:only )?(?:in one word|with)|do not (?:mention|tell|reveal)[^.\\n]{0,30}(?:customer|user|agent|anyone)',
  ),
  word(
    'pretend (?:to be|you are)\\s+(?:an?|the)\\s+(?:admin|manager|system|supervisor|developer)|(?:your|the) (?:role|task|unique id) is (?:to|\\[)|you role is',
  ),
  word(
    "(?:include|send|share|show|list|paste)\\s+(?:\\p{L}+\\s+){0,2}?internal notes?|(?:other|another) customers?['’]?s?\\s+(?:\\p{L}+\\s+){0,2}?(?:order|data|details|ticket|e-?mail|address)",
  ),
  /<script\b|\bon(?:error|load|click|mouseover)\s*=|javascript:|expression\(|<iframe\b|&#x0*[0-9a-f]+;/iu,
  /\b(?:"?properties"?|json schema)\b[\s\S]{0,80}\b(?:must|schema|output)\b|final_action|\baction trace\b/iu,
];

/** Sentences that hold such words, in reading order. UTF-16 offsets, `end` exclusive. */
export function findInstructionLike(text: string): InstructionSpan[] {
  const spans: InstructionSpan[] = [];
  for (const match of text.matchAll(
    /[^\n.!?。！？]*(?:[.!?](?!\s|$)[^\n.!?。！？]*)*(?:[.!?。！？]+|\n|$)/gu,
  )) {
    const sentence = match[0];
    if (sentence.trim() === '') continue;
    const isPlain = plain.some((pattern) => pattern.test(sentence));
    if (!isPlain && !maybe.some((pattern) => pattern.test(sentence))) continue;
    const start = match.index + (sentence.length - sentence.trimStart().length);
    spans.push({ start, end: match.index + sentence.trimEnd().length, isPlain });
  }
  return spans;
}
