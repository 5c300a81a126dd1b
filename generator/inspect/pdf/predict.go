package pdf

import "io"

// predicted undoes what was done to rows of numbers so that they could be packed better.
func (f *file) predicted(data []byte, params dict) ([]byte, error) {
	kind := f.number(params, "Predictor", 1)
	colors, bits, columns := f.number(params, "Colors", 1), f.number(params, "BitsPerComponent", 8), f.number(params, "Columns", 1)
	if kind < 2 {
		return data, nil
	}
	if colors < 1 || colors > 32 || bits < 1 || bits > 16 || columns < 1 || columns > 1<<20 {
		return data, errUnknown
	}
	pixel, row := max(1, colors*bits/8), (colors*bits*columns+7)/8
	if kind == 2 {
		if bits != 8 {
			return data, errUnknown
		}
		for i := range data {
			if i%row >= pixel {
				data[i] += data[i-pixel]
			}
		}
		return data, nil
	}
	return pngRows(data, row, pixel)
}

// pngRows undoes the filters of PNG, of which each row names its own.
func pngRows(data []byte, row, pixel int) ([]byte, error) {
	out := make([]byte, 0, len(data))
	above := make([]byte, row)
	for len(data) > 0 {
		kind := data[0]
		n := min(row, len(data)-1)
		line := data[1 : 1+n]
		data = data[1+n:]
		if kind > 4 {
			return append(out, line...), io.ErrUnexpectedEOF
		}
		for i := range line {
			var left, corner byte
			if i >= pixel {
				left, corner = line[i-pixel], above[i-pixel]
			}
			switch kind {
			case 1:
				line[i] += left
			case 2:
				line[i] += above[i]
			case 3:
				line[i] += byte((int(left) + int(above[i])) / 2)
			case 4:
				line[i] += paeth(left, above[i], corner)
			}
		}
		out = append(out, line...)
		copy(above, line)
	}
	return out, nil
}

func paeth(left, above, corner byte) byte {
	p := int(left) + int(above) - int(corner)
	a, b, c := distance(p, left), distance(p, above), distance(p, corner)
	switch {
	case a <= b && a <= c:
		return left
	case b <= c:
		return above
	}
	return corner
}

func distance(p int, to byte) int {
	if d := p - int(to); d >= 0 {
		return d
	}
	return int(to) - p
}
