package pdf

import (
	"bytes"
	"cmp"
	"compress/zlib"
	"encoding/ascii85"
	"errors"
	"io"

	"referat/generator/inspect/found"
)

// maxObjects is how many objects a stream of them may hold.
const maxObjects = 100_000

// errUnknown is of a filter that the package does not know.
var errUnknown = errors.New("unknown filter")

// decode undoes the filters of a stream. When that cannot be done it tells the file, and gives what it got.
func (f *file) decode(o *object) (data []byte, done bool) {
	data, picture, err := f.undo(o)
	switch {
	case errors.Is(err, errUnknown):
		f.fail(o.number, found.UnknownKind)
	case errors.Is(err, errTooLarge):
		f.fail(o.number, found.TooLarge)
	case err != nil:
		f.fail(o.number, found.Damaged)
	case picture != "" && o.subtype() != "Image":
		f.fail(o.number, found.UnknownKind)
	}
	return data, err == nil
}

// undo undoes filters up to one that makes a picture, which it names.
func (f *file) undo(o *object) (data []byte, picture name, err error) {
	d := o.dict()
	data = o.raw
	filters, params := f.list(d, "Filter", "F"), f.list(d, "DecodeParms", "DP")
	for i, v := range filters {
		filter, _ := f.resolve(v).(name)
		switch filter {
		case "DCTDecode", "DCT", "JPXDecode", "JBIG2Decode", "CCITTFaxDecode", "CCF":
			if i == len(filters)-1 {
				return data, filter, nil
			}
			return data, "", errUnknown
		}
		var parameters dict
		if i < len(params) {
			parameters = f.dictAt(params[i])
		}
		if data, err = f.filter(filter, data, parameters); err != nil {
			return data, "", err
		}
	}
	return data, "", nil
}

// list is an entry that may be one value or several.
func (f *file) list(d dict, keys ...name) array {
	for _, k := range keys {
		switch v := f.resolve(d[k]).(type) {
		case nil:
		case array:
			return v
		default:
			return array{v}
		}
	}
	return nil
}

func (f *file) filter(filter name, data []byte, params dict) ([]byte, error) {
	switch filter {
	case "FlateDecode", "Fl":
		r, err := zlib.NewReader(bytes.NewReader(data))
		if err != nil {
			return data, err
		}
		data, err = f.read(r)
		if err != nil && !errors.Is(err, zlib.ErrChecksum) {
			return data, err
		}
		return f.predicted(data, params)
	case "LZWDecode", "LZW":
		data, err := unLZW(data, f.number(params, "EarlyChange", 1), f.room())
		if !f.in.Spend(len(data)) || err != nil {
			return data, cmp.Or(err, errTooLarge)
		}
		return f.predicted(data, params)
	case "ASCIIHexDecode", "AHx":
		end, _, _ := bytes.Cut(data, []byte(">"))
		return unhex(end), nil
	case "ASCII85Decode", "A85":
		end, _, _ := bytes.Cut(bytes.TrimPrefix(bytes.TrimSpace(data), []byte("<~")), []byte("~"))
		return f.read(ascii85.NewDecoder(bytes.NewReader(end)))
	case "RunLengthDecode", "RL":
		return f.unrun(data)
	}
	return data, errUnknown
}

func (f *file) number(d dict, key name, usual int) int {
	if n, is := f.resolve(d[key]).(float64); is && n > -1<<31 && n < 1<<31 {
		return int(n)
	}
	return usual
}

var errTooLarge = errors.New("too large")

// room is how much a stream may hold.
func (f *file) room() int { return int(f.in.Limits().Part) }

// read reads to the end, within what a document may hold.
func (f *file) read(r io.Reader) ([]byte, error) {
	most := f.room()
	data, err := io.ReadAll(io.LimitReader(r, int64(most)+1))
	if !f.in.Spend(len(data)) || len(data) > most {
		return data[:min(most, len(data))], errTooLarge
	}
	return data, err
}

// unrun undoes run lengths.
func (f *file) unrun(data []byte) ([]byte, error) {
	var out []byte
	for at := 0; at < len(data) && data[at] != 128; {
		n := int(data[at])
		at++
		switch {
		case n < 128 && at+n+1 > len(data):
			return append(out, data[at:]...), io.ErrUnexpectedEOF
		case n < 128:
			out = append(out, data[at:at+n+1]...)
			at += n + 1
		case at == len(data):
			return out, io.ErrUnexpectedEOF
		default:
			out = append(out, bytes.Repeat(data[at:at+1], 257-n)...)
			at++
		}
		if len(out) > f.room() {
			return out, errTooLarge
		}
	}
	if !f.in.Spend(len(out)) {
		return out, errTooLarge
	}
	return out, nil
}
