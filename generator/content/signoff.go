package content

import (
	"referat/generator/danish"
	"referat/generator/source"
)

// SignOff says that a named person has looked into a file that cannot be read to its end, or that tells of people, and that it
// may be published as it is. It holds for these very bytes.
type SignOff struct {
	File               source.Path
	SHA256, Reason, By string
	Date               danish.Date
	Pos                source.Pos
}

func readSignOffs(tables []*table) []SignOff {
	var all []SignOff
	for _, t := range tables {
		one := SignOff{
			File: source.Path(t.required("file", `file = "content/…"`)), SHA256: t.required("sha256", `sha256 = "…"`),
			Reason: t.required("reason", `reason = "…"`), By: t.required("by", `by = "…"`), Date: t.stateDate("date", true), Pos: t.pos("file"),
		}
		t.end()
		if one.Reason != "" && one.By != "" { // else nobody has answered for it
			all = append(all, one)
		}
	}
	return all
}
