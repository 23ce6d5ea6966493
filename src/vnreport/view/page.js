"use strict";
(() => {
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const one = (selector) => document.querySelector(selector);
  const text = one("#text"), tip = one("#tip"), said = one("#said");
  const query = one("#query"), kind = one("#kind"), shown = one("#shown");
  const rows = all("#fact-table tbody tr");
  const motion = () => (matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth");

  // Letters without marks, so that "xu phat" finds "xử phạt".
  const fold = (words) =>
    words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/đ/g, "d").replace(/\s+/g, " ").trim();
  const contents = rows.map((row) => fold(row.textContent));

  function filter() {
    const wanted = fold(query.value).split(" ");
    let count = 0;
    rows.forEach((row, index) => {
      const fits = (!kind.value || row.dataset.kind === kind.value) && wanted.every((word) => contents[index].includes(word));
      row.hidden = !fits;
      if (fits) count += 1;
    });
    shown.textContent = count === rows.length ? `${count} dữ kiện` : `${count} / ${rows.length} dữ kiện`;
  }

  function clear() {
    for (const element of all(".on")) element.classList.remove("on");
    for (const row of rows) row.removeAttribute("aria-current");
  }

  function goTo(anchor, mentions) {
    const pieces = all(`.e[data-e="${anchor}"]`, text);
    if (!pieces.length) return;
    for (const piece of pieces) piece.classList.add("on");
    const built = new Set(mentions);
    const marks = all("mark", text).filter((mark) => built.has(mark.dataset.m));
    for (const mark of marks) mark.classList.add("on");
    (marks[0] || pieces[0]).scrollIntoView({ block: "center", behavior: motion() });
    said.textContent = "Bằng chứng: " + pieces.map((piece) => piece.textContent).join("");
  }

  function choose(row) {
    clear();
    row.classList.add("on");
    row.setAttribute("aria-current", "true");
    goTo(row.dataset.e, row.dataset.m.split(" "));
  }

  one("#fact-table").addEventListener("click", (event) => {
    const row = event.target.closest("tbody tr");
    if (!row || String(getSelection())) return;
    event.preventDefault();
    choose(row);
  });
  one("header").addEventListener("click", (event) => {
    const link = event.target.closest("a[data-e]");
    if (!link) return;
    event.preventDefault();
    clear();
    goTo(link.dataset.e, []);
  });
  query.addEventListener("input", filter);
  kind.addEventListener("change", filter);
  one(".filter").addEventListener("submit", (event) => event.preventDefault());

  // From a mention to the first fact that is built from it.
  text.addEventListener("click", (event) => {
    const mark = event.target.closest("mark");
    if (!mark || String(getSelection())) return;
    const row = rows.find((candidate) => !candidate.hidden && candidate.dataset.m.split(" ").includes(mark.dataset.m));
    if (!row) return;
    clear();
    row.classList.add("on");
    row.setAttribute("aria-current", "true");
    row.scrollIntoView({ block: "nearest", behavior: motion() });
  });

  one(".legend").addEventListener("change", (event) => {
    const wanted = event.target.value;
    const selector = wanted === "repair" ? ".r" : `mark[data-type="${wanted}"]`;
    for (const element of all(selector, text)) element.classList.toggle("off", !event.target.checked);
  });

  // Repairs: one stop of the Tab key for all of them, the arrow keys go from one to the next.
  const repairs = all(".r[id]", text);
  function enter(repair) {
    for (const other of repairs) other.tabIndex = other === repair ? 0 : -1;
    repair.focus({ preventScroll: true });
    repair.scrollIntoView({ block: "center", behavior: motion() });
  }
  text.addEventListener("keydown", (event) => {
    const at = repairs.indexOf(event.target);
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (at < 0 || !step) return;
    event.preventDefault();
    const next = repairs[at + step];
    if (next) enter(next);
  });
  one(".repairs").addEventListener("click", (event) => {
    const link = event.target.closest("a");
    const repair = link && document.getElementById(link.hash.slice(1));
    if (!repair) return;
    event.preventDefault();
    enter(repair);
  });

  // What hovers over mentions and repairs; the titles serve where no script runs.
  function about(element) {
    const words = [];
    for (let at = element.closest("mark, .r"); at; at = at.parentElement.closest("mark, .r")) {
      if (at.title) {
        at.dataset.tip = at.title;
        at.removeAttribute("title");
      }
      if (!at.classList.contains("off")) words.push(at.dataset.tip);
    }
    return words.join("\n");
  }
  function show(element) {
    const words = about(element);
    if (!words) return;
    tip.textContent = words;
    tip.hidden = false;
    const box = element.closest("mark, .r").getClientRects()[0] || element.getBoundingClientRect();
    const left = Math.min(box.left, document.documentElement.clientWidth - tip.offsetWidth - 8);
    const below = box.bottom + 6 + tip.offsetHeight < innerHeight;
    tip.style.left = `${Math.max(8, left)}px`;
    tip.style.top = `${below ? box.bottom + 6 : Math.max(8, box.top - tip.offsetHeight - 6)}px`;
  }
  const hide = () => { tip.hidden = true; };
  // The mouse may lie anywhere (and the page scroll beneath it) while the keyboard is at a repair.
  let dismissed = null;
  function rest() {
    const focused = document.activeElement;
    if (focused.matches("#text .r") && focused !== dismissed) show(focused);
    else hide();
  }
  text.addEventListener("mouseover", (event) => (event.target.closest("mark, .r") ? show(event.target) : rest()));
  text.addEventListener("mouseleave", (event) => { if (event.relatedTarget !== tip) rest(); });
  tip.addEventListener("mouseleave", rest);
  text.addEventListener("focusin", () => { dismissed = null; rest(); });
  text.addEventListener("focusout", hide);
  addEventListener("scroll", rest, { passive: true });
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    dismissed = document.activeElement;
    hide();
    clear();
  });

  const save = one("#save");
  save.hidden = false;
  save.addEventListener("click", () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([one("#report").textContent], { type: "application/json" }));
    link.download = (document.title.slice(0, 80).replace(/[^\p{L}\p{N}]+/gu, "-") || "report") + ".json";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  });
})();
