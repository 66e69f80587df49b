import type { AnyHandbookError, Command, Ground, Outcome } from "handbook-wasm";
import { isHandbookError } from "handbook-wasm";
import { h } from "../dom";
import { groundsList } from "../grounds";
import { fill } from "../words";
import type { Desk } from "./desk";
import { said } from "./words";

/** What was typed into a form and what became of it. It outlives a redraw. */
export class FormState {
  readonly key: string;
  readonly typed = new Map<string, string>();
  /** The control that has to be filled in first, or in another way. */
  empty: string | null = null;
  failure: AnyHandbookError | null = null;
  refused: Ground[] | null = null;
  noted: Ground[] = [];

  constructor(key: string) {
    this.key = key;
  }

  value(name: string, known: string): string {
    return this.typed.get(name) ?? known;
  }

  idOf(name: string): string {
    return `${this.key}-${name}`.replaceAll(/[^\w-]+/g, "-");
  }
}

export interface Choice {
  value: string;
  text: string;
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

function labelled(form: FormState, name: string, label: string, control: Control): HTMLElement {
  control.id = form.idOf(name);
  control.name = name;
  control.addEventListener("input", () => form.typed.set(name, control.value));
  return h("div", { class: "field" }, h("label", { for: control.id }, label), control);
}

export function textField(form: FormState, name: string, label: string, known = "", type: "text" | "date" | "time" | "number" | "url" = "text"): HTMLElement {
  const control = h("input", { type, autocomplete: "off", inputmode: type === "number" ? "numeric" : undefined });
  control.value = form.value(name, known);
  return labelled(form, name, label, control);
}

export function areaField(form: FormState, name: string, label: string, known = "", rows = 4): HTMLElement {
  const control = h("textarea", { rows });
  control.value = form.value(name, known);
  return labelled(form, name, label, control);
}

export function choiceField(form: FormState, name: string, label: string, choices: Choice[], known = ""): HTMLElement {
  const chosen = form.value(name, known);
  const control = h("select", {}, ...choices.map(({ value, text }) => h("option", { value, selected: value === chosen }, text)));
  return labelled(form, name, label, control);
}

/** A day or a time that the record cannot do without. */
export function momentField(form: FormState, name: string, label: string, known: string, type: "date" | "time"): HTMLElement {
  const field = textField(form, name, label, known, type);
  const control = field.querySelector("input");
  if (control) control.required = true;
  return field;
}

/** A number with a button to count one up and one to count down. */
export function counterField(form: FormState, name: string, label: string, desk: Desk): HTMLElement {
  const field = textField(form, name, label, "0", "number");
  const control = field.querySelector("input");
  if (!control) return field;
  control.min = "0";
  const step = (by: number, sign: string, text: string) =>
    h(
      "button",
      {
        type: "button",
        class: "quiet counter",
        "aria-label": text,
        click: () => {
          control.value = String(Math.max(0, (Number(control.value) || 0) + by));
          control.dispatchEvent(new Event("input", { bubbles: true }));
        },
      },
      sign,
    );
  const row = h("div", { class: "counter-row" });
  control.replaceWith(row);
  row.append(
    step(-1, "−", fill(said("oneLess", desk.language), { name: label })),
    control,
    step(1, "+", fill(said("one", desk.language), { name: label })),
  );
  return field;
}

/** What a form holds, by the name of the control. */
export type Read = (name: string) => string;

export interface FormParts {
  desk: Desk;
  form: FormState;
  title?: string;
  fields: (Node | null | false)[];
  submit: string;
  /** What is announced once it is taken in. */
  done: string;
  command: (read: Read, submitter: string) => Command;
  /** Where there is more than one way to send the form, the others: value and text. */
  others?: Choice[];
  accepted?: (outcome: Outcome) => void;
}

/** Sends a command; what became of it stands in the form's state and is announced. */
export function send(desk: Desk, form: FormState, command: Command, done: string): Outcome | null {
  const { language } = desk;
  form.empty = null;
  form.failure = null;
  form.refused = null;
  form.noted = [];
  try {
    const outcome = desk.submit(command);
    if (outcome.type === "refused") {
      form.refused = outcome.grounds;
      desk.announce(said("refusedTitle", language) + " " + outcome.grounds.filter((ground) => !ground.holds).map((ground) => desk.rules.sentence(ground, language)).join(" "));
    } else {
      form.typed.clear();
      form.noted = outcome.grounds.filter((ground) => !ground.holds);
      desk.announce(fill(said("recorded", language), { what: done }));
    }
    return outcome;
  } catch (failure) {
    if (!isHandbookError(failure)) throw failure;
    form.failure = failure;
    desk.announce(fill(said("notRecorded", language), { why: failure.sentence(language) }));
    return null;
  }
}

/** Whether a failure names this control: `guests[1]` stands in the control `guests`. */
function names(field: string, control: string): boolean {
  return field === control || field.startsWith(`${control}[`) || field.startsWith(`${control}.`);
}

/** What a control asks for: to be filled in, or, by its title, how it is written. */
function unfitSentence(desk: Desk, control: Control | undefined): string {
  return control?.validity.patternMismatch === true ? control.title : said("fillIn", desk.language);
}

/** Puts the sentence of a failure beside the control that it names, or at the end. */
export function showFailure(desk: Desk, form: FormState, element: HTMLElement): void {
  const { failure, empty } = form;
  if (!failure && empty === null) return;
  const id = form.idOf("failure");
  const field = failure?.code === "input" ? failure.data.field : empty;
  const control =
    field === null
      ? undefined
      : [...element.querySelectorAll<Control>("input[name], select[name], textarea[name]")].find((each) => names(field, each.name));
  const sentence = h("p", { class: "field-failure", id }, failure ? failure.sentence(desk.language) : unfitSentence(desk, control));
  if (!control) {
    element.append(sentence);
    return;
  }
  control.setAttribute("aria-invalid", "true");
  control.setAttribute("aria-describedby", id);
  (control.closest(".field") ?? control.closest("fieldset") ?? element).append(sentence);
}

/** The grounds of a refusal, or of what was recorded with something to note. */
export function judgement(desk: Desk, form: FormState): HTMLElement | null {
  const { language, rules } = desk;
  if (form.refused) {
    return h("div", { class: "judged refused", "data-refused": form.key }, h("p", {}, h("strong", {}, said("refusedTitle", language))), groundsList(form.refused, rules, language));
  }
  if (form.noted.length === 0) return null;
  return h("div", { class: "judged noted", "data-noted": form.key }, h("p", {}, said("notedTitle", language)), groundsList(form.noted, rules, language));
}

export function formView({ desk, form, title, fields, submit, done, command, others = [], accepted }: FormParts): HTMLElement {
  const element = h(
    "form",
    { class: "act", novalidate: true, "data-form": form.key },
    title !== undefined && h("h4", {}, title),
    ...fields.map((field) => field || null),
    h(
      "p",
      { class: "act-buttons" },
      h("button", { class: "button primary", id: form.idOf("submit"), value: "" }, submit),
      ...others.map(({ value, text }) => h("button", { class: "quiet", id: form.idOf(`submit-${value}`), value }, text)),
    ),
  );
  element.addEventListener("submit", (event) => {
    event.preventDefault();
    const data = new FormData(element);
    const read: Read = (name) => {
      const value = data.get(name);
      return typeof value === "string" ? value.trim() : "";
    };
    const submitter = event.submitter instanceof HTMLButtonElement ? event.submitter.value : "";
    for (const [name, value] of data) if (typeof value === "string") form.typed.set(name, value);
    const empty = [...element.elements].find((each) => each instanceof HTMLInputElement && (each.validity.valueMissing || each.validity.patternMismatch));
    if (empty instanceof HTMLInputElement) {
      form.empty = empty.name;
      form.failure = null;
      form.refused = null;
      form.noted = [];
      desk.announce(fill(said("notRecorded", desk.language), { why: unfitSentence(desk, empty) }));
    } else {
      const outcome = send(desk, form, command(read, submitter), done);
      if (outcome?.type === "accepted") accepted?.(outcome);
    }
    desk.changed();
    document.querySelector<HTMLElement>(`[data-form="${form.key}"] [aria-invalid="true"]`)?.focus();
  });
  showFailure(desk, form, element);
  const judged = judgement(desk, form);
  if (judged) element.append(judged);
  return element;
}

export function orNull(text: string): string | null {
  return text === "" ? null : text;
}

/** A count as it was typed; what is no number goes to the library as it is, which says so. */
export function numberOrNull(text: string): number | null {
  return text === "" ? null : Number(text);
}

export function lines(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
