package layouts

import (
	"crypto/sha256"
	"encoding/binary"
	"maps"
	"slices"
)

// digest covers what a checker has found a kind of page to use. The templates
// are those that are executed, so that a comment in one changes nothing.
func digest(c *checker, l *labels, address map[string]string) [32]byte {
	h := sha256.New()
	write := func(parts ...string) {
		for _, p := range parts {
			h.Write(binary.AppendUvarint(nil, uint64(len(p))))
			h.Write([]byte(p))
		}
	}
	for _, name := range slices.Sorted(maps.Keys(c.uses.templates)) {
		write("template", name, c.templates[name].file.printed[name])
	}
	for _, key := range slices.Sorted(maps.Keys(c.uses.labels)) {
		write("label", key, l.raw(key))
	}
	for _, name := range slices.Sorted(maps.Keys(c.uses.assets)) {
		write("asset", name, address[name])
	}
	return [32]byte(h.Sum(nil))
}
