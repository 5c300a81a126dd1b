package content

import (
	"referat/generator/danish"
	"referat/generator/source"
)

// Released is an address that the site has given up, though it was published.
type Released struct {
	Address string // with or without the anchor of one place
	Reason  string
	By      string
	Date    danish.Date
	Pos     source.Pos
}

func readReleased(tables []*table) (list []Released) {
	for _, t := range tables {
		list = append(list, Released{
			Address: t.required("address", `address = "/om/gammel/"`), Reason: t.required("reason", `reason = "…"`),
			By: t.required("by", `by = "…"`), Date: t.stateDate("date", true), Pos: t.pos("address"),
		})
		t.end()
	}
	return list
}
