// A link to an item also copies its address, and says so; the list of contents
// shuts when something is chosen from it. Without this file links are links.
for (const link of document.querySelectorAll("a.copy")) {
  const said = document.createElement("span");
  said.setAttribute("role", "status");
  link.after(said);
  link.addEventListener("click", async () => {
    for (const other of document.querySelectorAll("a.copy + [role]")) other.textContent = "";
    try {
      await navigator.clipboard.writeText(link.href);
      said.textContent = link.dataset.said;
    } catch {
      // the browser forbids it: the address stands in its bar
    }
  });
}
const nav = document.querySelector(".contents nav");
nav.addEventListener("click", ({ target }) => {
  if (target.closest("a")) nav.firstElementChild.open = false;
});
// A long list beside the text scrolls by itself, and so must be reached by keyboard.
if (nav.scrollHeight > nav.clientHeight) nav.tabIndex = 0;
