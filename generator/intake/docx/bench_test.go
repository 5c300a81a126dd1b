package docx

import (
	"os"
	"testing"
)

func BenchmarkReadTheSeed(b *testing.B) {
	data, err := os.ReadFile("testdata/referat-2023-11-07.docx")
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := readBytes(data, false); err != nil {
			b.Fatal(err)
		}
	}
}
