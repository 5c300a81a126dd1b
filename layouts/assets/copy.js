// A link to a place on the page also copies its address, and says so. Without
// this file it is a link like any other.
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
