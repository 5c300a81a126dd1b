package layouts

import (
	"fmt"
	"html/template"
	"reflect"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"referat/generator/danish"
)

// noBreakSpace stands between a number and its unit.
const noBreakSpace = "\u00A0"

// words are the template functions of one language. They never fail: what a
// layout may give them has been checked when it was loaded.
type words struct {
	labels  *labels
	date    phrase            // day, month name, year
	address map[string]string // of each asset
}

func newWords(l *labels, address map[string]string) *words {
	places := strings.NewReplacer("{day}", "{1}", "{month}", "{2}", "{year}", "{3}")
	return &words{labels: l, date: newPhrase(places.Replace(l.raw("date"))), address: address}
}

func (w *words) label(key string, args ...reflect.Value) string {
	filled := make([]string, len(args))
	for i, arg := range args {
		filled[i] = w.argument(arg)
	}
	return w.labels.phrases[key].fill(filled...)
}

// argument writes a word or a number.
func (w *words) argument(v reflect.Value) string {
	if v.CanInt() {
		return w.numeral(int(v.Int()))
	}
	return v.String()
}

func (w *words) count(key string, n reflect.Value) string {
	return w.counted(key, int(n.Int()))
}

func (w *words) counted(key string, n int) string {
	form := ".other"
	if n == 1 {
		form = ".one"
	}
	return w.labels.phrases[key+form].fill(w.numeral(n))
}

func (w *words) number(n reflect.Value) string { return w.numeral(int(n.Int())) }

func (w *words) numeral(n int) string { return danish.Number(n, w.labels.raw("thousands")) }

func (w *words) dateWords(d danish.Date) string {
	if d.IsZero() {
		return ""
	}
	return w.date.fill(strconv.Itoa(d.Day), w.monthName(d.Month), strconv.Itoa(d.Year))
}

func (w *words) month(n reflect.Value) string { return w.monthName(int(n.Int())) }

func (w *words) monthName(n int) string {
	names := w.labels.lists[monthsKey]
	if n < 1 || n > len(names) {
		return ""
	}
	return names[n-1]
}

func (w *words) asset(name string) template.URL { return template.URL(w.address[name]) }

// size writes bytes in decimal units, as operating systems and most authorities
// do: whole kilobytes, and of the larger units one decimal below ten.
func (w *words) size(bytes reflect.Value) string { return w.sizeOf(bytes.Int()) }

func (w *words) sizeOf(n int64) string {
	if n < 999_500 {
		return strconv.FormatInt(max((n+500)/1000, min(n, 1)), 10) + noBreakSpace + "kB"
	}
	unit, name := int64(1_000_000), "MB"
	if n >= 999_500_000 {
		unit, name = 1_000_000_000, "GB"
	}
	if tenths := (n + unit/20) / (unit / 10); tenths < 100 {
		return fmt.Sprintf("%d%s%d%s%s", tenths/10, w.labels.raw("decimal"), tenths%10, noBreakSpace, name)
	}
	return strconv.FormatInt((n+unit/2)/unit, 10) + noBreakSpace + name
}

func iso(d danish.Date) string { return d.String() }

func year(n reflect.Value) string { return strconv.FormatInt(n.Int(), 10) }

func capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if size == 0 || unicode.IsUpper(first) {
		return s
	}
	return string(unicode.ToUpper(first)) + s[size:]
}

// telephone makes an address of a telephone number. It is safe as it is, since
// nothing but digits is left of what an author wrote.
func telephone(s string) template.URL {
	digits := strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
	if strings.HasPrefix(strings.TrimSpace(s), "+") {
		digits = "+" + digits
	}
	return template.URL("tel:" + digits)
}
