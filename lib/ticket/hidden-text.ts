/** What a reader sees of a text, and how many characters of it no reader sees. */
export interface SeenText {
  text: string;
  hidden: number;
}

/**
 * Characters that draw nothing: soft hyphen, joiners, fillers, direction marks, variation selectors, annotation marks,
 * shorthand and musical format controls, tags. Unicode 16, property Default_Ignorable_Code_Point and the format controls.
 */
const unseen =
  '\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\ufffb\\u{1bca0}-\\u{1bca3}\\u{1d173}-\\u{1d17a}\\u{e0000}-\\u{e0fff}';
const unseenPattern = new RegExp(`[${unseen}]`, 'gu');
const anyUnseen = new RegExp(`[${unseen}]`, 'u');
/** Two or more of them between the letters of one word. A soft hyphen is how web pages break words: it does not count. */
const takenApart = new RegExp(
  `[\\p{L}\\p{N}](?:(?!\\u00ad)[${unseen}]+[\\p{L}\\p{N}]+){2,}|[\\p{L}\\p{N}]+(?:(?!\\u00ad)[${unseen}]){2,}[\\p{L}\\p{N}]`,
  'u',
);
/** A direction override draws its letters backwards: what is stored is not what is read. */
const overridden = /[\u202d\u202e][^\u202c\n]*\u202c?/gu;
const sentences = /[^.!?。！？\n]+(?:[.!?。！？]+|\n|$)|[.!?。！？\n]+/gu;

const flag = /\u{1f3f4}[\u{e0020}-\u{e007e}]{1,16}\u{e007f}/u;
const joined =
  /[\p{Extended_Pictographic}\p{Emoji_Modifier}]\ufe0f?\u200d(?=\p{Extended_Pictographic})|[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{M}][\u200c\u200d]/u;
const styled = /[\p{Emoji}\p{S}\p{P}\p{Script=Han}](?:\ufe0e|\ufe0f|[\u{e0100}-\u{e01ef}])/u;
/** Where such a character has a meaning: flags of regions, joined emoji, letters of scripts that join, looks of signs. */
const meant = new RegExp(`${flag.source}|${joined.source}|${styled.source}`, 'gu');

/**
 * Takes out what nobody sees. A sentence whose words are taken apart by such characters, or that is written backwards,
 * goes whole: nobody writes like that but to be read by a machine alone.
 */
export function takeOutHidden(text: string): SeenText {
  if (!anyUnseen.test(text)) return { text, hidden: 0 };
  let hidden = 0;
  const drop = (part: string) => {
    hidden += [...part].length;
    return '';
  };
  // What has a meaning is set aside, so that it is neither dropped nor taken for a word taken apart.
  const kept: string[] = [];
  const aside = text.replace(meant, (part) => `\u{f0000}${kept.push(part) - 1}\u{f0001}`);
  const readable = aside
    .replace(overridden, drop)
    .replace(sentences, (sentence) =>
      takenApart.test(sentence) ? `${drop(sentence)}${sentence.endsWith('\n') ? '\n' : ''}` : sentence,
    )
    .replace(unseenPattern, (character) =>
      character === '\u00ad' || character === '\ufeff' ? '' : drop(character),
    );
  return { text: readable.replace(/\u{f0000}(\d+)\u{f0001}/gu, (_, at) => kept[Number(at)]!), hidden };
}
