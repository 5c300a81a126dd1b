package record

import (
	"fmt"
	"strings"
	"testing"
)

// BenchmarkCheckingAThousandMeetings is what a record costs a build in which nothing that is recorded has changed.
func BenchmarkCheckingAThousandMeetings(b *testing.B) {
	f := smallFolder()
	items := ""
	for i := range 8 {
		items += fmt.Sprintf("\n## Pkt. %d Punkt\n\n### Referat\n\nRådet drøftede planen.\n", i+2)
	}
	for i := range 1000 {
		f[fmt.Sprintf("content/referater/raadet/%d-%02d-%02d.md", 1990+i/300, 1+i%300/25, 1+i%25)] = strings.Replace(november, "+++\n##", "+++\n"+items+"\n##", 1)
	}
	f, _ = f.recorded(b, -1)
	s, r := f.site(b)
	for b.Loop() {
		if problems, _ := r.Check(s, true); len(problems) > 0 {
			b.Fatal(problems)
		}
	}
	b.ReportAllocs()
}
