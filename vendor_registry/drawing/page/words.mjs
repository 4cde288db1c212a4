// What the page says, in the language of its pictures; the phrases stand in drawing/wording/<lang>.toml.

const FINDINGS = "en"; // whatever the page speaks

let spoken = null;

// `words`: { language, grouped, phrases, counts }. Before anything is said.
export function speak(words) {
  spoken = { ...words, plural: new Intl.PluralRules(words.language), digits: new Intl.NumberFormat(words.language) };
}

// A phrase by its name, its {values} filled in.
export function say(name, values = {}) {
  return filled(spoken.phrases[name], values);
}

// Whether there is such a phrase, for keys that a newer register may have.
export function knows(name) {
  return name in spoken.phrases;
}

// A number with its noun in the form that the language has for it.
export function counted(count, noun) {
  const form = spoken.counts[`${noun}_${spoken.plural.select(count)}`] ?? spoken.counts[`${noun}_other`];
  return filled(form, { count });
}

// The words of a finding, marked as what they are where the page speaks another language.
export function original(text) {
  return text && say("original", { text });
}

// Their language for those who listen; null where it is that of the page.
export function languageOfFindings() {
  return spoken.language === FINDINGS ? null : FINDINGS;
}

function filled(phrase, values) {
  return phrase.replace(/\{(\w+)\}/g, (_, name) => (typeof values[name] === "number" ? figure(values[name]) : values[name]));
}

function figure(number) {
  return spoken.grouped ? spoken.digits.format(number) : String(number);
}
