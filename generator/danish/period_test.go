package danish

import "testing"

func TestPeriodsAreReadWithEveryShapeOfDash(t *testing.T) {
	for _, c := range []struct{ words, start, end string }{
		// The table of evaluation periods in the minutes of 7 November 2023.
		{"Medio januar - ultimo april", "01-11..01-20", "04-21..04-30"},
		{"Medio januar - \nultimo april ", "01-11..01-20", "04-21..04-30"},
		{"Medio marts - ultimo september", "03-11..03-20", "09-21..09-30"},
		{"Primo maj - Medio oktober", "05-01..05-10", "10-11..10-20"},
		{"Medio august- medio november", "08-11..08-20", "11-11..11-20"},
		{"medio august- medio november", "08-11..08-20", "11-11..11-20"},
		{"Medio oktober - ultimo januar", "10-11..10-20", "01-21..01-31"},
		{"Medio januar – ultimo marts", "01-11..01-20", "03-21..03-31"},

		{"medio januar–ultimo april", "01-11..01-20", "04-21..04-30"},
		{"fra medio januar til ultimo april", "01-11..01-20", "04-21..04-30"},
		{"Fra maj til og med juni", "05-01..05-31", "06-01..06-30"},
		{"2023-01-15 - 2023-04-30", "2023-01-15..2023-01-15", "2023-04-30..2023-04-30"},
		{"08-11-2023 - 10-11-2023", "2023-11-08..2023-11-08", "2023-11-10..2023-11-10"},
		{"2013-2014", "2013-01-01..2013-12-31", "2014-01-01..2014-12-31"},
		{"årsskiftet 2023/24 - medio 2024", "2023-12-31..2024-01-01", "2024-05-01..2024-08-31"},

		// A year at the end governs both ends, unless that turns them round.
		{"medio januar - ultimo april 2023", "2023-01-11..2023-01-20", "2023-04-21..2023-04-30"},
		{"medio oktober - ultimo januar 2024", "10-11..10-20", "2024-01-21..2024-01-31"},
		{"medio oktober 2023 - ultimo januar", "2023-10-11..2023-10-20", "01-21..01-31"},
		{"medio oktober 2023 - ultimo januar 2024", "2023-10-11..2023-10-20", "2024-01-21..2024-01-31"},
	} {
		p, err := ParsePeriod(c.words)
		if err != nil || interval(p.Start) != c.start || interval(p.End) != c.end || p.Words != c.words {
			t.Errorf("ParsePeriod(%q) = %s, %s, %v; want %s, %s", c.words, interval(p.Start), interval(p.End), err, c.start, c.end)
		}
	}
}

func TestTheEndsOfAPeriodKeepTheirOwnWords(t *testing.T) {
	p, err := ParsePeriod("Primo maj - Medio  oktober")
	if err != nil || p.Start.Words != "Primo maj" || p.End.Words != "Medio  oktober" {
		t.Errorf("the ends are %q and %q (%v)", p.Start.Words, p.End.Words, err)
	}
}

func TestAPeriodCrossesTheNewYearWhenItIsGivenTwoYears(t *testing.T) {
	p, err := ParsePeriod("Medio oktober - ultimo januar")
	if err != nil {
		t.Fatal(err)
	}
	q := p.InYears(2023, 2024)
	if got := interval(q.Start) + " " + interval(q.End); got != "2023-10-11..2023-10-20 2024-01-21..2024-01-31" {
		t.Errorf("in 2023 and 2024 it is %s", got)
	}
	if q.Words != p.Words || q.Start.Words != "Medio oktober" {
		t.Errorf("the words became %q, %q", q.Words, q.Start.Words)
	}
}

func TestWhatHasNotTwoKnownEndsIsNoPeriod(t *testing.T) {
	for words, want := range map[string]string{
		"":                           `"" is not a period`,
		"medio januar":               `"medio januar" is not a period`,
		"medio januar -":             `"medio januar -" is not a period`,
		"2023-11-07":                 `"2023-11-07" is not a period`,
		"maj - snarest":              `"maj - snarest" is not a period`,
		"senest maj - juni 2024":     `"senest maj - juni 2024" is not a period`,
		"maj 2024 - fra juni 2024":   `"maj 2024 - fra juni 2024" is not a period`,
		"fra 14. marts 2022":         `"fra 14. marts 2022" is not a period`,
		"juni 2024 - april 2024":     `"juni 2024 - april 2024" ends before it begins`,
		"2024 - ultimo oktober 2023": `"2024 - ultimo oktober 2023" ends before it begins`,
	} {
		if p, err := ParsePeriod(words); err == nil || err.Error() != want {
			t.Errorf("ParsePeriod(%q) = %v, %v; want %s", words, p, err, want)
		}
	}
}
