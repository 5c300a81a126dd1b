package inspect

import (
	"bytes"
	"compress/gzip"
	"io"

	"referat/generator/inspect/found"
)

// readGzip reads the file that another is packed into alone, as some drawings are.
func readGzip(data []byte, in *found.Into) {
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		in.Unread("", found.Damaged)
		return
	}
	in.Part("", found.Archive, len(data))
	in.Words("#remark", z.Name+"\n"+z.Comment+"\n"+string(z.Extra))
	most := in.Most(len(data))
	inner, err := io.ReadAll(io.LimitReader(z, most+1))
	switch {
	case int64(len(inner)) > most || !in.Spend(len(inner)):
		in.Unread("", found.TooLarge)
	case err != nil:
		in.Unread("", found.Damaged)
	default:
		in.File("#inner", inner)
	}
}
