import type { DistrictYear, Language, OrganizationLine } from "handbook-wasm";
import { h } from "./dom";
import { count, levelName, word } from "./words";

/**
 * The tree of organizations: one tab stop, arrow keys inside it, as screen readers expect of a
 * `tree`. Branches are drawn when they are first opened.
 */
export function treeView(
  year: DistrictYear,
  language: Language,
  kindName: (kind: string) => string,
  opened: Set<string>,
  open: (organization: OrganizationLine) => void,
): HTMLElement {
  const below = new Map<string | null, OrganizationLine[]>();
  const known = new Set(year.organizations.map((organization) => organization.id));
  for (const organization of year.organizations) {
    const parent = organization.parent !== null && known.has(organization.parent) ? organization.parent : null;
    const siblings = below.get(parent);
    if (siblings) siblings.push(organization);
    else below.set(parent, [organization]);
  }
  const byItem = new Map<HTMLElement, OrganizationLine>();

  function row(organization: OrganizationLine, depth: number): HTMLElement {
    const children = below.get(organization.id) ?? [];
    const isOpen = opened.has(organization.id);
    const members = organization.fullMembers + organization.probationaryMembers;
    const item = h(
      "li",
      {
        role: "treeitem",
        tabindex: -1,
        "aria-level": depth,
        "aria-expanded": children.length > 0 ? String(isOpen) : undefined,
        "data-organization": organization.id,
      },
      h(
        "div",
        { class: "tree-row", style: `--depth:${depth - 1}` },
        h("span", { class: children.length > 0 ? "twist" : "twist leaf", "aria-hidden": "true" }),
        h(
          "span",
          { class: "tree-name" },
          organization.name,
          h("span", { class: "tree-kind" }, ` ${kindName(organization.kind)}`),
        ),
        organization.level !== null &&
          h("span", { class: `badge ${organization.level}` }, levelName(organization.level, language)),
        h("span", { class: "tree-count" }, count(members, language), h("span", { class: "unseen" }, ` ${word("memberCount", language)}`)),
      ),
    );
    byItem.set(item, organization);
    if (isOpen && children.length > 0) item.append(branch(children, depth + 1));
    return item;
  }

  function branch(children: OrganizationLine[], depth: number): HTMLElement {
    return h("ul", { role: "group" }, ...children.map((child) => row(child, depth)));
  }

  const tree = h("ul", {
    role: "tree",
    class: "tree",
    "aria-labelledby": "tree-title",
  }, ...(below.get(null) ?? []).map((root) => row(root, 1)));

  const items = () => [...tree.querySelectorAll<HTMLElement>('[role="treeitem"]')];
  let current = tree.querySelector<HTMLElement>('[role="treeitem"]');
  current?.setAttribute("tabindex", "0");

  function focusOn(item: HTMLElement | null | undefined): void {
    if (!item) return;
    current?.setAttribute("tabindex", "-1");
    current = item;
    item.setAttribute("tabindex", "0");
    item.focus();
  }

  function setOpen(item: HTMLElement, isOpen: boolean): void {
    const organization = byItem.get(item);
    const children = organization && below.get(organization.id);
    if (!organization || !children) return;
    item.setAttribute("aria-expanded", String(isOpen));
    const group = item.querySelector(':scope > [role="group"]');
    if (isOpen) {
      opened.add(organization.id);
      if (!group) item.append(branch(children, Number(item.getAttribute("aria-level")) + 1));
    } else {
      opened.delete(organization.id);
      group?.remove();
    }
  }

  tree.addEventListener("click", (event) => {
    const target = event.target as Element;
    const item = target.closest<HTMLElement>('[role="treeitem"]');
    const organization = item && byItem.get(item);
    if (!item || !organization) return;
    focusOn(item);
    if (target.classList.contains("twist") && item.hasAttribute("aria-expanded")) {
      setOpen(item, item.getAttribute("aria-expanded") !== "true");
    } else {
      open(organization);
    }
  });

  tree.addEventListener("keydown", (event) => {
    const item = (event.target as Element).closest<HTMLElement>('[role="treeitem"]');
    if (!item || event.altKey || event.ctrlKey || event.metaKey) return;
    const all = items();
    const place = all.indexOf(item);
    const expanded = item.getAttribute("aria-expanded");
    const organization = byItem.get(item);
    switch (event.key) {
      case "ArrowDown":
        focusOn(all[place + 1]);
        break;
      case "ArrowUp":
        focusOn(all[place - 1]);
        break;
      case "Home":
        focusOn(all[0]);
        break;
      case "End":
        focusOn(all.at(-1));
        break;
      case "ArrowRight":
        if (expanded === "false") setOpen(item, true);
        else if (expanded === "true") focusOn(all[place + 1]);
        break;
      case "ArrowLeft":
        if (expanded === "true") setOpen(item, false);
        else focusOn(item.parentElement?.closest<HTMLElement>('[role="treeitem"]'));
        break;
      case "Enter":
      case " ":
        if (organization) open(organization);
        break;
      default:
        return;
    }
    event.preventDefault();
  });

  return h(
    "section",
    { "aria-labelledby": "tree-title", id: "tree" },
    h("h2", { id: "tree-title" }, word("tree", language)),
    h("p", { class: "hint" }, word("treeHint", language)),
    tree,
  );
}
