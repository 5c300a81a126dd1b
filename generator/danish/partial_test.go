package danish

import (
	"strings"
	"testing"
)

// interval writes a partial date as a table wants it: "from..to", an open end
// empty, and the months and days alone where no year is known.
func interval(p Partial) string {
	from, to := p.From.String(), p.To.String()
	if p.NoYear {
		from, to = strings.TrimPrefix(from, "0000-"), strings.TrimPrefix(to, "0000-")
	}
	return from + ".." + to
}

func TestPartialDatesBecomeIntervals(t *testing.T) {
	for _, c := range []struct{ words, want string }{
		// The forms of the minutes of 7 November 2023.
		{"ultimo oktober 2023", "2023-10-21..2023-10-31"},
		{"medio 2024", "2024-05-01..2024-08-31"},
		{"primo juni 2024", "2024-06-01..2024-06-10"},
		{"medio juni 2024", "2024-06-11..2024-06-20"},
		{"ultimo april 2024", "2024-04-21..2024-04-30"},
		{"foråret 2024", "2024-03-01..2024-05-31"},
		{"i foråret 2024", "2024-03-01..2024-05-31"},
		{"sommeren 2023", "2023-06-01..2023-08-31"},
		{"i sommeren 2023", "2023-06-01..2023-08-31"},
		{"H2 2024", "2024-07-01..2024-12-31"},
		{"april/maj 2024", "2024-04-01..2024-05-31"},
		{"i april/maj måned 2024", "2024-04-01..2024-05-31"},
		{"frem til medio 2025", "..2025-08-31"},
		{"ét år, frem til medio 2025", "..2025-08-31"},
		{"Juni 2023", "2023-06-01..2023-06-30"},
		{"den 20. juni 2023", "2023-06-20..2023-06-20"},
		{"i juni 2024", "2024-06-01..2024-06-30"},

		// Whole days.
		{"2023-11-07", "2023-11-07..2023-11-07"},
		{"08-11-2023", "2023-11-08..2023-11-08"},
		{"8.11.2023", "2023-11-08..2023-11-08"},
		{"7. november 2023", "2023-11-07..2023-11-07"},

		// Months and parts of them.
		{"oktober 2023", "2023-10-01..2023-10-31"},
		{"februar 2023", "2023-02-01..2023-02-28"},
		{"februar 2024", "2024-02-01..2024-02-29"},
		{"ultimo februar 2023", "2023-02-21..2023-02-28"},
		{"oktober måned 2023", "2023-10-01..2023-10-31"},
		{"okt. 2023", "2023-10-01..2023-10-31"},
		{"april-maj 2024", "2024-04-01..2024-05-31"},
		{"april – maj 2024", "2024-04-01..2024-05-31"},
		{"december 2023/januar 2024", "2023-12-01..2024-01-31"},

		// Parts of a year.
		{"2024", "2024-01-01..2024-12-31"},
		{"i løbet af 2024", "2024-01-01..2024-12-31"},
		{"primo 2024", "2024-01-01..2024-04-30"},
		{"ultimo 2024", "2024-09-01..2024-12-31"},
		{"efterår 2024", "2024-09-01..2024-11-30"},
		{"efteråret 2024", "2024-09-01..2024-11-30"},
		{"vinteren 2023/24", "2023-12-01..2024-02-29"},
		{"vinteren 2024", "2024-01-01..2024-12-31"},
		{"H1 2024", "2024-01-01..2024-06-30"},
		{"1. halvår 2024", "2024-01-01..2024-06-30"},
		{"andet halvår 2024", "2024-07-01..2024-12-31"},
		{"1. kvartal 2024", "2024-01-01..2024-03-31"},
		{"Q3 2024", "2024-07-01..2024-09-30"},
		{"fjerde kvartal 2024", "2024-10-01..2024-12-31"},
		{"årsskiftet 2023/24", "2023-12-31..2024-01-01"},
		{"ved årsskiftet 2023/2024", "2023-12-31..2024-01-01"},
		{"årsskiftet 1999-00", "1999-12-31..2000-01-01"},

		// Open ends.
		{"senest 12. april 2024", "..2024-04-12"},
		{"senest den 12. april 2024", "..2024-04-12"},
		{"senest medio januar 2024", "..2024-01-20"},
		{"senest årsskiftet 2023/24", "..2024-01-01"},
		{"inden udgangen af 2024", "..2024-12-31"},
		{"til og med 2024-04-12", "..2024-04-12"},
		{"før 12. april 2024", "..2024-04-11"},
		{"inden april 2024", "..2024-03-31"},
		{"inden årsskiftet 2023/24", "..2023-12-31"},
		{"fra 14. marts 2022", "2022-03-14.."},
		{"fra og med marts 2022", "2022-03-01.."},
		{"Tidligst  H2 2024", "2024-07-01.."},
		{"efter 12. april 2024", "2024-04-13.."},
		{"efter 2024", "2025-01-01.."},
		{"efter årsskiftet 2023/24", "2024-01-01.."},

		// Case, white space and Unicode form.
		{" ULTIMO\tOktober\n 2023 ", "2023-10-21..2023-10-31"},
		{"ultimo\u00a0oktober\u202f2023", "2023-10-21..2023-10-31"},
		{"fora\u030aret 2024", "2024-03-01..2024-05-31"},
	} {
		p, err := ParsePartial(c.words)
		if err != nil || interval(p) != c.want || p.NoYear {
			t.Errorf("ParsePartial(%q) = %s, no year %t, %v; want %s", c.words, interval(p), p.NoYear, err, c.want)
		}
		if err == nil && p.Words != c.words {
			t.Errorf("ParsePartial(%q) has the words %q", c.words, p.Words)
		}
	}
}

func TestAPartialDateWithoutAYearGetsNoneButTheOneItIsGiven(t *testing.T) {
	for _, c := range []struct{ words, want, in2023, in2024 string }{
		{"medio januar", "01-11..01-20", "2023-01-11..2023-01-20", "2024-01-11..2024-01-20"},
		{"Ultimo april", "04-21..04-30", "2023-04-21..2023-04-30", "2024-04-21..2024-04-30"},
		{"ultimo februar", "02-21..02-29", "2023-02-21..2023-02-28", "2024-02-21..2024-02-29"},
		{"oktober", "10-01..10-31", "2023-10-01..2023-10-31", "2024-10-01..2024-10-31"},
		{"7. november", "11-07..11-07", "2023-11-07..2023-11-07", "2024-11-07..2024-11-07"},
		{"foråret", "03-01..05-31", "2023-03-01..2023-05-31", "2024-03-01..2024-05-31"},
		{"vinteren", "01-01..12-31", "2023-01-01..2023-12-31", "2024-01-01..2024-12-31"},
		{"2. halvår", "07-01..12-31", "2023-07-01..2023-12-31", "2024-07-01..2024-12-31"},
		{"april/maj", "04-01..05-31", "2023-04-01..2023-05-31", "2024-04-01..2024-05-31"},
		{"senest medio januar", "..01-20", "..2023-01-20", "..2024-01-20"},
		{"før marts", "..02-29", "..2023-02-28", "..2024-02-29"},
		{"fra ultimo april", "04-21..", "2023-04-21..", "2024-04-21.."},
	} {
		p, err := ParsePartial(c.words)
		if err != nil || !p.NoYear || interval(p) != c.want {
			t.Errorf("ParsePartial(%q) = %s, no year %t, %v; want %s", c.words, interval(p), p.NoYear, err, c.want)
			continue
		}
		if !p.AsOf().IsZero() {
			t.Errorf("%q has a day, %v, though it has no year", c.words, p.AsOf())
		}
		for y, want := range map[int]string{2023: c.in2023, 2024: c.in2024} {
			q := p.InYear(y)
			if interval(q) != want || q.NoYear || q.Words != c.words {
				t.Errorf("%q in %d = %s, %q; want %s", c.words, y, interval(q), q.Words, want)
			}
		}
	}
}

func TestAStatedYearIsNotReplaced(t *testing.T) {
	p, err := ParsePartial("ultimo oktober 2023")
	if err != nil || p.InYear(2024) != p {
		t.Errorf("InYear changed %v to %v (%v)", p, p.InYear(2024), err)
	}
	q, err := ParsePartial("ultimo oktober")
	if err != nil || q.InYear(0) != q || q.InYear(10000) != q {
		t.Errorf("a year outside the calendar was taken (%v)", err)
	}
}

func TestWordsThatWouldNeedAGuessAreNoPartialDate(t *testing.T) {
	for _, words := range []string{
		"", " ", "primo", "ultimo", "senest", "fra ", "årsskiftet", "i", "2023/24", "primo foråret",
		"29. februar", "31. april", "29. februar 2023", "0. maj", "7. brumaire",
		"årsskiftet 2023", "årsskiftet 2023/25", "årsskiftet 2023/2025", "vinteren 2024/23",
		"maj/april 2024", "april/april 2024", "april 2024/maj", "maj 2024/april 2024", "april/24",
		"efter december", "før januar", "efter 31-12-9999", "før 0001-01-01", "årsskiftet 9999/00", "vinteren 9999/00",
		"H3 2024", "5. kvartal 2024", "3. halvår", "juni 24", "24", "12345", "0024",
		"ca. medio 2024", "snarest", "senest senest 2024", "ultimo oktober 2023 eller senere",
		"medio januar - ultimo april", "fra maj til juni 2024", "4/3-2025",
		strings.Repeat(" ", 300) + "2024",
	} {
		if p, err := ParsePartial(words); err == nil {
			t.Errorf("ParsePartial(%q) = %s; want an error", words, interval(p))
		}
	}
}

func TestAFigureStandsForTheLastDayOfItsWords(t *testing.T) {
	for words, want := range map[string]string{
		"ultimo oktober 2023":   "2023-10-31",
		"oktober 2023":          "2023-10-31",
		"senest 12. april 2024": "2024-04-12",
		"fra 14. marts 2022":    "2022-03-14",
		"7. november 2023":      "2023-11-07",
	} {
		p, err := ParsePartial(words)
		if err != nil || p.AsOf().String() != want {
			t.Errorf("%q is as of %v, %v; want %s", words, p.AsOf(), err, want)
		}
	}
}

func TestTheMonthOfAFigureIsKnownOnlyWhereItsWordsStateOne(t *testing.T) {
	for words, want := range map[string]bool{
		"7. november 2023": true, "2023-11-07": true, "ultimo oktober 2023": true, "oktober 2023": true, "senest 12. april 2024": true, "fra 14. marts 2022": true, "senest april 2024": true,
		"2023": false, "sommeren 2023": false, "2. kvartal 2024": false, "H2 2024": false, "april/maj 2024": false, "senest 2024": false, "årsskiftet 2023/24": false, "før marts 2024": false,
	} {
		p, err := ParsePartial(words)
		if err != nil || p.InMonth() != want {
			t.Errorf("%q: %v, %v", words, p.InMonth(), err)
		}
	}
	if p, _ := ParsePartial("medio januar"); !p.InYear(2024).InMonth() {
		t.Error("a month whose year is inferred is none")
	}
}

func FuzzPartial(f *testing.F) {
	for _, s := range []string{
		"ultimo oktober 2023", "medio 2024", "H2 2024", "april/maj 2024", "ét år, frem til medio 2025", "årsskiftet 2023/24",
		"senest 12. april 2024", "fra 14. marts 2022", "før marts", "efter 31-12-9999", "vinteren 2023/24", "7. november",
		"december 2023/januar 2024", "i løbet af 3. kvartal 2024", "Medio januar - ultimo april", "fra maj til juni 2024",
	} {
		f.Add(s, 2023)
	}
	f.Fuzz(func(t *testing.T, words string, year int) {
		if p, err := ParsePartial(words); err == nil {
			soundPartial(t, words, p)
			soundPartial(t, words, p.InYear(year))
		}
		if p, err := ParsePeriod(words); err == nil {
			if p.Words != words || !strings.Contains(words, p.Start.Words) || !strings.Contains(words, p.End.Words) {
				t.Fatalf("%q became %+v", words, p)
			}
			soundPartial(t, p.Start.Words, p.Start)
			soundPartial(t, p.End.Words, p.End)
		}
	})
}

func soundPartial(t *testing.T, words string, p Partial) {
	t.Helper()
	if p.Words != words {
		t.Fatalf("%q became the words %q", words, p.Words)
	}
	if p.From.IsZero() && p.To.IsZero() {
		t.Fatalf("%q is open at both ends", words)
	}
	if !p.From.IsZero() && !p.To.IsZero() && p.To.Before(p.From) {
		t.Fatalf("%q ends before it begins: %s", words, interval(p))
	}
	for _, d := range []Date{p.From, p.To} {
		if d.IsZero() {
			continue
		}
		if (d.Year == 0) != p.NoYear {
			t.Fatalf("%q, no year %t, has the day %v", words, p.NoYear, d)
		}
		if p.NoYear {
			d.Year = 2024
		}
		if _, ok := NewDate(d.Year, d.Month, d.Day); !ok {
			t.Fatalf("%q has the day %v, which does not exist", words, d)
		}
	}
}

func TestADateInDigitsIsSpokenInWords(t *testing.T) {
	for words, want := range map[string]string{
		"2023-11-07": "7. november 2023", "08-11-2023": "8. november 2023", "15-maj-2002": "15-maj-2002",
		"7. november 2023": "7. november 2023", "senest 12. april 2024": "senest 12. april 2024", "2024": "2024", "ultimo oktober 2023": "ultimo oktober 2023",
	} {
		p, err := ParsePartial(words)
		if got := p.Spoken(); got != want || err != nil {
			t.Errorf("%q is spoken %q (%v)", words, got, err)
		}
	}
}
