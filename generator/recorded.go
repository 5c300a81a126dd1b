package main

import (
	"iter"

	"referat/generator/content"
	"referat/generator/record"
	"referat/generator/site"
	"referat/generator/source"
)

// This file tells the record of what was published what a site shows.

// recordable is a site as the record compares it with what was published.
func (b *builder) recordable(docs *content.Documents, outputs []site.Output) record.Site {
	return record.Site{Tree: b.tree, Docs: docs, Now: b.now, Shown: shownOf(outputs)}
}

// shownOf are the outputs that have an address to keep. What is for machines and always
// there has none that anybody could miss.
func shownOf(outputs []site.Output) iter.Seq[record.Shown] {
	return func(yield func(record.Shown) bool) {
		for i := range outputs {
			o := &outputs[i]
			shown := record.Shown{Path: o.Path, Kind: record.Data, From: o.From}
			switch o.Form {
			case site.Rules, site.Robots, site.Sitemap, site.Index, site.Manifest:
				continue
			case site.HTML:
				if o.Layout == "differences" || o.Earlier && o.Layout == "withdrawn" {
					continue // a comparison is made anew each time; below a stone nothing is missed
				}
				shown.Kind, shown.From = kindOf(o)
			}
			if o.Path != "404.html" && !yield(shown) {
				return
			}
		}
	}
}

// kindOf tells what a page is, and the file that it is the page of; "" of a list.
func kindOf(o *site.Output) (record.Kind, source.Path) {
	from := o.From
	if o.Earlier {
		from = "" // whose page is that of the version that holds now
	}
	switch o.Layout {
	case "withdrawn":
		return record.Stone, from
	case "redirect":
		return record.Redirect, o.From
	case "meetings", "decisions", "subjectperiod":
		return record.Page, ""
	}
	return record.Page, from
}
