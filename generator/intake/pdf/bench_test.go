package pdf

import (
	"context"
	"os"
	"testing"
)

// BenchmarkSeed reads seven pages with PDFium compiled before.
func BenchmarkSeed(b *testing.B) {
	data, err := os.ReadFile("testdata/referat-2023-11-07-untagged.pdf")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := Read(context.Background(), data, Options{Cache: cache}); err != nil {
			b.Fatal(err)
		}
	}
}
