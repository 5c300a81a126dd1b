package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"referat/generator/disclosure/attack"
)

// These tests publish tables of counts of persons, version after version, as staff do, and let the attacker read all of
// public/.

// clinic is a site with a table whose true counts lie outside of it.
type clinic struct {
	dir, secret string
	counts      [][]int
	published   int
}

func newClinic(t *testing.T, r *rand.Rand, keepTotals bool) *clinic {
	t.Helper()
	c := &clinic{dir: t.TempDir(), secret: filepath.Join(t.TempDir(), "sande.csv")}
	site := fixedSite()
	site["site.toml"] += tablesSetting
	site["content/tabeller/personer.toml"] = personsText + fmt.Sprintf("keep_totals = %v\n", keepTotals)
	if err := os.CopyFS(c.dir, written(site)); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		c.counts = append(c.counts, []int{count(r), count(r)})
	}
	return c
}

// count is a true count: often a small one.
func count(r *rand.Rand) int {
	if r.IntN(2) == 0 {
		return r.IntN(6)
	}
	return 20 + r.IntN(20)
}

// publish masks the counts, builds, and records what is public; false when mask refuses.
func (c *clinic) publish(t *testing.T) bool {
	t.Helper()
	var b strings.Builder
	b.WriteString("Emne,Øst,Vest\n")
	for r, row := range c.counts {
		fmt.Fprintf(&b, "%s,%d,%d\n", []string{"nyresvigt", "Andet"}[r], row[0], row[1])
	}
	put(t, filepath.Dir(c.secret), "sande.csv", b.String())
	const table = "content/tabeller/personer"
	c.published++
	text, err := os.ReadFile(filepath.Join(c.dir, table+".toml"))
	if err != nil {
		t.Fatal(err)
	}
	put(t, c.dir, table+".toml", regexp.MustCompile(`date = "\d+"`).ReplaceAllString(string(text), fmt.Sprintf(`date = "%d"`, 2020+c.published)))
	var said bytes.Buffer
	status := run(context.Background(), []string{"mask", "-C", c.dir, "personer", "--from", c.secret}, io.Discard, &said)
	if status != exitDone {
		if !strings.Contains(said.String(), "[mask-impossible]") {
			t.Fatal(said.String())
		}
		return false
	}
	tick(c.dir)
	for _, args := range [][]string{{"build", "-C", c.dir}, {"record", "-C", c.dir, "--reviewer", "Anne Holm"}} {
		said.Reset()
		if run(context.Background(), append(args, "--now", at.Format(time.RFC3339)), io.Discard, &said) != exitDone {
			t.Fatal(said.String())
		}
	}
	return true
}

// seen are the cells of the table as a page shows them, and holds that the data files say the same.
func (c *clinic) seen(t *testing.T) attack.Shown {
	t.Helper()
	folder := filepath.Join(c.dir, "public", "tabeller", "personer")
	page, err := os.ReadFile(filepath.Join(folder, "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	s := attack.Shown{Rows: 2, Columns: 2, Cells: cellsOfPage(t, page)}
	s.ColumnTotals, s.RowTotals = len(s.Cells) == 3, len(s.Cells[0]) == 3
	flat := slices.Concat(s.Cells...)
	if fromCSV := cellsOfCSV(t, filepath.Join(folder, "personer.csv")); !slices.Equal(fromCSV, flat) {
		t.Fatalf("the page says %q, the CSV %q", flat, fromCSV)
	}
	if fromJSON := cellsOfJSON(t, filepath.Join(folder, "index.json")); !slices.Equal(fromJSON, flat) {
		t.Fatalf("the page says %q, the JSON %q", flat, fromJSON)
	}
	c.holdsDrawings(t, s, string(page))
	return s
}

// holdsDrawings compares the words of the drawings and their bars with the table.
func (c *clinic) holdsDrawings(t *testing.T, s attack.Shown, page string) {
	t.Helper()
	var want []string
	for column := range 2 {
		for row := range 2 {
			want = append(want, s.Cells[row][column])
		}
	}
	if s.RowTotals {
		want = []string{s.Cells[0][2], s.Cells[1][2]}
	}
	bars := 0
	for _, cell := range want {
		if n, err := strconv.Atoi(cell); err == nil && n > 0 {
			bars++
		}
	}
	if bars == 0 {
		want = nil // nothing is drawn
	}
	var words []string
	for _, m := range regexp.MustCompile(`<text class="value"[^>]*>([^<]*)</text>`).FindAllStringSubmatch(page, -1) {
		words = append(words, plainCell(html.UnescapeString(m[1])))
	}
	if !slices.Equal(words, slices.Concat(want, want)) { // a wide and a narrow drawing
		t.Fatalf("the drawings say %q, the table %q", words, want)
	}
	if n := strings.Count(page, "<rect "); n != 2*bars {
		t.Fatalf("%d bars in two drawings of %d counts", n, bars)
	}
}

func plainCell(words string) string { return strings.ReplaceAll(strings.TrimSpace(words), ".", "") }

func cellsOfPage(t *testing.T, page []byte) (cells [][]string) {
	t.Helper()
	doc, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	for n := range doc.Descendants() {
		if n.DataAtom == atom.Tr && n.Parent.DataAtom == atom.Tbody {
			cells = append(cells, nil)
		}
		if n.DataAtom == atom.Td {
			cells[len(cells)-1] = append(cells[len(cells)-1], plainCell(n.FirstChild.Data))
		}
	}
	return cells
}

func cellsOfCSV(t *testing.T, name string) (cells []string) {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows[1:] {
		cells = append(cells, strings.Replace(row[3]+row[4], "hidden", "skjult", 1))
	}
	return cells
}

func cellsOfJSON(t *testing.T, name string) (cells []string) {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var table struct{ Cells []struct{ Count any } }
	if err := json.Unmarshal(text, &table); err != nil {
		t.Fatal(err)
	}
	for _, cell := range table.Cells {
		switch count := cell.Count.(type) {
		case float64:
			cells = append(cells, strconv.Itoa(int(count)))
		case map[string]any:
			cells = append(cells, strings.Replace(fmt.Sprint(count["masked"]), "hidden", "skjult", 1))
		}
	}
	return cells
}

func TestNobodyComputesAMaskedCountFromAnyVersionOfPublic(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 11))
	compared, masked := 0, 0
	for range 8 {
		c := newClinic(t, r, r.IntN(2) == 0)
		var before []attack.Shown
		for range 3 {
			if !c.publish(t) {
				break
			}
			now := c.seen(t)
			a := attack.Attacker{Threshold: 5, Most: 130}
			for _, cell := range slices.Concat(now.Cells...) {
				if cell == "<5" || cell == "skjult" {
					masked++
				}
			}
			for _, old := range before {
				found, tried := a.Together(old, now, attack.Grows)
				if len(found) > 0 {
					t.Fatalf("%q of %v and %v", found, old, now)
				}
				if tried {
					compared++
				}
			}
			before = append(before, now)
			for _, row := range c.counts {
				row[r.IntN(2)] += []int{0, 1, 3, 9}[r.IntN(4)]
			}
		}
	}
	if compared < 10 || masked < 15 {
		t.Errorf("only %d pairs of versions were compared, %d counts masked", compared, masked)
	}
}

func TestAHiddenCountStandsNowhereInPublic(t *testing.T) {
	c := newClinic(t, rand.New(rand.NewPCG(1, 1)), true)
	c.counts = [][]int{{3, 7919}, {5323, 6841}}
	if !c.publish(t) {
		t.Fatal("nothing was published")
	}
	s := c.seen(t)
	if !slices.Contains(slices.Concat(s.Cells...), "skjult") {
		t.Fatalf("nothing is hidden: %v", s)
	}
	c.nothingElse(t, s)
}

// nothingElse fails when a true count that the table hides stands anywhere in public/.
func (c *clinic) nothingElse(t *testing.T, s attack.Shown) {
	t.Helper()
	for r, row := range c.counts {
		for k, n := range row {
			if n < 1000 || s.Cells[r][k] != "skjult" || slices.Contains(slices.Concat(s.Cells...), strconv.Itoa(n)) {
				continue
			}
			secret := regexp.MustCompile(fmt.Sprintf(`(^|[^0-9a-f.])(%d|%d\.%03d)($|[^0-9a-f.])`, n, n/1000, n%1000))
			for name, text := range files(t, filepath.Join(c.dir, "public")) {
				if at := secret.FindIndex(text); at != nil {
					t.Fatalf("%s holds a hidden count: …%s…", name, text[max(0, at[0]-40):min(len(text), at[1]+40)])
				}
			}
		}
	}
}
