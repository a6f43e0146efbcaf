/** Makes elements. Text only ever goes in as text: no function of this page takes HTML. */

type Child = Node | string | null | false;

interface Attributes {
  class?: string | undefined;
  title?: string;
  lang?: string;
  [name: `aria-${string}` | `data-${string}`]: string | undefined;
  role?: string;
  id?: string;
  type?: string;
  scope?: string;
  datetime?: string;
}

export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K, attributes: Attributes = {}, ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) made.setAttribute(name, value);
  for (const child of children) if (child !== null && child !== false) made.append(child);
  return made;
}

export function byId<T extends HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no element #${id}`);
  return found as T;
}
