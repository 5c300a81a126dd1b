package docx

import (
	"fmt"

	"referat/generator/intake/manuscript"
)

// The limits are far above any minutes, and low enough that reading a file at all of them
// takes seconds and some hundred megabytes.
const (
	maxFile     = 256 << 20 // bytes of the file; pictures are never unpacked
	maxParts    = 20_000
	maxPart     = 32 << 20 // bytes of a part, unpacked
	maxUnpacked = 64 << 20 // bytes of all parts that are read
	maxRatio    = 250      // of a part's bytes to its packed bytes, above loosePart
	loosePart   = 1 << 20
	maxDepth    = 200       // of elements within elements
	maxFields   = 50        // within fields
	maxElements = 1_500_000 // of all parts that are read
	maxRun      = 1 << 20   // bytes of one piece of text
	maxMark     = 100       // bytes of the number or bullet of a list
	maxColumns  = 1000      // that a cell may say it is wide
)

func damaged(format string, args ...any) error {
	return &manuscript.Refusal{Why: manuscript.Damaged, Detail: fmt.Sprintf(format, args...)}
}

func tooLarge(format string, args ...any) error {
	return &manuscript.Refusal{Why: manuscript.TooLarge, Detail: fmt.Sprintf(format, args...)}
}
