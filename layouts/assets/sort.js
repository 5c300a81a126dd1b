// Buttons that sort the table of all subjects and show those of one status. The
// space for them is kept by the stylesheet; without this file they are not seen.
const tools = document.querySelector(".tools");
const rows = [...document.querySelectorAll(".overview tbody tr")];
const heads = document.querySelectorAll(".overview thead th");
const compare = new Intl.Collator(document.documentElement.lang).compare;
const name = (row) => row.cells[0].textContent.trim();
const status = (row) => row.querySelector("b").textContent;
const kinds = [...tools.querySelectorAll("[data-status]")].map((button) => button.dataset.status);
const orders = {
  period: (a, b) => rows.indexOf(a) - rows.indexOf(b),
  name: (a, b) => compare(name(a), name(b)),
  status: (a, b) => kinds.indexOf(status(a)) - kinds.indexOf(status(b)) || rows.indexOf(a) - rows.indexOf(b),
};
const press = (button) => {
  for (const other of button.closest("ul").querySelectorAll("button")) other.setAttribute("aria-pressed", other === button);
};
tools.addEventListener("click", ({ target: button }) => {
  const { sort, status: only, column } = button.dataset;
  if (sort) {
    rows[0].parentNode.append(...[...rows].sort(orders[sort]));
    heads.forEach((head, i) => (i == column ? head.setAttribute("aria-sort", "ascending") : head.removeAttribute("aria-sort")));
    tools.nextElementSibling.classList.toggle("sorted", sort != "period");
    press(button);
  } else if (only !== undefined) {
    let shown = 0;
    for (const row of rows) shown += !(row.hidden = only && status(row) != only);
    tools.querySelector("[role]").textContent = tools.dataset.said.replace("{1}", shown).replace("{2}", rows.length);
    press(button);
  }
});
tools.classList.add("ready");
