package main

import (
	"context"
	"io"
	"slices"
	"strings"
	"testing"
)

func TestWrongUseIsRefused(t *testing.T) {
	for _, args := range [][]string{
		{"extra"}, {"-sizes", "ten"}, {"-sizes", "5"}, {"-sizes", ""}, {"-rounds", "0"}, {"-edits", "0"}, {"-unknown"},
		{"-hugo", "/no/such/program"},
	} {
		var stderr strings.Builder
		if status := run(context.Background(), args, io.Discard, &stderr); status != exitUsage || !strings.Contains(stderr.String(), "usage: bench") {
			t.Errorf("%q: exit %d\n%s", args, status, &stderr)
		}
	}
}

func TestSizesAreReadWithCommasOrSpaces(t *testing.T) {
	for _, words := range []string{"1000,10000", "1000 10000", " 1000, 10000 "} {
		if o, err := readOptions([]string{"-sizes", words}); err != nil || !slices.Equal(o.sizes, []int{1000, 10000}) {
			t.Errorf("%q: got %v, %v", words, o.sizes, err)
		}
	}
}
