import type { AgendaItem } from "handbook-wasm";
import { h } from "../dom";
import { day, fill } from "../words";
import { areaField, choiceField, formView, lines, momentField, numberOrNull, orNull, textField } from "./form";
import { hint, memberChoices, nameOf, type Chosen } from "./meeting";
import { itemName, said } from "./words";

/** Time and place, agenda, papers, notice; and the ways out: postponing and calling off. */
export function prepareStep(chosen: Chosen): HTMLElement[] {
  return [arrangement(chosen), agenda(chosen), papers(chosen), notice(chosen), change(chosen)];
}

function arrangement(chosen: Chosen): HTMLElement {
  const { desk, language, answer, leader } = chosen;
  const form = desk.form(`arrange-${answer.id}`);
  const known = answer.arrangement;
  const people = memberChoices(chosen, said("nobody", language));
  return formView({
    desk,
    form,
    title: said("arrange", language),
    fields: [
      h(
        "div",
        { class: "fields" },
        textField(form, "at", said("at", language), known.at ?? "", "time"),
        textField(form, "minutes", said("minutes", language), known.minutes === null ? "" : String(known.minutes), "number"),
        textField(form, "place", said("place", language), known.place ?? ""),
        textField(form, "link", said("link", language), known.link ?? "", "url"),
        textField(form, "topic", said("topic", language), known.topic ?? ""),
        choiceField(form, "chair", said("chair", language), people, known.chair ?? leader ?? ""),
        choiceField(form, "secretary", said("secretary", language), people, known.secretary ?? ""),
      ),
      areaField(form, "guests", said("guests", language), known.guests.join("\n"), 2),
    ],
    submit: said("save", language),
    done: itemName("arrange", language),
    command: (read) =>
      desk.act(
        answer.id,
        {
          type: "arrange",
          at: orNull(read("at")),
          minutes: numberOrNull(read("minutes")),
          place: orNull(read("place")),
          link: orNull(read("link")),
          topic: orNull(read("topic")),
          chair: orNull(read("chair")),
          secretary: orNull(read("secretary")),
          guests: lines(read("guests")),
        },
        leader,
      ),
  });
}

function agenda(chosen: Chosen): HTMLElement {
  const { desk, language, answer, leader } = chosen;
  const form = desk.form(`agenda-${answer.id}`);
  const known = answer.preparation.agenda;
  const many = Number(form.value("many", String(Math.max(1, known.length))));
  const people = memberChoices(chosen, said("nobody", language));
  const row = (place: number) =>
    h(
      "div",
      { class: "fields agenda-item" },
      textField(form, `items[${place}].title`, fill(said("agendaItem", language), { number: String(place + 1) }), known[place]?.title ?? ""),
      choiceField(form, `items[${place}].presenter`, fill(said("presenter", language), { number: String(place + 1) }), people, known[place]?.presenter ?? ""),
    );
  const resize = (to: number) => {
    form.typed.set("many", String(to));
    desk.changed();
    document.getElementById(form.idOf(`items[${to - 1}].title`))?.focus();
  };
  const places = Array.from({ length: many }, (_, place) => place);
  return formView({
    desk,
    form,
    title: said("agenda", language),
    fields: [
      ...places.map(row),
      h(
        "p",
        { class: "act-buttons" },
        h("button", { type: "button", class: "quiet", id: form.idOf("add"), click: () => resize(many + 1) }, said("addItem", language)),
        many > 1 && h("button", { type: "button", class: "quiet", id: form.idOf("remove"), click: () => resize(many - 1) }, said("removeItem", language)),
      ),
    ],
    submit: said("saveAgenda", language),
    done: itemName("agenda", language),
    command: (read) => {
      const items: AgendaItem[] = places.map((place) => ({ number: place + 1, title: read(`items[${place}].title`), presenter: orNull(read(`items[${place}].presenter`)) }));
      return desk.act(answer.id, { type: "setAgenda", items }, leader);
    },
  });
}

function papers({ desk, language, answer, leader }: Chosen): HTMLElement {
  const form = desk.form(`papers-${answer.id}`);
  const known = answer.preparation;
  return formView({
    desk,
    form,
    title: said("papers", language),
    fields: [
      known.papers.length > 0 && h("ul", { class: "plain-list" }, ...known.papers.map(({ title }) => h("li", {}, title))),
      known.papersOn !== null && hint(fill(said("papersOn", language), { day: day(known.papersOn, language) })),
      textField(form, "papers", said("paperTitle", language)),
    ],
    submit: said("addPaper", language),
    done: itemName("papers", language),
    command: (read) => desk.act(answer.id, { type: "providePapers", papers: [{ title: read("papers") }] }, leader),
  });
}

function notice({ desk, language, answer, leader }: Chosen): HTMLElement {
  const form = desk.form(`notice-${answer.id}`);
  const { notifiedOn } = answer.preparation;
  return formView({
    desk,
    form,
    title: said("notice", language),
    fields: [
      notifiedOn !== null && hint(fill(said("notifiedOn", language), { day: day(notifiedOn, language) })),
      areaField(form, "text", said("noticeText", language), "", 2),
    ],
    submit: said("notify", language),
    done: itemName("notice", language),
    command: (read) => desk.act(answer.id, { type: "notify", text: orNull(read("text")) }, leader),
  });
}

function change(chosen: Chosen): HTMLElement {
  const { desk, language, answer, leader } = chosen;
  const form = desk.form(`change-${answer.id}`);
  const told = answer.preparation.changes.map(({ changedOn, from, to, reason }) =>
    to === null
      ? fill(said("cancelLine", language), { day: day(changedOn, language), reason })
      : fill(said("changeLine", language), { day: day(changedOn, language), from: day(from, language), to: day(to, language), reason }),
  );
  return formView({
    desk,
    form,
    title: said("change", language),
    fields: [
      told.length > 0 && h("ul", { class: "plain-list", "data-changes": "" }, ...told.map((line) => h("li", {}, line))),
      h(
        "div",
        { class: "fields" },
        momentField(form, "to", said("postponeTo", language), answer.on, "date"),
        textField(form, "reason", said("reason", language)),
      ),
    ],
    submit: said("postpone", language),
    others: [{ value: "cancel", text: said("cancel", language) }],
    done: said("change", language).toLocaleLowerCase(language),
    command: (read, submitter) =>
      desk.act(
        answer.id,
        submitter === "cancel" ? { type: "cancel", reason: read("reason") } : { type: "postpone", to: read("to"), reason: read("reason") },
        leader,
      ),
  });
}

/** Who chairs and who writes, in one line. */
export function arrangementLine(chosen: Chosen): string {
  const { answer, language } = chosen;
  const { at, place, link, topic, chair, secretary, guests } = answer.arrangement;
  const parts = [
    at,
    place,
    link,
    topic,
    chair === null ? null : `${said("chair", language)}: ${nameOf(chosen, chair)}`,
    secretary === null ? null : `${said("secretary", language)}: ${nameOf(chosen, secretary)}`,
    guests.length > 0 ? guests.join(", ") : null,
  ];
  return parts.filter((part) => part !== null).join(" · ");
}
