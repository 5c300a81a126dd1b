package main

import (
	"io"
	"strings"
	"testing"
)

func TestWrongUseIsRefused(t *testing.T) {
	for _, args := range [][]string{{"extra"}, {"-sizes", "ten"}, {"-sizes", "0"}, {"-sizes", ""}, {"-rounds", "0"}, {"-unknown"}} {
		var stderr strings.Builder
		if status := run(t.Context(), args, io.Discard, &stderr); status != exitUsage || !strings.Contains(stderr.String(), "usage: search") {
			t.Errorf("%q: exit %d\n%s", args, status, &stderr)
		}
	}
}
