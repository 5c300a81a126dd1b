package main

import (
	"slices"

	"referat/generator/data"
	"referat/generator/site"
)

// This file puts the words of a language into what describes the data.

// metadata is the description of the columns of a file.
func (a artist) metadata(lang string, v site.MetadataView) data.Metadata {
	m := v.Metadata
	m.Title, m.Description = a.layouts.Say(lang, v.Titled), a.layouts.Say(lang, v.About)
	m.Columns = slices.Clone(m.Columns)
	for i, words := range v.Words {
		m.Columns[i].Description = a.layouts.Say(lang, words)
	}
	return m
}

// catalogue is the catalogue of all data.
func (a artist) catalogue(lang string, v site.CatalogueView) data.Catalogue {
	c := v.Catalogue
	c.Title, c.Description = a.layouts.Say(lang, v.Titled), a.layouts.Say(lang, v.About)
	c.Datasets = slices.Clone(c.Datasets)
	for i, words := range v.Words {
		c.Datasets[i].Title, c.Datasets[i].Description = a.layouts.Say(lang, words.Title), a.layouts.Say(lang, words.About)
	}
	return c
}
