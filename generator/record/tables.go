package record

import (
	"cmp"
	"encoding/csv"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"

	"referat/generator/source"
)

// The first lines of the tables.
const (
	addressColumns     = "address,anchors"
	documentColumns    = "path,address,version,state,recorded,seal,bytes"
	meetingColumns     = "address,recorded,state,start,end,place,title"
	publicationColumns = "instant,reviewer,changed,manifest"
)

// AddressesTable, DocumentsTable, MeetingsTable and PublicationsTable are the bytes of the tables.
func (r *Record) AddressesTable() string {
	b := []byte(addressColumns + "\n")
	for _, a := range slices.SortedFunc(slices.Values(r.Addresses), func(a, b Address) int { return strings.Compare(a.Address, b.Address) }) {
		b = appendRow(b, a.Address, strings.Join(a.Anchors, " "))
	}
	return string(b)
}

// DocumentsTable is described at AddressesTable.
func (r *Record) DocumentsTable() string {
	b := []byte(documentColumns + "\n")
	for _, d := range r.Documents {
		b = appendRow(b, string(d.recordedAs()), d.Address, strconv.Itoa(d.Version), string(d.State), cmp.Or(d.Instant, d.Recorded.String()), digits(d.Seal), digits(d.Bytes))
	}
	return string(b)
}

// PublicationsTable is described at AddressesTable.
func (r *Record) PublicationsTable() string {
	b := []byte(publicationColumns + "\n")
	for _, p := range r.Publications {
		b = appendRow(b, p.Instant, p.Reviewer, strconv.Itoa(p.Changed), digits(p.Manifest))
	}
	return string(b)
}

// appendRow writes a line. What would break a line is no part of any value.
func appendRow(to []byte, values ...string) []byte {
	for i, v := range values {
		if i > 0 {
			to = append(to, ',')
		}
		if strings.ContainsAny(v, "\",\r\n") || strings.TrimSpace(v) != v {
			v = `"` + strings.ReplaceAll(strings.Join(strings.FieldsFunc(v, func(r rune) bool { return r == '\r' || r == '\n' }), " "), `"`, `""`) + `"`
		}
		to = append(to, v...)
	}
	return append(to, '\n')
}

// partRow parts a line; nil of one that cannot be read.
func partRow(line string) []string {
	if !strings.Contains(line, `"`) {
		return strings.Split(line, ",")
	}
	r := csv.NewReader(strings.NewReader(line))
	values, err := r.Read()
	if err != nil {
		return nil
	}
	return values
}

// digits writes a digest; "" of none.
func digits(d source.Digest) string {
	if d == (source.Digest{}) {
		return ""
	}
	return hex.EncodeToString(d[:])
}

// digestOf reads what digits wrote.
func digestOf(s string) (d source.Digest, ok bool) {
	if s == "" {
		return d, true
	}
	n, err := hex.Decode(d[:], []byte(s[:min(len(s), 2*len(d))]))
	return d, err == nil && n == len(d) && len(s) == 2*len(d)
}
