package pdf

import "io"

// unLZW undoes LZW as PDF has it: codes of 9 to 12 bits, which grow one code early when early is 1.
func unLZW(data []byte, early, most int) ([]byte, error) {
	const clear, end, first = 256, 257, 258
	type entry struct{ from, to int } // of out
	var (
		out   []byte
		table []entry
		bits  uint32
		have  uint
		width uint = 9
	)
	for _, b := range data {
		bits, have = bits<<8|uint32(b), have+8
		if have < width {
			continue
		}
		have -= width
		code := int(bits >> have & (1<<width - 1))
		start := len(out)
		switch {
		case code == clear:
			table, width = table[:0], 9
			continue
		case code == end:
			return out, nil
		case code < clear:
			out = append(out, byte(code))
		case code-first < len(table):
			e := table[code-first]
			for i := e.from; i < e.to; i++ { // the last byte of the newest entry is its own first
				out = append(out, out[i])
			}
		default:
			return out, io.ErrUnexpectedEOF
		}
		if len(out) > most {
			return out, errTooLarge
		}
		if len(table) == 4096-first {
			continue
		}
		if first+len(table)+early >= 1<<width && width < 12 {
			width++
		}
		table = append(table, entry{start, len(out) + 1}) // what this code gave, and the first byte of the next
	}
	return out, nil
}
