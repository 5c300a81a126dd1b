package personal

import (
	"bytes"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

func TestWhatIsNoNumberGivesNoAlarm(t *testing.T) {
	for _, text := range []string{
		"Mødet den 7. november 2023, kl. 14.00-15.30", "01.02.2023 kl. 14.00", "01.02.2023 14.00", "01.02.23 14.00", "den 06-03-2018 10:00:00", "21-08-2012 kl. 14:00 - 16:00",
		"2023-11-07 2023", "2023-11-07T14:00:00+01:00", "2012-05-07 2013", "20231107 1400", "202311071400", "201205071200", "20120507120000", "20260507", "28-10-2014 2014-12345",
		"2019-2020", "2019-2020 12", "01.01.2019-2020", "i 2010 2011 12", "s. 1012-1113", "10-12-2023 - 11-12-2024",
		"+45 24 97 17 65", "4524971765", "0045 24 97 17 65", "CVR-nr. 12 34 56 78", "CVR 12345678", "EAN 5798000123456", "IBAN DK50 0040 0440 1162 43",
		"| 2019 | 2020 | 2021 | 2022 |", "| 12 | 11 | 10 | 14 | 15 |", "12 11 10 9 8 7", "1.234.567.890 kr.", "1 234 567 890", "20.621", "19.900 21.350",
		"linkedin.com/feed/update/urn:li:activity:7127583012345678901", "Sagsnr. 2023-123456", "10.1038/s41431-020-0642-2", "ISBN 978-87-7123-456-7",
		"3f2a0102a1b2c3d4e5f60102036789abcdef0123", "550e8400-e29b-41d4-a716-446655440000", "M10.5 20.25L30.125 40.5", "0.0102036789", "viewBox=\"0 0 1200 630\"",
		"pr. 31.10.2023 4600 genomer", "31.10.2023 – 4600 genomer", "31-10-2023;4600", "31.10.1999;1400", "31-10-23,9600,final", "| 31.10.2023 | 4600 |",
		"1024*1024*1024", "(0, 1, 1, 1, 1, 0, 0, 2, 2, 2)", "Sag 306-2009-600", "Dok. 306-2019-263412", "306_2016_11967", "13-5-2019", "15-maj-2002", "20.04.26 01.06.26",
		"[010203](4567)", "(010203), 4567", "[12] [13] (14)", "\"010203\", \"4567\"", "(310203) 12 000 kr.", "01-02-23 1400", "den 06-03-18 2018",
		"0123456789", "1 2 3 4 5 6 7 8 9 10", "0 1 2 3 4 5 6 7 8 9", "320199-1234", "311399-1234", "000000-0000", "290299-1234",
	} {
		for name, scan := range map[string]func(string) []Finding{
			"text": Scan, "source": ScanSource,
			"HTML": func(t string) []Finding { return ScanHTML([]byte("<p>" + t + "</p>")) },
			"CSV":  func(t string) []Finding { return ScanCSV([]byte("a;" + t + ";b\n")) },
			"JSON": func(t string) []Finding { return ScanJSON([]byte(`{"a":"` + t + `"}`)) },
		} {
			for _, f := range scan(text) {
				if f.Kind != Phone || !strings.Contains(text, "24 97") {
					t.Errorf("%s: %q gives %v", name, text, f.Shown)
				}
			}
		}
	}
}

// TestTheRepositoryHoldsNoNumber reads every text of the repository, the minutes that the site began with among
// them: it is the measure of false alarms on Danish text, and keeps plausible numbers out of tests.
func TestTheRepositoryHoldsNoNumber(t *testing.T) {
	size := 0
	err := filepath.WalkDir("../..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() && skipped(d.Name()) {
			return fs.SkipDir
		}
		scan := scanOf(path)
		if d.IsDir() || scan == nil {
			return nil
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if bytes.IndexByte(text, 0) >= 0 {
			return nil // the program, which has been built here
		}
		size += len(text)
		for _, f := range append(scan(text), Scan(path)...) {
			if f.Kind == CPR || f.Kind == Replacement {
				t.Errorf("%s:%d: %s", path, strings.Count(string(text[:f.From]), "\n")+1, f.Shown)
			}
		}
		return nil
	})
	if err != nil || size < 1<<20 {
		t.Fatalf("%d bytes were read: %v", size, err)
	}
}

func skipped(name string) bool {
	switch name {
	case ".git", ".cache", "public", "node_modules":
		return true
	}
	return false
}

func scanOf(path string) func([]byte) []Finding {
	switch filepath.Ext(path) {
	case ".html":
		return ScanHTML
	case ".svg", ".xml":
		return ScanXML
	case ".json":
		return ScanJSON
	case ".csv":
		return ScanCSV
	case ".md", ".toml", ".txt", ".txtar", ".go", ".js", ".css", ".mod", "":
		return func(text []byte) []Finding { return ScanSource(string(text)) }
	}
	return nil
}

// TestTablesOfCountsGiveNoAlarm reads tables of random counts, as minutes and series have them.
func TestTablesOfCountsGiveNoAlarm(t *testing.T) {
	r := rand.New(rand.NewPCG(14, 15))
	for _, most := range []int{10, 100, 1000, 10_000} {
		var markdown, table, page, text strings.Builder
		for row := range 500 {
			date := fmt.Sprintf("%02d-%02d-20%02d", 1+r.IntN(28), 1+r.IntN(12), r.IntN(30))
			cells := []string{date}
			for range 12 {
				cells = append(cells, strconv.Itoa(most/10+r.IntN(most*9/10)))
			}
			fmt.Fprintf(&markdown, "| Region %d | %s |\n", row, strings.Join(cells, " | "))
			fmt.Fprintf(&table, "%s\n", strings.Join(cells, ";"))
			fmt.Fprintf(&page, "<tr><td>%s</td></tr>", strings.Join(cells, "</td><td>"))
			fmt.Fprintf(&text, "Region %s\n", strings.Join(cells[1:], " "))
		}
		for name, found := range map[string][]Finding{
			"Markdown": ScanSource(markdown.String()), "CSV": ScanCSV([]byte(table.String())), "HTML": ScanHTML([]byte(page.String())), "text": Scan(text.String()),
		} {
			for _, f := range found {
				if f.Kind != Phone {
					t.Errorf("%s with counts below %d: %d alarms, as %s (sure: %v)", name, most, len(found), f.Shown, f.Sure)
					break
				}
			}
		}
	}
}
