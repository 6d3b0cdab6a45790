import type { Finding } from '../finding';
import { anyOf, before, findAll } from './matches';

/** Forms that issuers publish, so that leaked keys can be found. */
const issued =
  /(?<![A-Za-z0-9])(?:(?:sk|pk|rk|whsec)[-_](?:[a-z]+[-_]|[a-z]+\d*[-_])*[A-Za-z0-9_-]{16,}|gh[pousr]_[A-Za-z0-9]{20,}|github_pat_\w{20,}|glpat-[\w-]{16,}|(?:AKIA|ASIA|AGPA|AROA)[0-9A-Z]{16}|xox[abeoprs]-[A-Za-z0-9-]{10,}|xapp-[A-Za-z0-9-]{10,}|AIza[\w-]{30,}|ya29\.[\w-]{20,}|GOCSPX-[\w-]{20,}|eyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?|shp(?:at|ss|ca|pa)_[a-fA-F0-9]{20,}|SG\.[\w-]{16,}\.[\w-]{16,}|npm_[A-Za-z0-9]{30,}|hf_[A-Za-z0-9]{30,}|do[opr]_v1_[a-f0-9]{40,}|pypi-[\w-]{40,}|sq0[a-z]{3}-[\w-]{20,}|EAA[A-Za-z0-9]{40,}|key-[0-9a-f]{32}|(?:AC|SK)[0-9a-f]{32})(?![A-Za-z0-9])/gu;
const block = /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/gu;
const webhook = /https:\/\/hooks\.[\w.-]+\/[\w/-]{20,}/gu;
/** Letters and digits mixed, longer than any order, tracking or article number is. */
const longToken = /(?<![\w./@-])[A-Za-z0-9][A-Za-z0-9_+/-]{31,}={0,2}(?![\w@])/gu;
const keyCue = `(?:${anyOf('api[ _-]?keys?|api|key|keys|token|access token|secret|bearer|client secret|schlüssel|api-schlüssel|clé|clé api|clave|clave api|llave|chiave|chave|sleutel|klucz|nyckel|nøgle|nøkkel|avain|anahtar|ключ|токен')})`;
const cuedKey = new RegExp(
  `(?<![\\p{L}])${keyCue}(?!\\p{L})\\s*(?:(?:is|ist|est|es|è|é|=|:|->)\\s*){0,2}["'“„«\`]?([A-Za-z0-9][A-Za-z0-9_+/.~-]{15,}={0,2})`,
  'giu',
);

export function findKeys(text: string): Finding[] {
  return [
    ...findAll(text, 'API_KEY', block),
    ...findAll(text, 'API_KEY', webhook),
    ...findAll(text, 'API_KEY', issued),
    ...findAll(
      text,
      'API_KEY',
      cuedKey,
      (value) => isMixed(value) && !/^\d[\d.-]+$|\.(?:com|org|net|io)\b/iu.test(value),
    ),
    ...findAll(
      text,
      'API_KEY',
      longToken,
      (value) => isMixed(value) && !/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-/iu.test(value) && isDense(value),
    ),
  ];
}

function isMixed(value: string): boolean {
  return /\d/u.test(value) && /[A-Za-z]/u.test(value);
}

/** A key is one run; names of files and pages are words with dashes. */
function isDense(value: string): boolean {
  return /[A-Za-z0-9]{20,}/u.test(value) && (value.match(/\d/gu)?.length ?? 0) >= 4;
}

const passwordWords =
  'password|passcode|passphrase|pass word|passwd|pwd|pw|passwort|kennwort|zugangscode|mot de passe|mdp|contraseña|contrasena|clave|clave de acceso|senha|palavra-passe|password provvisoria|parola d’ordine|parola|wachtwoord|hasło|haslo|lösenord|losenord|adgangskode|kodeord|passord|salasana|heslo|jelszó|şifre|sifre|parolă|пароль|κωδικός|κωδικος|パスワード|密码|密碼|비밀번호';
const pinWords =
  'pin|pin code|pincode|cvv|cvc|cvv2|cvc2|cvn|security code|otp|one-time code|verification code|prüfziffer|kartenprüfnummer|sicherheitscode|cryptogramme|code secret|code de sécurité|código de seguridad|código de segurança|codice di sicurezza|beveiligingscode|kod cvv|tan';
const joint = `(?:\\s+(?:on it|for it|to it|dafür|dazu|code|here|for login|for my account|für mein konto|de mon compte|de mi cuenta|reads))?\\s*(?:(?:is|was|are|ist|war|lautet|est|c'est|es|era|é|è|foi|to|zu|auf|jest|är|er|on|to|=|:|->|→|–|-)\\s*)`;
const quoted = `["'“”„«\`]?`;
const value = `([^\\s"“”„«»\`]{3,64})`;
const passwordIs = new RegExp(
  `(?<![\\p{L}])(?:${anyOf(passwordWords)})(?!\\p{L})${joint}{1,2}${quoted}${value}`,
  'giu',
);
/** Where no space parts words the value ends with its own letters: what can be typed without an input method. */
const passwordBeside =
  /(?:パスワード|暗証番号|密码|密碼|口令|비밀번호|암호|รหัสผ่าน|كلمة المرور|كلمة السر|הסיסמה|סיסמה)(?:[\p{Script=Han}\u3040-\u30ff\p{Script=Hangul}\p{Script=Thai}\p{Script=Arabic}\p{Script=Hebrew}]{0,6}[\s:：=「『“"'は是为為]*)([\x21-\x7e]{4,64})/gu;
const pinIs = new RegExp(
  `(?<![\\p{L}])(?:${anyOf(pinWords)})(?!\\p{L})${joint}{0,2}${quoted}(\\d{3,8})(?![\\d.,]*\\d)`,
  'giu',
);
/** Without "is" only what no word looks like. */
const passwordThen = new RegExp(
  `(?<![\\p{L}])(?:${anyOf(passwordWords)})(?!\\p{L})\\s+${quoted}${value}`,
  'giu',
);
const userAndPassword =
  /(?<![\p{L}])(?:login|log in|credentials|creds|zugangsdaten|identifiants|credenciales|credenziali|user(?:name)?)\s*[:=]?\s*\S+\s*[/|]\s*(\S{4,64})/giu;
const inAddress = /(?<![a-z0-9+.-])[a-z][a-z0-9+.-]*:\/\/[^\s:/@]+:([^\s/@]{3,})(?=@)/giu;
/** Sentences about passwords, not passwords. */
const notSecret =
  /^(?:not|no|the|a|an|wrong|incorrect|invalid|expired|correct|gone|lost|still|never|always|required|nicht|falsch|abgelaufen|ungültig|das|der|incorrecte?|perdue?|incorrecta?|errada|inválid[ao]|set|too|being|missing|what|for|to|in|on|my|your|unknown|protected|reset|change[ds]?|forgotten|link|page|mail|e-?mail|it|this|that|vergessen|zurücksetzen|and|or|und|oder|et|ou|y|o|e|en|of)$/iu;

export function findPasswords(text: string): Finding[] {
  return [
    ...findAll(text, 'PASSWORD', inAddress),
    ...findAll(text, 'PASSWORD', passwordIs, (word) => !notSecret.test(bare(word))).map(trimmed),
    ...findAll(text, 'PASSWORD', passwordThen, (word) => isNoWord(bare(word))).map(trimmed),
    ...findAll(text, 'PASSWORD', passwordBeside, (word) => isNoWord(bare(word))).map(trimmed),
    ...findAll(text, 'PASSWORD', userAndPassword, (word) => isNoWord(bare(word))).map(trimmed),
    ...findAll(text, 'PASSWORD', pinIs, (_, match) => !/\bzip|\bpostal/iu.test(before(text, match.index, 8))),
  ].filter(({ start, end }) => end - start >= 3);

  /** A stop behind it belongs to the sentence; an exclamation mark may belong to the password. */
  function trimmed(finding: Finding): Finding {
    const word = text.slice(finding.start, finding.end);
    return { ...finding, end: finding.start + bare(word).length };
  }
}

function bare(word: string): string {
  return word.replace(/(?:[.,;:?)\]]|'(?=$))+$/u, '');
}

function isNoWord(word: string): boolean {
  if (notSecret.test(word)) return false;
  const isPlain = /^[\p{L}\p{M}'’-]+!?$/u.test(word);
  return (/[\d@#$%^&*_+=~]/u.test(word) || !isPlain || /\p{Ll}\p{Lu}/u.test(word)) && word.length >= 4;
}
