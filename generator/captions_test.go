package main

import "testing"

func TestATableIsNamedByTheHeadingAboveIt(t *testing.T) {
	const box, named = `<div class="scroll" role="region" tabindex="0"><table>`, `<div class="scroll" role="region" tabindex="0" aria-labelledby="x"><table>`
	for _, c := range []struct{ name, html, heading, want string }{
		{"no table", "<p>a</p>", "Baggrund", "<p>a</p>"},
		{"the heading of the section", named + "<tr>", "Økonomi & drift",
			named + `<caption class="tool hidden">Økonomi &amp; drift</caption><tr>`},
		{"a box without a name", box, `En "plan"`,
			`<div class="scroll" role="region" tabindex="0" aria-label="En &#34;plan&#34;"><table><caption class="tool hidden">En &#34;plan&#34;</caption>`},
		{"a nearer heading", `<h4 id="a">Et <em>skema</em></h4>` + named + `</table><h3>To</h3>` + named, "Baggrund",
			`<h4 id="a">Et <em>skema</em></h4>` + named + `<caption class="tool hidden">Et skema</caption></table><h3>To</h3>` + named + `<caption class="tool hidden">To</caption>`},
		{"a nearer heading with quotes", `<h3>En "plan"</h3>` + box, "",
			`<h3>En "plan"</h3><div class="scroll" role="region" tabindex="0" aria-label="En &#34;plan&#34;"><table><caption class="tool hidden">En "plan"</caption>`},
		{"no heading at all", box, "", box},
	} {
		if got := captioned(c.html, c.heading); got != c.want {
			t.Errorf("%s: %s", c.name, got)
		}
	}
}
